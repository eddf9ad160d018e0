package smallsteps.home;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import smallsteps.BlockKit;
import smallsteps.Mrkdwn;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.plans.Plans;

/// When the next nudge comes in each of a person's channels.
record NudgesBlocks(Words.Sentences say) {

  List<LayoutBlock> of(HomeContents.OwnNudges nudges) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(header(say.plain("home.nudges")));
    if (nudges.shown().isEmpty()) {
      blocks.add(section(say.say("home.nudges_none")));
    }
    for (Plans.Next next : nudges.shown()) {
      blocks.add(section(text(next), settings(next)));
    }
    if (nudges.more() > 0) {
      blocks.add(context(say.say("home.nudges_more", "n", nudges.more())));
    }
    blocks.add(actions(null, anyChannel()));
    return blocks;
  }

  /// Names no channel: the form asks which.
  private BlockElement anyChannel() {
    return button(Plans.OPEN_SETTINGS, null, say.plain("home.nudge_set_up"));
  }

  private BlockElement settings(Plans.Next next) {
    return BlockKit.menu(
        List.of(button(Plans.OPEN_SETTINGS, next.channelId(), say.plain("home.nudge_settings"))));
  }

  private String text(Plans.Next next) {
    var channel = new Mrkdwn("<#" + next.channelId() + ">");
    if (next.at() == null) {
      return say.say("home.nudge_rests", "channel", channel);
    }
    return say.say(
        "home.nudge_next",
        "channel",
        channel,
        "date",
        say.date(DateShape.WEEKDAY, next.at()),
        "time",
        DateTimeFormatter.ofPattern("HH:mm").format(next.at()));
  }
}
