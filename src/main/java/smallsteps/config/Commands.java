package smallsteps.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import smallsteps.SetupException;

/// What the bot's commands are called, each with its slash. Words, listeners and whatever else
/// speaks of a command call it by the name it is shipped with, and are given the team's own here.
public record Commands(String principle, String nudge, String smallthing) {
  public static final Commands SHIPPED = new Commands("/principle", "/nudge", "/smallthing");

  private static final Pattern SHIPPED_NAME =
      Pattern.compile("(?<![\\w/])/(?:principle|nudge|smallthing)(?![\\w-])");

  /// As Slack takes them: 32 characters with the slash.
  private static final Pattern ALLOWED = Pattern.compile("/[a-z0-9_-]{1,31}");

  private List<String> names() {
    return List.of(principle, nudge, smallthing);
  }

  /// A record's own equality is put together at its first use, which the start would wait for.
  private boolean isShipped() {
    return names().equals(SHIPPED.names());
  }

  /// The text with each command in it called what this team calls it.
  public String named(String text) {
    if (isShipped()) {
      return text;
    }
    Map<String, String> names =
        Map.of(SHIPPED.principle, principle, SHIPPED.nudge, nudge, SHIPPED.smallthing, smallthing);
    return SHIPPED_NAME.matcher(text).replaceAll(found -> names.get(found.group()));
  }

  /// The same for each text in it.
  public JsonObject named(JsonObject texts) {
    if (isShipped()) {
      return texts;
    }
    var named = Json.createObjectBuilder();
    texts.forEach((key, value) -> named.add(key, named(value)));
    return named.build();
  }

  private JsonValue named(JsonValue value) {
    return switch (value) {
      case JsonString text -> Json.createValue(named(text.getString()));
      case JsonObject object -> named(object);
      case JsonArray array -> {
        var named = Json.createArrayBuilder();
        array.forEach(each -> named.add(named(each)));
        yield named.build();
      }
      default -> value;
    };
  }

  /// @throws SetupException when Slack would not take them
  void check(String file) {
    var problems = new ArrayList<String>();
    var seen = new TreeSet<String>();
    for (String name : names()) {
      if (!ALLOWED.matcher(name).matches()) {
        problems.add(
            "\""
                + name
                + "\" can't be a command: it must be a slash and at most 31 of the letters a-z,"
                + " digits, - and _");
      } else if (!seen.add(name)) {
        problems.add("two commands are called \"" + name + "\", give each its own name");
      }
    }
    if (!problems.isEmpty()) {
      throw new SetupException(
          "The configuration file "
              + file
              + ", under \"commands\": "
              + String.join("; ", problems)
              + ".");
    }
  }
}
