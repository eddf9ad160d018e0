package smallsteps.scenes;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with a message or a view before anybody has read it: too long, too many, silent to
/// a screen reader, told by an emoji alone, or two buttons that sound alike. Slack's own limits,
/// written down a second time, apart from the workspace's.
final class PayloadLint {
  private static final int MESSAGE_TEXT = 4000;
  private static final int MESSAGE_BLOCKS = 50;
  private static final int VIEW_BLOCKS = 100;

  /// By the type of a part, how long each of its texts may be.
  private static final Map<String, Map<String, Integer>> LENGTHS =
      Map.ofEntries(
          Map.entry("header", Map.of("text", 150)),
          Map.entry("section", Map.of("text", 3000)),
          Map.entry("input", Map.of("label", 2000, "hint", 2000)),
          Map.entry("button", Map.of("text", 75, "value", 2000, "accessibility_label", 75)),
          Map.entry("image", Map.of("alt_text", 2000, "title", 2000)),
          Map.entry("card", Map.of("title", 150, "subtitle", 150, "body", 200)),
          Map.entry("alert", Map.of("text", 200)),
          Map.entry("data_visualization", Map.of("title", 50)),
          Map.entry("plain_text_input", Map.of("initial_value", 3000, "placeholder", 150)),
          Map.entry("modal", Map.of("title", 24, "submit", 24, "close", 24)));

  /// By the type of a part, how many children each of its lists may hold.
  private static final Map<String, Map<String, Integer>> COUNTS =
      Map.of(
          "section", Map.of("fields", 10),
          "context", Map.of("elements", 10),
          "actions", Map.of("elements", 25),
          "card", Map.of("actions", 3),
          "carousel", Map.of("elements", 10),
          "static_select", Map.of("options", 100, "option_groups", 100),
          "radio_buttons", Map.of("options", 10),
          "checkboxes", Map.of("options", 10),
          "overflow", Map.of("options", 5),
          "bar", Map.of("series", 6));

  private static final Map<String, Integer> EVERYWHERE =
      Map.of("action_id", 255, "block_id", 255, "callback_id", 255, "private_metadata", 3000);

  private static final Map<String, Integer> CONFIRMATION =
      Map.of("title", 100, "text", 300, "confirm", 30, "deny", 30);

  private final String what;
  private final List<String> problems = new ArrayList<>();

  private PayloadLint(String what) {
    this.what = what;
  }

  /// @param sent with its `text` and its `blocks`
  static List<String> message(String what, JsonObject sent) {
    var lint = new PayloadLint(what);
    String text = sent.getString("text", "");
    lint.words("text", text);
    lint.length("text", text, MESSAGE_TEXT);
    lint.blocks(sent, MESSAGE_BLOCKS);
    lint.isSaidWhole(sent, spoken(text));
    return lint.problems;
  }

  static List<String> view(String what, JsonObject view) {
    var lint = new PayloadLint(what);
    if (view.toString().length() > 250_000) {
      lint.problem("the view has more than 250 000 characters");
    }
    lint.part("", view);
    lint.blocks(view, VIEW_BLOCKS);
    return lint.problems;
  }

  private void blocks(JsonObject holder, int most) {
    List<JsonObject> blocks = objects(holder.get("blocks")).toList();
    if (blocks.size() > most) {
      problem("has " + blocks.size() + " blocks, more than " + most);
    }
    var ids = new HashSet<String>();
    blocks.stream()
        .map(block -> block.getString("block_id", ""))
        .filter(id -> !id.isEmpty() && !ids.add(id))
        .forEach(id -> problem("two blocks are called " + id));
    for (JsonObject block : blocks) {
      walk("blocks", block);
    }
    soundDifferent(blocks);
    chartsAreTold(blocks, holder.getString("text", ""));
  }

  private void walk(String at, JsonObject part) {
    part(at, part);
    part.forEach((name, value) -> children(value).forEach(child -> walk(at + "/" + name, child)));
  }

  private void part(String at, JsonObject part) {
    String type = part.getString("type", "");
    LENGTHS
        .getOrDefault(type, Map.of())
        .forEach((name, most) -> length(at + "/" + type + "/" + name, text(part, name), most));
    COUNTS
        .getOrDefault(type, Map.of())
        .forEach((name, most) -> count(at + "/" + type + "/" + name, part.get(name), most));
    EVERYWHERE.forEach((name, most) -> length(at + "/" + name, text(part, name), most));
    if (part.containsKey("deny")) {
      CONFIRMATION.forEach((name, most) -> length(at + "/" + name, text(part, name), most));
    }
    if (part.containsKey("value") && part.get("text") instanceof JsonObject && type.isEmpty()) {
      length(at + "/option", text(part, "text"), 75);
      length(at + "/option/value", text(part, "value"), 150);
    }
    if (type.equals("plain_text") || type.equals("mrkdwn")) {
      words(at + "/text", text(part, "text"));
    }
    if (type.equals("image")) {
      words(at + "/image/alt_text", text(part, "alt_text"));
    }
  }

  /// Words, not emoji alone.
  private void words(String at, String text) {
    if (spoken(text).chars().noneMatch(Character::isLetterOrDigit)) {
      problem(at + " says nothing in words");
    }
  }

  private void length(String at, String text, int most) {
    if (text.length() > most) {
      problem(at + " has " + text.length() + " characters, more than " + most);
    }
  }

  private void count(String at, JsonValue list, int most) {
    if (list instanceof JsonArray array && array.size() > most) {
      problem(at + " has " + array.size() + " parts, more than " + most);
    }
  }

  /// A screen reader reads the text and none of the blocks. What a block cuts off stands there.
  private void isSaidWhole(JsonObject sent, String text) {
    for (JsonObject block : objects(sent.get("blocks")).toList()) {
      if (Set.of("header", "section", "context", "rich_text").contains(block.getString("type"))) {
        texts(block)
            .map(words -> spoken(words).replaceFirst("…$", ""))
            .filter(words -> !words.isEmpty() && !text.contains(words))
            .forEach(words -> problem("the text leaves out: " + shortened(words)));
      }
    }
  }

  /// The words of a block, without those on its buttons.
  private static Stream<String> texts(JsonObject part) {
    if (part.containsKey("action_id")) {
      return Stream.empty();
    }
    return part.entrySet().stream()
        .flatMap(entry ->
            entry.getKey().equals("text") && entry.getValue() instanceof JsonString text
                ? Stream.of(text.getString())
                : children(entry.getValue()).flatMap(PayloadLint::texts));
  }

  private void soundDifferent(List<JsonObject> blocks) {
    Map<String, List<JsonObject>> byText =
        blocks.stream()
            .flatMap(PayloadLint::buttons)
            .collect(Collectors.groupingBy(button -> text(button, "text")));
    byText.forEach((text, alike) -> {
      boolean areNamed =
          alike.stream().allMatch(button -> button.containsKey("accessibility_label"));
      if (alike.size() > 1 && !areNamed) {
        problem(alike.size() + " buttons say “" + text + "”, and not each has a label of its own");
      }
    });
  }

  private static Stream<JsonObject> buttons(JsonObject part) {
    Stream<JsonObject> itself =
        part.getString("type", "").equals("button") ? Stream.of(part) : Stream.empty();
    return Stream.concat(
        itself,
        part.values().stream().flatMap(PayloadLint::children).flatMap(PayloadLint::buttons));
  }

  /// A chart has no alternative text: its numbers stand in words beside it.
  private void chartsAreTold(List<JsonObject> blocks, String text) {
    String words =
        text + "\n" + String.join("\n", blocks.stream().flatMap(PayloadLint::texts).toList());
    for (JsonObject block : blocks) {
      if (block.getString("type").equals("data_visualization")) {
        objects(block.getJsonObject("chart").get("series"))
            .flatMap(series -> objects(series.get("data")))
            .forEach(point -> pointIsTold(point, words));
      }
    }
  }

  /// A week may be called `v. 48` on the axis and `vecka 48` in words, and nothing is told of none.
  private void pointIsTold(JsonObject point, String words) {
    String label = point.getString("label");
    length("chart/label", label, 20);
    int value = point.getInt("value");
    String name = Pattern.quote(label.substring(label.lastIndexOf(' ') + 1));
    String told = "\\b" + name + ":[^;\n]*?\\b" + value + "\\b";
    if (value > 0 && !Pattern.compile(told).matcher(words).find()) {
      problem("the chart's “" + label + ": " + value + "” stands nowhere in words");
    }
  }

  /// As it is heard: markup, emoji names and the kind of space don't count.
  private static String spoken(String text) {
    return text.replaceAll(":[a-z0-9_+-]+:", "")
        .replaceAll("[*_~`•]", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", "");
  }

  /// A text object's text, or the text itself; nothing where there is none.
  private static String text(JsonObject part, String name) {
    return switch (part.get(name)) {
      case JsonString text -> text.getString();
      case JsonObject object -> object.getString("text", "");
      case null, default -> "";
    };
  }

  private static Stream<JsonObject> children(JsonValue value) {
    return value instanceof JsonObject object ? Stream.of(object) : objects(value);
  }

  private static Stream<JsonObject> objects(JsonValue value) {
    return value instanceof JsonArray array
        ? array.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
        : Stream.empty();
  }

  private static String shortened(String words) {
    return words.length() < 80 ? words : words.substring(0, 80) + "…";
  }

  private void problem(String problem) {
    problems.add(what + ": " + problem);
  }
}
