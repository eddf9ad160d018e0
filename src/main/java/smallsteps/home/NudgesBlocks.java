package smallsteps.home;

import static smallsteps.home.PlainBlocks.context;
import static smallsteps.home.PlainBlocks.header;
import static smallsteps.home.PlainBlocks.section;

import com.slack.api.model.block.LayoutBlock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;
import smallsteps.nudges.Nudges;

/// When the next nudge comes in each of a person's channels.
record NudgesBlocks(Words.Sentences say) {

  List<LayoutBlock> of(HomeContents.OwnNudges nudges) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(header(say.plain("home.nudges")));
    if (nudges.shown().isEmpty()) {
      blocks.add(section(say.say("home.nudges_none")));
    }
    nudges.shown().forEach(next -> blocks.add(section(text(next))));
    if (nudges.more() > 0) {
      blocks.add(context(say.say("home.nudges_more", "n", nudges.more())));
    }
    return blocks;
  }

  private String text(Nudges.Next next) {
    var channel = new Mrkdwn("<#" + next.channelId() + ">");
    if (next.at() == null) {
      return say.say("home.nudge_rests", "channel", channel);
    }
    var date = DateTimeFormatter.ofPattern("EEEE d MMMM", say.language().locale());
    return say.say(
        "home.nudge_next",
        "channel",
        channel,
        "date",
        date.format(next.at()),
        "time",
        DateTimeFormatter.ofPattern("HH:mm").format(next.at()));
  }
}
