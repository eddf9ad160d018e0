package smallsteps.scenes;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A real request with one to three places of it turned into what Slack never sends: left out,
/// twice, renamed, of another type, huge, deep, or in letters that few programs expect.
final class Mutation {
  private static final int DEEP = 2000;
  private static final int HUGE = 50_000;
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\uD83D",
          "\uDE00\uD83D",
          "\u202E\u2066x\u2069",
          "a\u0308\u0301".repeat(40),
          "\uFEFF\u200B\u2060",
          "👩‍👩‍👧‍👦",
          "<!channel>",
          "<@U1|",
          "<https://x.se|<",
          "&amp;&lt",
          "'; DROP TABLE win; --",
          "1700000000.000100",
          "1700000000",
          "-1.0",
          "1e9",
          "99999999999999999999.000001",
          "NaN",
          "１２３.４",
          "%00%ff%",
          "{\"a\":1}",
          "null",
          "İıſK",
          "I did a small thing: ",
          "Jag gjorde en liten sak");
  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-0",
          "99999999999999999999999999",
          "[]",
          "{}",
          "[null]",
          "{\"\":null}",
          "{\"type\":[]}",
          "[[[{\"a\":[1,{\"b\":null}]}]]]");

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final Set<Integer> places = new HashSet<>();
  private int place;

  private Mutation(Random random) {
    this.random = random;
  }

  static Delivered of(Delivered real, Random random) {
    if (real.isCommand()) {
      return new Delivered(real.contentType(), fields(real.body(), random));
    }
    try (var reader = Json.createReader(new StringReader(real.json()))) {
      String mutated = new Mutation(random).json(reader.readValue());
      return real.isInteraction() ? Delivered.interaction(mutated) : Delivered.event(mutated);
    }
  }

  private String json(JsonValue root) {
    int size = size(root);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      places.add(random.nextInt(size));
    }
    value(root);
    return out.toString();
  }

  private static int size(JsonValue value) {
    return switch (value) {
      case JsonObject object -> 1 + object.values().stream().mapToInt(Mutation::size).sum();
      case JsonArray array -> 1 + array.stream().mapToInt(Mutation::size).sum();
      default -> 1;
    };
  }

  private void value(JsonValue value) {
    if (places.contains(place++)) {
      place += size(value) - 1;
      out.append(odd(value));
      return;
    }
    switch (value) {
      case JsonObject object -> object(object);
      case JsonArray array -> {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
          out.append(i == 0 ? "" : ",");
          value(array.get(i));
        }
        out.append(']');
      }
      default -> out.append(value);
    }
  }

  private void object(JsonObject object) {
    var members = new ArrayList<String>();
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      int change = places.contains(place) ? random.nextInt(6) : -1;
      if (change == 0) {
        place += size(member.getValue());
        continue;
      }
      int begin = out.length();
      value(member.getValue());
      String value = out.substring(begin);
      out.setLength(begin);
      String name = quoted(change == 1 ? member.getKey() + "_" : member.getKey());
      members.add(name + ":" + value);
      if (change == 2) {
        members.add(name + ":" + member.getValue());
      }
    }
    out.append('{').append(String.join(",", members)).append('}');
  }

  private String odd(JsonValue value) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
      case 2, 3 -> quoted(oddText(random));
      case 4 -> "[" + value + "]";
      case 5 -> "{\"value\":" + value + "}";
      case 6 -> value instanceof JsonString text ? quoted(changed(text.getString())) : "\"7\"";
      default ->
          random.nextInt(10) > 0
              ? quoted(value.toString())
              : "[".repeat(DEEP) + "]".repeat(random.nextInt(2) * DEEP);
    };
  }

  private String changed(String text) {
    int at = random.nextInt(text.length() + 1);
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + oddText(random) + text.substring(at);
      default -> text + text;
    };
  }

  private static String oddText(Random random) {
    String text = ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
    return random.nextInt(40) > 0
        ? text
        : (text + "ö").repeat(1 + random.nextInt(HUGE) / (1 + text.length()));
  }

  /// As JSON, lone surrogates and all.
  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /// The fields of a slash command.
  private static String fields(String body, Random random) {
    var fields = new ArrayList<>(List.of(body.split("&")));
    for (int i = random.nextInt(3); i >= 0 && !fields.isEmpty(); i--) {
      int at = random.nextInt(fields.size());
      String field = fields.get(at);
      String name = field.substring(0, field.indexOf('=') + 1);
      switch (random.nextInt(6)) {
        case 0 -> fields.remove(at);
        case 1 -> fields.add(field);
        case 2 -> fields.set(at, name + "%zz%");
        case 3 -> fields.set(at, name + "%F0%28%8C%28");
        default -> fields.set(at, name + Delivered.encoded(oddText(random)));
      }
    }
    return String.join("&", fields);
  }
}
