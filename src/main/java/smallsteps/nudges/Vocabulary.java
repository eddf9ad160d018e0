package smallsteps.nudges;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import smallsteps.Language;

/// The words that `/nudge` knows, Swedish and English, found without dots and rings.
final class Vocabulary {

  enum Keyword {
    SHOW,
    NEXT,
    PAUSE,
    RESUME,
    OFF,
    NOW,
    HELP
  }

  private static final Map<String, String> SPELLINGS = new LinkedHashMap<>();

  static final Map<String, Keyword> KEYWORDS =
      words(
          Keyword::valueOf,
          "SHOW show visa status plan settings inställningar",
          "NEXT next upcoming nästa kommande",
          "PAUSE pause pausa paus",
          "RESUME resume återuppta fortsätt unpause continue återupptag",
          "OFF off av stopp stop stoppa remove sluta",
          "NOW now nu",
          "HELP help hjälp");

  static final Map<String, DayOfWeek> WEEKDAYS =
      words(
          DayOfWeek::valueOf,
          "MONDAY monday måndag mon mån mondays måndagar måndagen",
          "TUESDAY tuesday tisdag tue tis tues tuesdays tisdagar tisdagen",
          "WEDNESDAY wednesday onsdag wed ons weds wednesdays onsdagar onsdagen",
          "THURSDAY thursday torsdag thu tor thur thurs tors thursdays torsdagar torsdagen",
          "FRIDAY friday fredag fri fre fridays fredagar fredagen",
          "SATURDAY saturday lördag sat lör saturdays lördagar lördagen",
          "SUNDAY sunday söndag sun sön sundays söndagar söndagen");

  static final Map<String, Language> LANGUAGES =
      words(Language::new, "sv svenska swedish sv", "en engelska english en");

  /// Words that say nothing of their own.
  static final Set<String> FILLERS =
      plain("every each on at the kl klockan varje på i in and och with with set post".split(" "));

  private Vocabulary() {}

  /// The spelling of the known word that looks most like this one; null when none does.
  static String near(String plain) {
    return Spelling.near(plain, SPELLINGS.keySet(), 1).stream()
        .findFirst()
        .map(SPELLINGS::get)
        .orElse(null);
  }

  /// Each line is a value and the words for it.
  private static <T> Map<String, T> words(Function<String, T> value, String... lines) {
    var words = new HashMap<String, T>();
    for (String line : lines) {
      List<String> parts = List.of(line.split(" "));
      for (String word : parts.subList(1, parts.size())) {
        words.put(Typed.plain(word), value.apply(parts.getFirst()));
        if (word.length() > 2) {
          SPELLINGS.put(Typed.plain(word), word);
        }
      }
    }
    return Map.copyOf(words);
  }

  private static Set<String> plain(String... words) {
    var plain = new HashSet<String>();
    for (String word : words) {
      plain.add(Typed.plain(word));
    }
    return Set.copyOf(plain);
  }
}
