package smallsteps.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Language;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;

/// The days of 2024 to 2030 as almanacs print them, against what the rules give.
class SwedishCalendarTest {
  private static final Language SWEDISH = new Language("sv");
  private static final Language ENGLISH = new Language("en");
  private final Calendar calendar = Calendar.load(ConfigFiles.packed(), "se");

  @ParameterizedTest
  @CsvSource({
    "2024, 03-29, 03-31, 05-09, 05-19, 06-21, 06-22, 11-02",
    "2025, 04-18, 04-20, 05-29, 06-08, 06-20, 06-21, 11-01",
    "2026, 04-03, 04-05, 05-14, 05-24, 06-19, 06-20, 10-31",
    "2027, 03-26, 03-28, 05-06, 05-16, 06-25, 06-26, 11-06",
    "2028, 04-14, 04-16, 05-25, 06-04, 06-23, 06-24, 11-04",
    "2029, 03-30, 04-01, 05-10, 05-20, 06-22, 06-23, 11-03",
    "2030, 04-19, 04-21, 05-30, 06-09, 06-21, 06-22, 11-02"
  })
  void theDaysThatMoveAreWhereAlmanacsHaveThem(
      String year,
      String goodFriday,
      String easter,
      String ascension,
      String whitsun,
      String midsummersEve,
      String midsummer,
      String allSaints) {
    assertThat(named(year, goodFriday)).isEqualTo("RED långfredagen");
    assertThat(named(year, easter)).isEqualTo("RED påskdagen");
    assertThat(named(year, ascension)).isEqualTo("RED Kristi himmelsfärdsdag");
    assertThat(named(year, whitsun)).isEqualTo("RED pingstdagen");
    assertThat(named(year, midsummersEve)).isEqualTo("EVE midsommarafton");
    assertThat(named(year, midsummer)).isEqualTo("RED midsommardagen");
    assertThat(named(year, allSaints)).isEqualTo("RED alla helgons dag");
  }

  @Test
  void allOf2026() {
    assertThat(ofYear(2026, day -> day.kind() == DayOff.Kind.RED && !day.isWeekly()))
        .containsExactlyEntriesOf(
            sorted(
                "2026-01-01 nyårsdagen",
                "2026-01-06 trettondedag jul",
                "2026-04-03 långfredagen",
                "2026-04-05 påskdagen",
                "2026-04-06 annandag påsk",
                "2026-05-01 första maj",
                "2026-05-14 Kristi himmelsfärdsdag",
                "2026-05-24 pingstdagen",
                "2026-06-06 Sveriges nationaldag",
                "2026-06-20 midsommardagen",
                "2026-10-31 alla helgons dag",
                "2026-12-25 juldagen",
                "2026-12-26 annandag jul"));
    assertThat(ofYear(2026, day -> day.kind() == DayOff.Kind.EVE))
        .containsExactlyEntriesOf(
            sorted(
                "2026-01-05 trettondagsafton",
                "2026-04-02 skärtorsdagen",
                "2026-04-04 påskafton",
                "2026-04-30 valborgsmässoafton",
                "2026-05-23 pingstafton",
                "2026-06-19 midsommarafton",
                "2026-10-30 allhelgonaafton",
                "2026-12-24 julafton",
                "2026-12-31 nyårsafton"));
  }

  @Test
  void aWorkingDayBetweenTwoDaysOffIsABridgeDay() {
    assertThat(ofYear(2024, day -> day.kind() == DayOff.Kind.BRIDGE).keySet())
        .extracting(LocalDate::toString)
        .containsExactly("2024-05-10", "2024-06-07", "2024-12-23", "2024-12-27", "2024-12-30");
    assertThat(ofYear(2026, day -> day.kind() == DayOff.Kind.BRIDGE).keySet())
        .extracting(LocalDate::toString)
        .containsExactly("2026-01-02", "2026-05-15");
  }

  @Test
  void aSundayIsRedByItselfAndASaturdayIsNot() {
    DayOff sunday = calendar.dayOff(LocalDate.of(2026, 11, 22)).orElseThrow();
    assertThat(sunday.kind()).isEqualTo(DayOff.Kind.RED);
    assertThat(sunday.isWeekly()).isTrue();
    assertThat(sunday.name(SWEDISH)).isEqualTo("söndag");
    assertThat(calendar.dayOff(LocalDate.of(2026, 11, 21))).isEmpty();
  }

  @Test
  void anOrdinaryMondayIsNothing() {
    assertThat(calendar.dayOff(LocalDate.of(2026, 11, 23))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1961, 2008, 2160})
  void ascensionOnTheFirstOfMayIsOneRedDay(int year) {
    LocalDate mayDay = LocalDate.of(year, 5, 1);
    assertThat(calendar.dayOff(mayDay).map(DayOff::kind)).contains(DayOff.Kind.RED);
  }

  @Test
  void anEveThatFallsOnARedDayIsTheRedDay() {
    assertThat(named("2071", "06-06")).isEqualTo("RED Sveriges nationaldag");
    assertThat(named("2071", "06-07")).isEqualTo("RED pingstdagen");
  }

  @Test
  void theEarliestAndTheLatestEasterAreRight() {
    assertThat(Easter.in(1818)).isEqualTo(LocalDate.of(1818, 3, 22));
    assertThat(Easter.in(1943)).isEqualTo(LocalDate.of(1943, 4, 25));
    assertThat(Easter.in(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
    assertThat(IntStream.rangeClosed(1900, 2200).mapToObj(Easter::in))
        .allMatch(easter -> easter.getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  @Test
  void summerIsWeeks28To31() {
    assertThat(calendar.isSummer(LocalDate.of(2026, 7, 5))).isFalse();
    assertThat(calendar.isSummer(LocalDate.of(2026, 7, 6))).isTrue();
    assertThat(calendar.isSummer(LocalDate.of(2026, 8, 2))).isTrue();
    assertThat(calendar.isSummer(LocalDate.of(2026, 8, 3))).isFalse();
  }

  @Test
  void aWeekIsSaidByItsIsoNumberAlsoOverNewYear() {
    Words words = Words.load(ConfigFiles.packed(), SWEDISH);
    assertThat(Calendar.week(LocalDate.of(2026, 11, 23), words.in(SWEDISH))).isEqualTo("vecka 48");
    assertThat(Calendar.week(LocalDate.of(2027, 1, 3), words.in(ENGLISH))).isEqualTo("week 53");
  }

  @Test
  void aDaySaysWhatItIsInBothLanguages() {
    Words words = Words.load(ConfigFiles.packed(), SWEDISH);
    DayOff ascension = calendar.dayOff(LocalDate.of(2026, 5, 14)).orElseThrow();
    assertThat(ascension.inWords(words.in(SWEDISH))).hasToString("röd dag: Kristi himmelsfärdsdag");
    assertThat(ascension.inWords(words.in(ENGLISH))).hasToString("public holiday: Ascension Day");
    DayOff bridge = calendar.dayOff(LocalDate.of(2026, 5, 15)).orElseThrow();
    assertThat(bridge.inWords(words.in(SWEDISH))).hasToString("klämdag");
  }

  private String named(String year, String day) {
    Optional<DayOff> found = calendar.dayOff(LocalDate.parse(year + "-" + day));
    return found.map(off -> off.kind() + " " + off.name(SWEDISH)).orElse("nothing");
  }

  private Map<LocalDate, String> ofYear(int year, Predicate<DayOff> which) {
    var days = new TreeMap<LocalDate, String>();
    LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .flatMap(date -> calendar.dayOff(date).stream())
        .filter(which)
        .forEach(day -> days.put(day.date(), day.name(SWEDISH)));
    return days;
  }

  private static Map<LocalDate, String> sorted(String... days) {
    var sorted = new TreeMap<LocalDate, String>();
    List.of(days)
        .forEach(day -> sorted.put(LocalDate.parse(day.substring(0, 10)), day.substring(11)));
    return sorted;
  }
}
