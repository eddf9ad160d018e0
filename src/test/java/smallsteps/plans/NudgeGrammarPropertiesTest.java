package smallsteps.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import smallsteps.OddTexts;
import smallsteps.nudges.NudgesScene;

/// `/nudge …`: what is written out is read back, and nothing that is typed breaks it.
class NudgeGrammarPropertiesTest {
  private static final List<Locale> LOCALES = List.of(Locale.of("sv"), Locale.ENGLISH);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/"))
            .sorted()
            .map(ZoneId::of)
            .toList());
  }

  @Provide
  Arbitrary<LocalTime> times() {
    return Arbitraries.integers()
        .between(0, 24 * 60 - 1)
        .map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.integers().between(1, 9000).map(TODAY::plusDays);
  }

  @Provide
  Arbitrary<String> texts() {
    var words =
        Arbitraries.of(
            "monday",
            "måndag",
            "mån",
            "pause",
            "pausa",
            "until",
            "till",
            "2",
            "weeks",
            "veckor",
            "9",
            "09:00",
            "25:99",
            "pm",
            "31",
            "februari",
            "30/2",
            "2027-02-30",
            "9999-12-31",
            "Europe/Stockholm",
            "new",
            "york",
            "/",
            "skip",
            "holidays",
            "keep",
            "digest",
            "fredag",
            "only",
            "me",
            "språk",
            "svenska",
            "now",
            "next",
            "off",
            "0",
            "999",
            "years",
            "29",
            "<!channel>",
            "&",
            "null",
            "%s",
            "{typed}");
    return Arbitraries.oneOf(
            OddTexts.all(), words.list().ofMaxSize(6).map(list -> String.join(" ", list)))
        .flatMap(text ->
            Combinators.combine(
                    Arbitraries.of("", "pause ", "skip ", "digest "), Arbitraries.just(text))
                .as(String::concat));
  }

  @Property(tries = 1000)
  void aPlanInAnyOrderAndEitherLanguageIsReadBack(
      @ForAll DayOfWeek weekday,
      @ForAll("times") LocalTime time,
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(max = 1) int language,
      @ForAll Random random) {
    Locale locale = LOCALES.get(language);
    var spoken = language == 0 ? NudgesScene.SWEDISH : NudgesScene.ENGLISH;
    var parts =
        new ArrayList<>(
            List.of(
                weekday.getDisplayName(TextStyle.FULL, locale),
                time.format(
                    DateTimeFormatter.ofPattern(language == 0 ? "HH.mm" : "h:mma", Locale.US)),
                zone.getId(),
                language == 0 ? "svenska" : "English"));
    Collections.shuffle(parts, random);
    String typed = String.join(random.nextBoolean() ? " " : ", ", parts);

    assertThat(NudgeGrammar.read(typed))
        .as(typed)
        .isEqualTo(new NudgeQuery.Change(null, weekday, time, zone, spoken));
  }

  @Property
  void aPauseUntilADayIsReadBackHoweverItIsWritten(
      @ForAll("dates") LocalDate date, @ForAll @IntRange(max = 4) int way) {
    String typed =
        switch (way) {
          case 0 -> "pause until " + date;
          case 1 -> "pausa till " + date.format(written("d MMMM yyyy", LOCALES.getFirst()));
          case 2 -> "pause until " + date.format(written("MMMM d, yyyy", Locale.ENGLISH));
          case 3 -> "paus till den " + date.format(written("d MMM yyyy", LOCALES.getFirst()));
          default -> "pausa till " + date.format(written("d/M yyyy", LOCALES.getFirst()));
        };

    assertThat(NudgeGrammar.read(typed))
        .as(typed)
        .isEqualTo(new NudgeQuery.Pause(new PauseEnd.On(date)));
  }

  @Property
  void aPauseOfSoLongIsReadBack(@ForAll @IntRange(min = 1, max = 999) int n) {
    assertThat(NudgeGrammar.read("pause " + n + " days"))
        .isEqualTo(new NudgeQuery.Pause(new PauseEnd.After(Period.ofDays(n))));
    assertThat(NudgeGrammar.read("pausa i " + n + " veckor"))
        .isEqualTo(new NudgeQuery.Pause(new PauseEnd.After(Period.ofWeeks(n))));
  }

  @Property(tries = 3000)
  void nothingThatIsTypedBreaksItAndAPauseAlwaysHasItsEnd(@ForAll("texts") String text) {
    NudgeQuery query = NudgeGrammar.read(text);

    assertThat(query).isNotNull();
    if (query instanceof NudgeQuery.Pause(PauseEnd end)) {
      LocalDate last = end.date(TODAY);
      assertThat(last == null || last.getYear() < 10_000).isTrue();
    }
  }

  private static DateTimeFormatter written(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}
