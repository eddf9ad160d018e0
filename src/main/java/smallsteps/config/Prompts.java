package smallsteps.config;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.SetupException;

/// The prompts of `config/prompts`, by language. A file may hold other prompts than the next one.
public final class Prompts {
  private static final List<Integer> MINUTES = List.of(2, 5, 15, 60);

  /// Escaped, so that the four actions fit in one block of 3,000 characters.
  private static final int LONGEST = 500;

  private static final int PRINCIPLES = 7;

  private final Map<Language, List<Prompt>> languages = new LinkedHashMap<>();
  private final List<Prompt> fallback;

  private Prompts(ConfigFiles files, Language fallback) {
    for (Language language : files.languages("prompts")) {
      languages.put(language, new Reader("prompts/" + language.code() + ".json", files).read());
    }
    if (!languages.containsKey(fallback)) {
      throw new SetupException(
          "There is no prompts/" + fallback.code() + ".json for the setting \"language\": add it.");
    }
    this.fallback = languages.get(fallback);
  }

  /// @param fallback the language spoken where another one has no prompts
  /// @throws SetupException with everything that is wrong in a file
  public static Prompts load(ConfigFiles files, Language fallback) {
    return new Prompts(files, fallback);
  }

  /// Never empty.
  public List<Prompt> in(Language language) {
    return languages.getOrDefault(language, fallback);
  }

  /// One file, with all that is wrong in it told at once.
  private static final class Reader {
    private final String name;
    private final JsonObject file;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Reader(String name, ConfigFiles files) {
      this.name = name;
      file = files.read(name);
    }

    List<Prompt> read() {
      var prompts = new ArrayList<Prompt>();
      if (file.get("prompts") instanceof JsonArray all && !all.isEmpty()) {
        for (int i = 0; i < all.size(); i++) {
          prompts.add(prompt("prompts[" + i + "]", all.get(i)));
        }
      } else {
        problems.add("\"prompts\" must be a list with at least one prompt");
      }
      if (!problems.isEmpty()) {
        throw new SetupException(
            "The configuration file " + name + ": " + String.join("; ", problems) + ".");
      }
      return List.copyOf(prompts);
    }

    private Prompt prompt(String path, JsonValue value) {
      if (!(value instanceof JsonObject prompt)) {
        problems.add(path + " must be an object");
        return null;
      }
      String id = text(path + ".id", prompt.get("id"));
      if (!ids.add(id)) {
        problems.add(path + ".id \"" + id + "\" is used twice");
      }
      int principle = prompt.getInt("principle", 0);
      if (principle < 1 || principle > PRINCIPLES) {
        problems.add(path + ".principle must be a number from 1 to " + PRINCIPLES);
      }
      JsonObject actions =
          prompt.get("actions") instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
      var byMinutes = new TreeMap<Integer, String>();
      for (int minutes : MINUTES) {
        String key = String.valueOf(minutes);
        byMinutes.put(minutes, text(path + ".actions." + key, actions.get(key)));
      }
      return new Prompt(id, principle, text(path + ".question", prompt.get("question")), byMinutes);
    }

    private String text(String path, JsonValue value) {
      String text = value instanceof JsonString found ? found.getString().strip() : "";
      if (text.isEmpty() || Mrkdwn.escape(text).length() > LONGEST) {
        problems.add(path + " must be a text of 1 to " + LONGEST + " characters");
      }
      return text;
    }
  }
}
