package smallsteps.principles;

import java.net.URI;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smallsteps.Language;
import smallsteps.PrincipleNumber;
import smallsteps.SetupException;
import smallsteps.config.ConfigFiles;

/// The seven principles, in each language that has a file of them; any other language reads them in
/// the bot's own.
public final class Principles {
  private final Map<Language, Edition> editions = new LinkedHashMap<>();
  private final Edition fallback;

  /// @param url in ASCII, as it goes into a link
  record Source(String name, String url) {}

  private record Edition(List<Principle> principles, Source source) {}

  private Principles(ConfigFiles files, Language fallback) {
    editions.putAll(
        SetupException.allOf(
            files.languages("principles"),
            language -> edition(PrinciplesFile.read(files, language, fallback))));
    if (!editions.containsKey(fallback)) {
      throw new SetupException(
          "The setting \"language\" is \""
              + fallback.code()
              + "\", and there is no "
              + PrinciplesFile.name(fallback)
              + ". Choose another, or add that file.");
    }
    this.fallback = editions.get(fallback);
  }

  /// @param fallback the language of the setting, which must have its file
  /// @throws SetupException with what is wrong in a file
  public static Principles load(ConfigFiles files, Language fallback) {
    return new Principles(files, fallback);
  }

  /// @param number 1 to 7
  public Principle get(int number, Language language) {
    return all(language).get(number - 1);
  }

  public List<Principle> all(Language language) {
    return in(language).principles();
  }

  /// The ISO week chooses: week 1 has the first, week 8 the first again.
  public Principle ofWeek(LocalDate day, Language language) {
    return get(numberOfWeek(day), language);
  }

  public List<Language> languages() {
    return List.copyOf(editions.keySet());
  }

  Source source(Language language) {
    return in(language).source();
  }

  static int numberOfWeek(LocalDate day) {
    return (week(day) - 1) % PrincipleNumber.LAST + 1;
  }

  static int week(LocalDate day) {
    return day.get(WeekFields.ISO.weekOfWeekBasedYear());
  }

  private Edition in(Language language) {
    return editions.getOrDefault(language, fallback);
  }

  private static Edition edition(PrinciplesFile file) {
    String url = URI.create(file.sourceUrl()).toASCIIString();
    return new Edition(file.inOrder(), new Source(file.source(), url));
  }
}
