package smallsteps.config;

import static net.xyzsd.plurals.PluralRuleType.CARDINAL;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import net.xyzsd.plurals.PluralRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.Language;
import smallsteps.Mentions;
import smallsteps.Mrkdwn;
import smallsteps.Said;
import smallsteps.SetupException;

/// Every sentence the bot says, by language and key: `principles.help` is the key `help` in the
/// object `principles` of `words/sv.json`. What a team's own file leaves out is said as it is
/// packed, and what is not packed in the language, in that of the settings. Something is always
/// said: a sentence comes when all is done already, and must not undo it.
public final class Words {
  private static final Logger log = LoggerFactory.getLogger(Words.class);

  private static final String OTHER = "other";

  private final Map<Language, Sentences> languages = new LinkedHashMap<>();
  private final Sentences fallback;
  private final AtomicLong failed = new AtomicLong();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private Words(ConfigFiles files, Language fallback, Commands commands) {
    List<Language> spoken = files.languages("words");
    if (!spoken.contains(fallback)) {
      throw new SetupException(
          "The setting \"language\" is \""
              + fallback.code()
              + "\", and there is no "
              + file(fallback)
              + ". Choose another, or add that file.");
    }
    var sources = SetupException.allOf(spoken, language -> written(files, language, commands));
    for (Language language : spoken) {
      List<Written> inOrder =
          Stream.of(language, fallback, ConfigFiles.LAST).distinct().map(sources::get).toList();
      languages.put(language, new Sentences(language, inOrder));
    }
    this.fallback = languages.get(fallback);
  }

  /// A team's own words and the packed ones, as far as there are such.
  ///
  /// @throws SetupException with everything in a team's own file that can't be said
  private static Written written(ConfigFiles files, Language language, Commands commands) {
    String name = file(language);
    List<String> wrong = check(files, language).map(WordsCheck::problems).orElse(List.of());
    if (!wrong.isEmpty()) {
      throw new SetupException(
          "The configuration file " + name + ": " + String.join("; ", wrong) + ".");
    }
    List<JsonObject> inOrder =
        Stream.concat(files.own(name).stream(), ConfigFiles.shipped(name).stream())
            .map(commands::named)
            .toList();
    return new Written(language, inOrder, PluralRule.createOrDefault(language.locale(), CARDINAL));
  }

  /// What is written in a language.
  ///
  /// @param files a team's own, and the packed one
  /// @param forms which form of a sentence a number takes
  private record Written(Language language, List<JsonObject> files, PluralRule forms) {

    /// All that may be said for a key, the best first.
    ///
    /// @param n which form is asked for; null for that of no number
    Stream<String> sentences(String key, Object n) {
      return Stream.of(form(n), OTHER)
          .distinct()
          .flatMap(form -> files.stream().flatMap(words -> sentence(words, key, form).stream()))
          .distinct();
    }

    private String form(Object n) {
      return n instanceof Number number
          ? forms.select(number.longValue()).name().toLowerCase(Locale.ROOT)
          : OTHER;
    }

    private static Optional<String> sentence(JsonObject words, String key, String form) {
      JsonValue at = words;
      for (String part : key.split("\\.")) {
        at = at instanceof JsonObject object ? object.get(part) : null;
      }
      if (at instanceof JsonObject forms) {
        at = forms.get(form);
      }
      return at instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
  }

  /// Empty where a team has no file of its own.
  static Optional<WordsCheck> check(ConfigFiles files, Language language) {
    return files
        .own(file(language))
        .map(own ->
            WordsCheck.of(
                own,
                ConfigFiles.shipped(file(language))
                    .orElseGet(() -> ConfigFiles.shipped(file(ConfigFiles.LAST)).orElseThrow())));
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

  /// How many sentences could not be said as they are written, and another was said.
  public long failed() {
    return failed.get();
  }

  private void failed(String key, Language language) {
    failed.incrementAndGet();
    if (told.add(key + " " + language.code())) {
      log.error(
          "The sentence \"{}\" of {} can't be said: another is said in its place.",
          key,
          file(language));
    }
  }

  private static String file(Language language) {
    return ConfigFiles.name("words", language);
  }

  /// The sentences of one language.
  public final class Sentences {
    private final Language language;
    private final List<Written> sources; // each for what those before it lack

    private Sentences(Language language, List<Written> sources) {
      this.language = language;
      this.sources = sources;
    }

    public Language language() {
      return language;
    }

    /// The sentence as mrkdwn, each `{name}` in it replaced by the value after that name. Values
    /// are escaped, and mentions in them by name, so that what a person wrote pings nobody; a
    /// [Mrkdwn] goes in as it is. A sentence with forms (`one`, `other`, and those that CLDR names
    /// besides) takes the one that the value of `n` asks for in its language.
    ///
    /// @param namesAndValues `"name", value, "name", value …`
    public String say(String key, Object... namesAndValues) {
      return fill(key, true, namesAndValues);
    }

    /// The sentence as plain text, for titles, labels and buttons: nothing is escaped.
    public String plain(String key, Object... namesAndValues) {
      return fill(key, false, namesAndValues);
    }

    /// What somebody wrote, by the names of whom and what they mentioned, as plain text.
    public String names(Said said) {
      return names(said.kept());
    }

    /// Whether there is such a sentence, for what not every case has one of.
    public boolean isThere(String key) {
      return sources.stream().anyMatch(each -> each.sentences(key, null).findAny().isPresent());
    }

    /// @param at a date, or a moment in the zone of whoever reads it
    public String date(DateShape shape, TemporalAccessor at) {
      return shape.in(language.locale(), ownPattern(shape)).format(at);
    }

    /// Another language's would not be meant.
    private Optional<String> ownPattern(DateShape shape) {
      return sources.stream()
          .filter(each -> each.language().equals(language))
          .flatMap(each -> each.sentences(shape.key(), null))
          .findFirst();
    }

    private String names(String kept) {
      if (!Mentions.mayBeIn(kept)) {
        return kept;
      }
      return Mentions.shown(
          kept,
          new Mentions.Unnamed(
              plain("app.someone"), plain("app.some_channel"), plain("app.some_group")));
    }

    private String fill(String key, boolean mrkdwn, Object... namesAndValues) {
      var values = new LinkedHashMap<String, Object>();
      for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
        values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
      }
      List<String> written =
          sources.stream().flatMap(each -> each.sentences(key, values.get("n"))).toList();
      for (String sentence : written) {
        Optional<String> filled = filled(sentence, values, mrkdwn);
        if (filled.isPresent()) {
          return filled.get();
        }
        failed(key, language);
      }
      if (written.isEmpty()) {
        failed(key, language);
      }
      return written.isEmpty() ? key : written.getLast().replaceAll("\\{[^}]*}?", "…");
    }

    /// Empty where a blank has no value.
    private Optional<String> filled(String sentence, Map<String, Object> values, boolean mrkdwn) {
      var filled = new StringBuilder();
      int done = 0;
      for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', done)) {
        int close = sentence.indexOf('}', open);
        String name = close < 0 ? null : sentence.substring(open + 1, close);
        if (!values.containsKey(name)) {
          return Optional.empty();
        }
        filled.append(sentence, done, open).append(shown(values.get(name), mrkdwn));
        done = close + 1;
      }
      String whole = filled.append(sentence.substring(done)).toString();
      return sentence.isBlank() ? Optional.empty() : Optional.of(whole);
    }

    private String shown(Object value, boolean mrkdwn) {
      if (value instanceof Mrkdwn markup) {
        return markup.toString();
      }
      String plain = value instanceof Said said ? said.kept() : String.valueOf(value);
      String named = value instanceof Number ? plain : names(plain);
      return mrkdwn ? Mrkdwn.escape(named) : named;
    }
  }
}
