package smallsteps.plans;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import smallsteps.Language;

/// The words that `/nudge` knows, Swedish and English, found without dots and rings.
final class Vocabulary {

  enum Keyword {
    SETTINGS,
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
          "SETTINGS settings inställningar ändra change edit",
          "SHOW show visa status plan",
          "NEXT next upcoming nästa kommande",
          "PAUSE pause pausa paus",
          "RESUME resume återuppta fortsätt unpause continue återupptag",
          "OFF off av stopp stop stoppa remove sluta",
          "NOW now nu",
          "HELP help hjälp");

  enum Setting {
    LANGUAGE,
    DIGEST,
    ONLY,
    ANYONE
  }

  static final Map<String, Setting> SETTINGS =
      words(
          Setting::valueOf,
          "LANGUAGE language språk",
          "DIGEST digest summary sammanfattning sammanfattningen",
          "ONLY only bara endast",
          "ANYONE anyone everyone anybody everybody alla vem");

  static final Map<String, Set<Skip>> SKIPS =
      words(
          Vocabulary::skips,
          "RED_DAY+EVE holidays holiday helgdagar helgdag helgdagarna",
          "RED_DAY red röda röd",
          "EVE eves eve aftnar afton aftnarna",
          "BRIDGE_DAY bridge klämdagar klämdag klämdagarna",
          "SUMMER summer sommar sommaren sommarveckor sommarveckorna");

  static final Map<String, Boolean> IS_SKIPPED =
      words(
          Boolean::valueOf,
          "true skip skippa hoppa utan without",
          "false keep behåll behålla även include");

  /// Words that say nothing of their own beside the days that are left out.
  static final Set<String> SKIP_FILLERS =
      plain(
          "over public days day dagar dag dagarna weeks week veckor and och the on på".split(" "));

  /// The rest of "vem som helst".
  static final Set<String> ANYONE_FILLERS = plain("som helst".split(" "));

  static final Set<String> ME = plain("me jag mig myself own owner".split(" "));

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

  /// Each of some weeks, with how many after it or none.
  static final Set<String> EVERY = known("every each var vart varje");

  static final Set<String> FORTNIGHTLY = known("varannan vartannat fortnightly biweekly fortnight");

  static final Set<String> WEEKLY = known("weekly");
  static final Set<String> WEEKS = plain("week weeks vecka veckor".split(" "));
  static final Set<String> MONTHS =
      known("month months monthly månad månaden månader månadens månadsvis");

  /// Of how many weeks each.
  static final Map<String, Integer> COUNTS =
      words(
          Integer::valueOf,
          "2 other second 2nd 2 two två andra 2:a",
          "3 third 3rd 3 three tre tredje 3:e",
          "4 fourth 4th 4 four fyra fjärde 4:e",
          "5 fifth 5th 5 five fem femte 5:e",
          "6 sixth 6th 6 six sex sjätte 6:e",
          "7 seventh 7th 7 seven sju sjunde 7:e",
          "8 eighth 8th 8 eight åtta åttonde 8:e");

  /// The how manieth of its weekday in a month.
  static final Map<String, Integer> NTH =
      words(
          Integer::valueOf,
          "1 first 1st första 1:a",
          "2 second 2nd andra 2:a",
          "3 third 3rd tredje 3:e",
          "4 fourth 4th fjärde 4:e",
          "-1 last final sista");

  static final Map<String, Language> LANGUAGES =
      words(Language::new, "sv svenska swedish sv", "en engelska english en");

  /// Words that say nothing of their own.
  static final Set<String> FILLERS =
      plain(
          "every each on at the of kl klockan varje var på i in and och with with set post den"
              .split(" "));

  private Vocabulary() {}

  private static Set<Skip> skips(String joined) {
    return Arrays.stream(joined.split("\\+")).map(Skip::valueOf).collect(Collectors.toSet());
  }

  /// Whether it says anything in a plan, a setting or a pause.
  static boolean knows(Typed word) {
    String plain = word.plain();
    return SPELLINGS.containsKey(plain)
        || KEYWORDS.containsKey(plain)
        || LANGUAGES.containsKey(plain)
        || FILLERS.contains(plain)
        || WEEKS.contains(plain)
        || SKIP_FILLERS.contains(plain)
        || ANYONE_FILLERS.contains(plain)
        || ME.contains(plain)
        || PauseGrammar.knows(plain)
        || TypedTime.looksLikeOne(word)
        || Offsets.looksLikeOne(word)
        || Zones.find(word).isPresent();
  }

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

  private static Set<String> known(String words) {
    return words(Function.identity(), "- " + words).keySet();
  }

  private static Set<String> plain(String... words) {
    var plain = new HashSet<String>();
    for (String word : words) {
      plain.add(Typed.plain(word));
    }
    return Set.copyOf(plain);
  }
}
