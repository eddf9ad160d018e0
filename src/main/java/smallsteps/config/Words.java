package smallsteps.config;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.SetupException;

/// Every sentence the bot says, by language and key: `principles.help` is the key `help` in the
/// object `principles` of `words/sv.json`.
public final class Words {
  private final Map<Language, Sentences> languages = new LinkedHashMap<>();
  private final Sentences fallback;

  private Words(ConfigFiles files, Language fallback, Commands commands) {
    for (Language language : files.languages("words")) {
      languages.put(language, new Sentences(language, commands.named(files.read(file(language)))));
    }
    if (!languages.containsKey(fallback)) {
      throw new SetupException(
          "The setting \"language\" is \""
              + fallback.code()
              + "\", and there is no "
              + file(fallback)
              + ". Choose another, or add that file.");
    }
    this.fallback = languages.get(fallback);
  }

  /// @param fallback the language spoken where another one has no words
  public static Words load(ConfigFiles files, Language fallback) {
    return new Words(files, fallback, Commands.SHIPPED);
  }

  /// In the language of the settings where another one has no words, and with the names that they
  /// give the commands.
  public static Words load(ConfigFiles files, Settings settings) {
    return new Words(files, settings.language(), settings.commands());
  }

  public Sentences in(Language language) {
    return languages.getOrDefault(language, fallback);
  }

  public List<Language> languages() {
    return List.copyOf(languages.keySet());
  }

  private static String file(Language language) {
    return "words/" + language.code() + ".json";
  }

  /// The sentences of one language.
  public static final class Sentences {
    private final Language language;
    private final JsonObject words;

    private Sentences(Language language, JsonObject words) {
      this.language = language;
      this.words = words;
    }

    public Language language() {
      return language;
    }

    /// The sentence as mrkdwn, each `{name}` in it replaced by the value after that name. Values
    /// are escaped, so that what a person wrote pings nobody; a [Mrkdwn] goes in as it is. A
    /// sentence with the forms `one` and `other` takes the form that the value of `n` asks for.
    ///
    /// @param namesAndValues `"name", value, "name", value …`
    public String say(String key, Object... namesAndValues) {
      return fill(key, true, namesAndValues);
    }

    /// The sentence as plain text, for titles, labels and buttons: nothing is escaped.
    public String plain(String key, Object... namesAndValues) {
      return fill(key, false, namesAndValues);
    }

    private String fill(String key, boolean mrkdwn, Object... namesAndValues) {
      var values = new LinkedHashMap<String, Object>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        values.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
      String sentence = sentence(key, values.get("n"));
      var filled = new StringBuilder();
      int done = 0;
      for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', done)) {
        int close = sentence.indexOf('}', open);
        String name = sentence.substring(open + 1, close);
        if (!values.containsKey(name)) {
          throw new IllegalArgumentException("The sentence " + key + " wants a {" + name + "}.");
        }
        filled.append(sentence, done, open).append(shown(values.get(name), mrkdwn));
        done = close + 1;
      }
      return filled.append(sentence.substring(done)).toString();
    }

    private String sentence(String key, Object n) {
      JsonValue at = words;
      for (String part : key.split("\\.")) {
        at = at instanceof JsonObject object ? object.get(part) : null;
      }
      if (at instanceof JsonObject forms) {
        at = forms.get(n instanceof Number number && number.longValue() == 1 ? "one" : "other");
      }
      if (at instanceof JsonString text) {
        return text.getString();
      }
      throw new SetupException(
          "The sentence \"" + key + "\" is missing in " + file(language) + ": add it.");
    }

    private static String shown(Object value, boolean mrkdwn) {
      return mrkdwn && !(value instanceof Mrkdwn)
          ? Mrkdwn.escape(String.valueOf(value))
          : String.valueOf(value);
    }
  }
}
