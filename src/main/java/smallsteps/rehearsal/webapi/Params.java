package smallsteps.rehearsal.webapi;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// The arguments of one Web API call, whether they came as a form, as a query or as JSON.
record Params(JsonObject json) {
  private static final Set<String> STRUCTURED = Set.of("blocks", "view", "attachments", "metadata");

  /// Reads the JSON that forms hold as text; what is no JSON stays text, to be refused later.
  static Params of(JsonObject sent) {
    JsonObject read = Wire.without(sent, "token");
    for (String name : STRUCTURED) {
      Optional<JsonValue> value =
          read.get(name) instanceof JsonString text
              ? Wire.read(text.getString())
              : Optional.empty();
      if (value.isPresent()) {
        read = Wire.with(read, name, value.get());
      }
    }
    return new Params(read);
  }

  boolean has(String name) {
    return json.containsKey(name) && json.get(name) != JsonValue.NULL;
  }

  String text(String name) {
    return switch (json.get(name)) {
      case JsonString text -> text.getString();
      case JsonNumber number -> number.toString();
      case null, default -> "";
    };
  }

  String required(String name, String error) {
    String text = text(name);
    if (text.isBlank()) {
      throw new Refusal(error);
    }
    return text;
  }

  boolean flag(String name) {
    return json.get(name) == JsonValue.TRUE || Set.of("true", "1").contains(text(name));
  }

  int number(String name, int otherwise, int atMost) {
    try {
      return has(name) ? Math.clamp(Integer.parseInt(text(name)), 1, atMost) : otherwise;
    } catch (NumberFormatException _) {
      throw new Refusal("invalid_limit");
    }
  }

  JsonValue value(String name) {
    return json.get(name);
  }

  /// A page of all, from the cursor on, and the cursor of the next one.
  record Page<T>(List<T> items, String next) {
    JsonObject metadata() {
      return Wire.object("next_cursor", next);
    }
  }

  <T> Page<T> page(List<T> all, int otherwise, int atMost) {
    int from = cursor();
    int to = Math.min(all.size(), from + number("limit", otherwise, atMost));
    if (from > all.size()) {
      throw new Refusal("invalid_cursor");
    }
    return new Page<>(all.subList(from, to), to < all.size() ? cursor(to) : "");
  }

  private int cursor() {
    if (text("cursor").isEmpty()) {
      return 0;
    }
    try {
      byte[] read = Base64.getDecoder().decode(text("cursor"));
      String cursor = new String(read, StandardCharsets.US_ASCII);
      return Integer.parseUnsignedInt(cursor.substring("next:".length()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw new Refusal("invalid_cursor");
    }
  }

  private static String cursor(int from) {
    byte[] text = ("next:" + from).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(text);
  }
}
