package smallsteps;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/// Slack's own chart block (`data_visualization`) with bars, which its Java model does not have
/// yet: the names of these records' parts are those of its JSON. It stands in messages only. A
/// screen reader finds no numbers in it, so the message has to say them in words as well.
///
/// @param type always `data_visualization`
/// @param blockId may be null
public record BarChart(String type, String blockId, String title, Bars chart)
    implements LayoutBlock {

  /// @param series as many points in each as the axis has categories
  public static BarChart of(String blockId, String title, List<Series> series, Axis axis) {
    return new BarChart("data_visualization", blockId, title, new Bars("bar", series, axis));
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public String getBlockId() {
    return blockId;
  }

  /// @param type always `bar`
  public record Bars(String type, List<Series> series, Axis axisConfig) {}

  public record Series(String name, List<Point> data) {}

  public record Point(String label, int value) {}

  /// @param categories the points' labels, in order
  public record Axis(List<String> categories) {}
}
