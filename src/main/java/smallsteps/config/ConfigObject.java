package smallsteps.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import smallsteps.Language;
import smallsteps.SetupException;

/// An object in a file of `config/`, read key by key, so that a room describes its own content and
/// never sees JSON. What is wrong is gathered, each by its path, and told all at once when the file
/// is read; until then null, 0, false or nothing stands for it.
public final class ConfigObject {
  private final String path; // what stands before a key of it
  private final JsonObject values;
  private final List<String> problems;
  private final Set<String> unread;
  private final Set<String> asked = new LinkedHashSet<>();

  private ConfigObject(String path, JsonObject values, List<String> problems) {
    this.path = path;
    this.values = values;
    this.problems = problems;
    unread = new LinkedHashSet<>(values.keySet());
  }

  /// @param shape what the file is read into; nothing in it may throw for what was wrong
  /// @throws SetupException with everything that is wrong in the file
  public static <T> T read(ConfigFiles files, String name, Function<ConfigObject, T> shape) {
    return read(name, files.read(name), shape);
  }

  /// The same of a language's file, filled up with another language's where it is new.
  public static <T> T read(
      ConfigFiles files,
      String kind,
      Language language,
      Language fallback,
      Function<ConfigObject, T> shape) {
    return read(ConfigFiles.name(kind, language), files.read(kind, language, fallback), shape);
  }

  private static <T> T read(String name, JsonObject values, Function<ConfigObject, T> shape) {
    var problems = new ArrayList<String>();
    T read = new ConfigObject("", values, problems).as(shape);
    if (!problems.isEmpty()) {
      throw new SetupException(
          "The configuration file " + name + ": " + String.join("; ", problems) + ".");
    }
    return read;
  }

  private <T> T as(Function<ConfigObject, T> shape) {
    T read = shape.apply(this);
    unread.forEach(key ->
        problems.add("unknown key \"" + path + key + "\", remove it" + Near.instead(key, asked)));
    return read;
  }

  /// Adds to what is told.
  ///
  /// @param wrong what follows the key's path: `must be …`
  public void problem(String key, String wrong) {
    problems.add("\"" + path + key + "\" " + wrong);
  }

  /// The same of the object as a whole.
  public void problem(String wrong) {
    problems.add("\"" + path.substring(0, path.length() - 1) + "\" " + wrong);
  }

  public String text(String key) {
    return text(key, text -> text, "a text");
  }

  public Optional<String> optionalText(String key) {
    return optional(key, this::text);
  }

  /// A text that stands for something else.
  ///
  /// @param parse refuses a text by any of the exceptions of parsing
  /// @param wanted what it must be, as one says it
  public <T> T text(String key, Function<String, T> parse, String wanted) {
    return value(key, JsonString.class, text -> parse.apply(text.getString()), wanted);
  }

  public int number(String key) {
    return number(key, _ -> true, "a whole number");
  }

  /// @param most the largest that makes sense
  public int positive(String key, int most) {
    return number(
        key, number -> number > 0 && number <= most, "a whole number above 0 and at most " + most);
  }

  /// @param wanted what it must be, as one says it
  public int number(String key, IntPredicate allowed, String wanted) {
    Integer number =
        value(
            key,
            JsonNumber.class,
            found -> {
              if (!allowed.test(found.intValueExact())) {
                throw new IllegalArgumentException();
              }
              return found.intValue();
            },
            wanted);
    return number == null ? 0 : number;
  }

  public boolean truth(String key) {
    JsonValue value = value(key, JsonValue.class, ConfigObject::truth, "true or false");
    return value == JsonValue.TRUE;
  }

  private static JsonValue truth(JsonValue value) {
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  /// Null where there is no object.
  public <T> T object(String key, Function<ConfigObject, T> shape) {
    JsonObject found = value(key, JsonObject.class, object -> object, "an object");
    return found == null ? null : new ConfigObject(path + key + ".", found, problems).as(shape);
  }

  /// Its texts by their keys, whatever these are.
  public Map<String, String> texts(String key) {
    Map<String, String> texts =
        object(
            key,
            found -> {
              var all = new LinkedHashMap<String, String>();
              found.values.keySet().forEach(each -> all.put(each, found.text(each)));
              return all;
            });
    return texts == null ? Map.of() : texts;
  }

  /// A list of objects, without those that are wrong.
  public <T> List<T> list(String key, Function<ConfigObject, T> shape) {
    return items(key, (list, at) -> list.object(at, shape));
  }

  /// A list of texts, as [#text] reads one.
  public <T> List<T> list(String key, Function<String, T> parse, String wanted) {
    return items(key, (list, at) -> list.text(at, parse, wanted));
  }

  private <T> List<T> items(String key, BiFunction<ConfigObject, String, T> read) {
    JsonArray all = value(key, JsonArray.class, found -> found, "a list");
    var byPlace = Json.createObjectBuilder();
    for (int i = 0; all != null && i < all.size(); i++) {
      byPlace.add(key + "[" + i + "]", all.get(i));
    }
    var list = new ConfigObject(path, byPlace.build(), problems);
    return list.values.keySet().stream()
        .map(at -> read.apply(list, at))
        .filter(Objects::nonNull)
        .toList();
  }

  public boolean has(String key) {
    asked.add(key);
    return values.containsKey(key);
  }

  /// Empty where the key is left out, and where its value is wrong.
  ///
  /// @param read one of the methods above
  public <T> Optional<T> optional(String key, Function<String, T> read) {
    return has(key) ? Optional.ofNullable(read.apply(key)) : Optional.empty();
  }

  private <J extends JsonValue, T> T value(
      String key, Class<J> type, Function<J, T> read, String wanted) {
    unread.remove(key);
    asked.add(key);
    JsonValue value = values.get(key);
    if (value == null) {
      problem(key, "is missing");
      return null;
    }
    try {
      return read.apply(type.cast(value));
    } catch (ClassCastException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException wrong) {
      problem(key, "must be " + wanted);
      return null;
    }
  }
}
