package smallsteps.rehearsal.blocks;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import smallsteps.rehearsal.wire.Wire;

/// Slack's rules for a chart: `data_visualization`.
final class Charts {
  private static final int TITLE = 50;
  private static final int LABEL = 20;
  private static final int MOST_SERIES = 6;
  private static final int MOST_CATEGORIES = 20;

  private Charts() {}

  static void check(Piece block) {
    block.require("title");
    block.string("title", TITLE);
    if (block.require("chart")) {
      block.child("chart", Charts::chart);
    }
  }

  private static void chart(Piece chart) {
    switch (chart.type()) {
      case "pie" -> {
        chart.require("segments");
        chart.children("segments", 1, MOST_SERIES, Charts::point);
      }
      case "bar", "area", "line" -> {
        chart.require("series");
        chart.require("axis_config");
        chart.child("axis_config", Charts::axis);
        List<String> categories = Wire.texts(Wire.child(chart.json(), "axis_config"), "categories");
        Set<String> names = new HashSet<>();
        chart.children("series", 1, MOST_SERIES, each -> series(each, categories, names));
      }
      default -> chart.fault("unsupported type: " + chart.type(), "/type");
    }
  }

  private static void axis(Piece axis) {
    axis.require("categories");
    axis.string("x_label", TITLE);
    axis.string("y_label", TITLE);
    List<String> categories = Wire.texts(axis.json(), "categories");
    if (categories.isEmpty() || categories.size() > MOST_CATEGORIES) {
      axis.fault(
          "no fewer than 1 and no more than " + MOST_CATEGORIES + " items allowed", "/categories");
    }
    if (categories.stream().anyMatch(each -> each.length() > LABEL)) {
      axis.fault("must be less than " + (LABEL + 1) + " characters", "/categories");
    }
  }

  /// A point for each category, and for no other.
  private static void series(Piece series, List<String> categories, Set<String> names) {
    series.require("name");
    series.string("name", LABEL);
    if (!names.add(Wire.text(series.json(), "name"))) {
      series.fault("must be unique", "/name");
    }
    series.require("data");
    series.children("data", 1, MOST_CATEGORIES, Charts::point);
    List<String> labels = Wire.children(series.json(), "data").stream().map(Charts::label).toList();
    if (!labels.equals(categories)) {
      series.fault("must have a point for each category", "/data");
    }
  }

  private static String label(JsonObject point) {
    return Wire.text(point, "label");
  }

  private static void point(Piece point) {
    point.require("label");
    point.string("label", LABEL);
    point.require("value");
    point.number("value", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
