package smallsteps.config;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import smallsteps.Language;
import smallsteps.SetupException;

/// Reads a JSON file into nested records, and tells all that is wrong in it at once, each by its
/// path: a key it does not know, one that is missing, a value of the wrong kind.
final class SettingsReader {
  private final String name;
  private final JsonObject file;
  private final JsonObject defaults;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(String name, ConfigFiles files) {
    this.name = name;
    file = files.read(name);
    defaults = ConfigFiles.packed().read(name);
  }

  <R extends Record> R read(Class<R> type) {
    R settings = read(type, "", file, defaults);
    if (!problems.isEmpty()) {
      throw new SetupException(
          "The configuration file " + name + ": " + String.join("; ", problems) + ".");
    }
    return settings;
  }

  private <R extends Record> R read(
      Class<R> type, String path, JsonObject values, JsonObject fallback) {
    RecordComponent[] parts = type.getRecordComponents();
    Set<String> unknown = new HashSet<>(values.keySet());
    var arguments = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String key = snakeCase(parts[i].getName());
      unknown.remove(key);
      JsonValue byDefault = fallback.get(key);
      arguments[i] =
          value(parts[i].getType(), path + key, values.getOrDefault(key, byDefault), byDefault);
    }
    unknown.forEach(key -> problems.add("unknown setting \"" + path + key + "\", remove it"));
    return problems.isEmpty() ? make(type, parts, arguments) : null;
  }

  private Object value(Class<?> type, String path, JsonValue value, JsonValue byDefault) {
    try {
      if (type.isRecord() && type != Language.class) {
        return read(
            type.asSubclass(Record.class), path + ".", value.asJsonObject(), object(byDefault));
      } else if (type == boolean.class) {
        return truth(value);
      } else if (type == int.class) {
        return positive(((JsonNumber) value).intValueExact());
      } else {
        return read(type, ((JsonString) value).getString());
      }
    } catch (ClassCastException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException wrong) {
      problems.add("\"" + path + "\" must be " + wanted(type));
      return null;
    }
  }

  private static Object read(Class<?> type, String text) {
    if (type == ZoneId.class) {
      return ZoneId.of(text);
    } else if (type == DayOfWeek.class) {
      return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    } else if (type == LocalTime.class) {
      return LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
    }
    return type == Language.class ? new Language(text) : text;
  }

  private static JsonObject object(JsonValue value) {
    return value.asJsonObject();
  }

  private static boolean truth(JsonValue value) {
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw new ClassCastException();
    }
    return value == JsonValue.TRUE;
  }

  private static int positive(int number) {
    if (number <= 0) {
      throw new ArithmeticException();
    }
    return number;
  }

  private static final Map<Class<?>, String> WANTED =
      Map.of(
          int.class, "a whole number above 0",
          boolean.class, "true or false",
          ZoneId.class, "a time zone such as \"Europe/Stockholm\"",
          DayOfWeek.class, "a weekday such as \"friday\"",
          LocalTime.class, "a time such as \"15:00\"",
          Language.class, "a language code such as \"sv\"",
          String.class, "a text");

  private static String wanted(Class<?> type) {
    return WANTED.getOrDefault(type, "an object");
  }

  static <R extends Record> R make(Class<R> type, RecordComponent[] parts, Object[] arguments) {
    try {
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record without its own constructor: " + type, e);
    }
  }

  static String snakeCase(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
