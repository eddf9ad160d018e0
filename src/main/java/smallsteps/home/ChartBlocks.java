package smallsteps.home;

import static smallsteps.home.PlainBlocks.header;
import static smallsteps.home.PlainBlocks.section;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.stream.Collectors;
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
        section(say.say("home.weeks_text", "weeks", new Mrkdwn(numbers))));
  }

  private DataVisualization chart(Weeks.Counted counted) {
    List<Point> points =
        counted.weeks().stream()
            .map(week ->
                new Point(say.plain("home.week_label", "week", week.number()), week.count()))
            .toList();
    return new DataVisualization(
        "data_visualization",
        null,
        say.plain("home.weeks"),
        new Chart(
            "bar",
            List.of(new Series(say.plain("home.weeks_series"), points)),
            new Axis(
                points.stream().map(Point::label).toList(),
                say.plain("home.weeks_axis"),
                say.plain("home.weeks_series"))));
  }

  /// Slack's block of that name, which its Java model does not have yet. The names of these
  /// records' parts are those of its JSON.
  private record DataVisualization(String type, String blockId, String title, Chart chart)
      implements LayoutBlock {
    @Override
    public String getType() {
      return type;
    }

    @Override
    public String getBlockId() {
      return blockId;
    }
  }

  private record Chart(String type, List<Series> series, Axis axisConfig) {}

  private record Series(String name, List<Point> data) {}

  private record Point(String label, int value) {}

  private record Axis(List<String> categories, String xLabel, String yLabel) {}
}
