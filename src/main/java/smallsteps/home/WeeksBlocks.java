package smallsteps.home;

import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.sections;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Mrkdwn;
import smallsteps.Said;
import smallsteps.Shortened;
import smallsteps.config.Words;

/// The weeks in which a person told of small things, with their own words. Nothing is counted, and
/// a week without any is not held up to anybody.
record WeeksBlocks(Words.Sentences say) {
  private static final int SHOWN = 60;

  List<LayoutBlock> of(Weeks.Told told) {
    if (told.weeks().isEmpty()) {
      return List.of();
    }
    String weeks = told.weeks().stream().map(this::line).collect(Collectors.joining("\n"));
    return Stream.concat(Stream.of(header(say.plain("home.weeks"))), sections(weeks).stream())
        .toList();
  }

  private String line(Weeks.Week week) {
    String said = week.said().stream().map(this::quoted).collect(Collectors.joining(" · "));
    return say.say("home.weeks_part", "week", week.number(), "said", new Mrkdwn(said));
  }

  private String quoted(Said said) {
    return say.say("home.weeks_said", "text", Shortened.inLine(say.names(said), SHOWN));
  }
}
