package smallsteps.rehearsal.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// JSON and forms as they stand on the wire. A null value leaves its name out.
public final class Wire {
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final JsonBuilderFactory BUILD = JSON.createBuilderFactory(Map.of());

  private Wire() {}

  /// Names and values in turn.
  public static JsonObject object(Object... pairs) {
    return with(JsonValue.EMPTY_JSON_OBJECT, pairs);
  }

  public static JsonObject with(JsonObject base, Object... pairs) {
    JsonObjectBuilder built = BUILD.createObjectBuilder(base);
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1] != null) {
        built.add((String) pairs[i], value(pairs[i + 1]));
      }
    }
    return built.build();
  }

  public static JsonObject without(JsonObject base, String... names) {
    JsonObjectBuilder built = BUILD.createObjectBuilder(base);
    for (String name : names) {
      built.remove(name);
    }
    return built.build();
  }

  public static JsonArray array(Iterable<?> values) {
    JsonArrayBuilder built = BUILD.createArrayBuilder();
    values.forEach(value -> built.add(value(value)));
    return built.build();
  }

  public static JsonValue value(Object value) {
    return switch (value) {
      case JsonValue json -> json;
      case String text -> JSON.createValue(text);
      case Boolean flag -> flag ? JsonValue.TRUE : JsonValue.FALSE;
      case Integer number -> JSON.createValue(number);
      case Long number -> JSON.createValue(number);
      case BigDecimal number -> JSON.createValue(number);
      case Iterable<?> values -> array(values);
      case Map<?, ?> map -> {
        JsonObjectBuilder built = BUILD.createObjectBuilder();
        map.forEach((name, each) -> built.add((String) name, value(each)));
        yield built.build();
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  /// Empty when the text is no JSON.
  public static Optional<JsonValue> read(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return Optional.of(reader.readValue());
    } catch (JsonException | IllegalStateException _) {
      return Optional.empty();
    }
  }

  public static Optional<JsonObject> readObject(String text) {
    return read(text).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /// The empty text when there is none.
  public static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : "";
  }

  public static JsonObject child(JsonObject object, String name) {
    return object.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
  }

  public static List<JsonObject> children(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray children
        ? children.stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonValue::asJsonObject)
            .toList()
        : List.of();
  }

  public static List<String> texts(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray values
        ? values.stream()
            .filter(JsonString.class::isInstance)
            .map(each -> ((JsonString) each).getString())
            .toList()
        : List.of();
  }

  public static boolean flag(JsonObject object, String name) {
    return object.get(name) == JsonValue.TRUE || text(object, name).equals("true");
  }

  public static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        form.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  /// Each value as text, as a browser would send a form.
  public static String form(JsonObject object) {
    return object.entrySet().stream()
        .map(each -> {
          String value =
              each.getValue() instanceof JsonString text
                  ? text.getString()
                  : each.getValue().toString();
          return encoded(each.getKey()) + "=" + encoded(value);
        })
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
