package smallsteps.app;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import smallsteps.Printable;

/// JSON Lines: an object a row, its keys always all there and in the same order.
final class ExportJsonLines implements ExportFormat {
  @Override
  public String write(List<Exported> rows) {
    var text = new StringBuilder();
    for (Exported row : rows) {
      text.append(escaped(object(row).toString())).append('\n');
    }
    return text.toString();
  }

  /// JSON itself lets through what a terminal would act on.
  private static String escaped(String json) {
    if (json.codePoints().noneMatch(Printable::isUnfit)) {
      return json;
    }
    var safe = new StringBuilder(json.length());
    json.codePoints()
        .forEach(c -> {
          if (Printable.isUnfit(c)) {
            safe.append(String.format("\\u%04x", c));
          } else {
            safe.appendCodePoint(c);
          }
        });
    return safe.toString();
  }

  private static JsonObject object(Exported row) {
    return switch (row) {
      case Exported.Win win -> object(win);
      case Exported.Nudge nudge -> object(nudge);
    };
  }

  private static JsonObject object(Exported.Win win) {
    JsonObjectBuilder json = begin("win", win);
    add(json, "thread_ts", win.threadTs());
    add(json, "user", win.userId());
    add(json, "text", win.text());
    add(json, "kind", win.kind());
    add(json, "principle", win.principle());
    add(json, "said_at", win.at().toString());
    add(json, "nudge_ts", win.nudgeTs());
    return json.add("reactions", reactions(win.reactions())).build();
  }

  private static JsonObject object(Exported.Nudge nudge) {
    JsonObjectBuilder json = begin("nudge", nudge);
    add(json, "date", nudge.date().toString());
    add(json, "principle", nudge.principle());
    add(json, "state", nudge.state());
    add(json, "reason", nudge.reason());
    return json.add("reactions", reactions(nudge.reactions())).build();
  }

  private static JsonObjectBuilder begin(String type, Exported row) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", type)
            .add("workspace", row.message().teamId())
            .add("channel", row.message().channelId());
    add(json, "ts", row.message().ts());
    return json;
  }

  private static void add(JsonObjectBuilder json, String key, Object value) {
    switch (value) {
      case null -> json.addNull(key);
      case Integer number -> json.add(key, number);
      default -> json.add(key, value.toString());
    }
  }

  private static JsonObjectBuilder reactions(Map<String, List<String>> reactions) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    reactions.forEach((emoji, users) -> json.add(emoji, Json.createArrayBuilder(users)));
    return json;
  }
}
