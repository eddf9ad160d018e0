package smallsteps.home;

import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.header;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.stream.Collectors;
import smallsteps.BarChart;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;

/// How many small things a person told of in each week: as a chart, and in numbers for whoever does
/// not see it.
record ChartBlocks(Words.Sentences say) {

  List<LayoutBlock> of(Weeks.Counted counted) {
    if (counted.isEmpty()) {
      return List.of();
    }
    String numbers =
        counted.weeks().stream()
            .map(week -> say.say("home.weeks_part", "week", week.number(), "n", week.count()))
            .collect(Collectors.joining(", "));
    return List.of(
        header(say.plain("home.weeks")),
        chart(counted),
        context(say.say("home.weeks_text", "weeks", new Mrkdwn(numbers))));
  }

  private BarChart chart(Weeks.Counted counted) {
    List<BarChart.Point> points =
        counted.weeks().stream()
            .map(week ->
                new BarChart.Point(
                    say.plain("home.week_label", "week", week.number()), week.count()))
            .toList();
    return BarChart.of(
        null,
        say.plain("home.weeks_series"),
        List.of(new BarChart.Series(say.plain("home.weeks_series"), points)),
        new BarChart.Axis(
            points.stream().map(BarChart.Point::label).toList(),
            say.plain("home.weeks_axis"),
            say.plain("home.weeks_series")));
  }
}
