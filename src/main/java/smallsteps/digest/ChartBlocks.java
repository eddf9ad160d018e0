package smallsteps.digest;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.function.ToIntFunction;
import smallsteps.config.Words;

/// Slack's own chart block (`data_visualization`), which its library for Java has no model of yet.
/// A screen reader finds no numbers in it: the message says them in words as well.
final class ChartBlocks {
  private ChartBlocks() {}

  /// @param type always `data_visualization`
  private record Chart(String type, String blockId, String title, Bars chart)
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

  /// @param type always `bar`
  private record Bars(String type, List<Series> series, Axis axisConfig) {}

  private record Series(String name, List<Point> data) {}

  private record Point(String label, int value) {}

  private record Axis(List<String> categories) {}

  /// Done and learned side by side, week by week.
  static LayoutBlock weeks(Words.Sentences say, List<Week.Tally> history) {
    List<Series> series =
        List.of(
            series(say, "digest.chart.did", history, Week.Tally::did),
            series(say, "digest.chart.learned", history, Week.Tally::learned));
    List<String> labels = history.stream().map(week -> label(say, week)).toList();
    return new Chart(
        "data_visualization",
        "digest_weeks",
        say.plain("digest.chart.title"),
        new Bars("bar", series, new Axis(labels)));
  }

  private static Series series(
      Words.Sentences say, String name, List<Week.Tally> history, ToIntFunction<Week.Tally> value) {
    return new Series(
        say.plain(name),
        history.stream().map(week -> new Point(label(say, week), value.applyAsInt(week))).toList());
  }

  private static String label(Words.Sentences say, Week.Tally week) {
    return say.plain("digest.chart.week", "week", week.number());
  }
}
