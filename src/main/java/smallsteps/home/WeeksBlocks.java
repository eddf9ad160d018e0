package smallsteps.home;

import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.stream.Collectors;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;

/// The weeks in which a person told of small things, in numbers: Slack takes charts in messages
/// only, and refuses an App Home with one. A week without any is not held up to anybody.
record WeeksBlocks(Words.Sentences say) {

  List<LayoutBlock> of(Weeks.Counted counted) {
    if (counted.isEmpty()) {
      return List.of();
    }
    String numbers =
        counted.weeks().stream()
            .filter(week -> week.count() > 0)
            .map(week -> say.say("home.weeks_part", "week", week.number(), "n", week.count()))
            .collect(Collectors.joining(", "));
    return List.of(
        header(say.plain("home.weeks")),
        section(say.say("home.weeks_text", "weeks", new Mrkdwn(numbers))));
  }
}
