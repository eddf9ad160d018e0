package smallsteps.digest;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.function.ToIntFunction;
import smallsteps.BarChart;
import smallsteps.config.Words;

/// The weeks' small things as a chart; [DigestText] says its numbers in words.
final class ChartBlocks {
  private ChartBlocks() {}

  /// Done and learned side by side, week by week.
  static LayoutBlock weeks(Words.Sentences say, List<Week.Tally> history) {
    List<BarChart.Series> series =
        List.of(
            series(say, "digest.chart.did", history, Week.Tally::did),
            series(say, "digest.chart.learned", history, Week.Tally::learned));
    List<String> labels = history.stream().map(week -> label(say, week)).toList();
    return BarChart.of(
        "digest_weeks", say.plain("digest.chart.title"), series, new BarChart.Axis(labels));
  }

  private static BarChart.Series series(
      Words.Sentences say, String name, List<Week.Tally> history, ToIntFunction<Week.Tally> value) {
    return new BarChart.Series(
        say.plain(name),
        history.stream()
            .map(week -> new BarChart.Point(label(say, week), value.applyAsInt(week)))
            .toList());
  }

  private static String label(Words.Sentences say, Week.Tally week) {
    return say.plain("digest.chart.week", "week", week.number());
  }
}
