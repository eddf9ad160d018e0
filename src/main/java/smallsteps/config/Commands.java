package smallsteps.config;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import smallsteps.SetupException;

/// What a team calls the bot's commands. A room's listener, words and whatever else speaks of a
/// command call it by the room's own name for it, and are given the team's here.
///
/// @param own the team's by the room's, each with its slash
public record Commands(Map<String, String> own) {
  /// Each by the room's own name.
  public static final Commands SHIPPED = new Commands(Map.of());

  private static final Pattern COMMAND = Pattern.compile("(?<![\\w/])/[\\w-]+");

  /// As Slack takes them: 32 characters with the slash.
  private static final Pattern ALLOWED = Pattern.compile("/[a-z0-9_-]{1,31}");

  /// @param rooms the rooms' names for them, without a slash: the keys that there may be
  static Commands read(ConfigObject commands, Collection<String> rooms) {
    var own = new LinkedHashMap<String, String>();
    rooms.forEach(name -> own.put("/" + name, commands.text(name)));
    return new Commands(own);
  }

  private boolean isShipped() {
    return own.entrySet().stream().allMatch(name -> name.getKey().equals(name.getValue()));
  }

  /// The text with each command in it called what this team calls it.
  public String named(String text) {
    return isShipped()
        ? text
        : COMMAND.matcher(text).replaceAll(found -> own.getOrDefault(found.group(), found.group()));
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
    for (String name : own.values()) {
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
