package smallsteps.config;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smallsteps.SetupException;

/// Reads a file of `config/` into a record of the same shape, so that a room describes its own
/// content and never sees JSON. A component may be a `String`, an `int`, a record, a `List`, a
/// `Map` by text, or an `Optional` of these where the key may be left out.
public final class RecordReader {
  private final List<String> problems = new ArrayList<>();

  private RecordReader() {}

  /// @throws SetupException with everything that is wrong in the file, each by its path
  public static <R extends Record> R read(ConfigFiles files, String name, Class<R> type) {
    var reader = new RecordReader();
    R record = reader.record(type, "", files.read(name));
    if (!reader.problems.isEmpty()) {
      throw new SetupException(
          "The configuration file " + name + ": " + String.join("; ", reader.problems) + ".");
    }
    return record;
  }

  /// Null once anything in the file is wrong.
  private <R extends Record> R record(Class<R> type, String path, JsonObject values) {
    RecordComponent[] parts = type.getRecordComponents();
    Set<String> unknown = new LinkedHashSet<>(values.keySet());
    var arguments = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String key = SettingsReader.snakeCase(parts[i].getName());
      unknown.remove(key);
      arguments[i] = component(parts[i].getGenericType(), path + key, values.get(key));
    }
    unknown.forEach(key -> problems.add("unknown key \"" + path + key + "\", remove it"));
    return problems.isEmpty() ? SettingsReader.make(type, parts, arguments) : null;
  }

  private Object component(Type type, String path, JsonValue value) {
    if (raw(type) == Optional.class) {
      return Optional.ofNullable(value).map(v -> value(argument(type, 0), path, v));
    }
    if (value == null) {
      problems.add("\"" + path + "\" is missing");
      return null;
    }
    return value(type, path, value);
  }

  private Object value(Type type, String path, JsonValue value) {
    try {
      Class<?> raw = raw(type);
      if (raw == String.class) {
        return ((JsonString) value).getString();
      } else if (raw == int.class || raw == Integer.class) {
        return ((JsonNumber) value).intValueExact();
      } else if (raw == List.class) {
        return list(argument(type, 0), path, value);
      } else if (raw == Map.class) {
        return map(argument(type, 1), path, value.asJsonObject());
      } else {
        return record(raw.asSubclass(Record.class), path + ".", value.asJsonObject());
      }
    } catch (ClassCastException | ArithmeticException wrong) {
      problems.add("\"" + path + "\" must be " + wanted(raw(type)));
      return null;
    }
  }

  private List<Object> list(Type of, String path, JsonValue value) {
    var items = new ArrayList<Object>();
    for (JsonValue item : value.asJsonArray()) {
      items.add(value(of, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  private Map<String, Object> map(Type of, String path, JsonObject values) {
    var entries = new LinkedHashMap<String, Object>();
    values.forEach((key, value) -> entries.put(key, value(of, path + "." + key, value)));
    return entries;
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private static String wanted(Class<?> type) {
    if (type == String.class) {
      return "a text";
    } else if (type == int.class || type == Integer.class) {
      return "a whole number";
    } else {
      return type == List.class ? "a list" : "an object";
    }
  }
}
