package smallsteps.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Disguises;

/// `/nudge …` as other keyboards write it, and what people type for a time zone.
class DisguisedWordsTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final List<String> COMMANDS =
      List.of(
          "monday 09:00",
          "måndag 9.00 europe/stockholm",
          "next",
          "pause 2 weeks",
          "pausa till 7 januari",
          "pause until 2027-01-07",
          "resume",
          "off",
          "now",
          "help",
          "show",
          "skip holidays",
          "keep summer",
          "language swedish",
          "digest friday 15:00",
          "digest off",
          "only me",
          "vem som helst");

  @Property(tries = 2000)
  void aCommandMeansTheSameInAnyDisguise(@ForAll Random random) {
    String plain = Disguises.pick(COMMANDS, random);
    String typed = Disguises.of(plain, random);

    assertThat(NudgeGrammar.read(typed)).as(typed).isEqualTo(same(plain, typed));
  }

  /// What is said of a language keeps its spelling.
  private static NudgeQuery same(String plain, String typed) {
    return NudgeGrammar.read(typed) instanceof NudgeQuery.Speak(String language)
            && Typed.plain(language).equals("swedish")
        ? new NudgeQuery.Speak(language)
        : NudgeGrammar.read(plain);
  }

  static Stream<String> glued() {
    return Stream.concat(Disguises.SPACES.stream(), Disguises.UNSEEN.stream())
        .flatMap(space ->
            Stream.of(
                "monday" + space + "09:00",
                space + "monday" + space + "09:00" + space,
                "monday" + space + space + "09:00"));
  }

  @ParameterizedTest
  @MethodSource("glued")
  @ValueSource(
      strings = {
        "monday – 09:00", "monday–09:00", "monday -09:00", "monday − 09:00", "monday‑09：00",
        "ｍｏｎｄａｙ　０９：００", "“monday” 09:00", "*monday* 09:00.", "mon\u200Bday\u200B09:00",
            "monday@09:00",
        "monday 9。00", "monday ٠٩:٠٠"
      })
  void dayAndTimeAreReadWhateverStandsBetweenThem(String typed) {
    assertThat(NudgeGrammar.read(typed))
        .isEqualTo(new NudgeQuery.Change(null, DayOfWeek.MONDAY, LocalTime.of(9, 0), null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "+02:00, 2",
    "+2, 2",
    "+0200, 2",
    "UTC+2, 2",
    "utc+02:00, 2",
    "GMT+2, 2",
    "UTC−5, -5",
    "CEST, 2",
    "CET, 1",
    "EST, -5",
    "cest, 2",
    "ＵＴＣ＋２, 2",
    "Z+1, 1",
    "BST, 1",
    "PDT, -7"
  })
  void anOffsetOrAnAbbreviationIsNoZoneAndNoTimeOfDay(String typed, int hours) {
    assertThat(NudgeGrammar.read("monday 09:00 " + typed))
        .isInstanceOf(NudgeQuery.FixedOffset.class)
        .extracting(query -> ((NudgeQuery.FixedOffset) query).offset())
        .isEqualTo(ZoneOffset.ofHours(hours));
  }

  @Test
  void theNearestPlaceIsTheChannelsOwnWhereItsClockShowsThat() {
    assertThat(Offsets.near(ZoneOffset.ofHours(2), STOCKHOLM)).startsWith("Europe/Stockholm");
    assertThat(Offsets.near(ZoneOffset.ofHours(1), STOCKHOLM)).startsWith("Europe/Stockholm");
    assertThat(Offsets.near(ZoneOffset.ofHours(-5), STOCKHOLM)).startsWith("America/New_York");
    assertThat(Offsets.near(ZoneOffset.ofHoursMinutes(5, 30), STOCKHOLM))
        .startsWith("Asia/Kolkata");
    assertThat(Offsets.near(ZoneOffset.ofHours(-12), STOCKHOLM))
        .containsExactly("Europe/Stockholm");
    assertThat(Zones.offer("CEST", null, STOCKHOLM)).startsWith("Europe/Stockholm");
    assertThat(Zones.offer("\u00A0+02:00", null, STOCKHOLM)).startsWith("Europe/Stockholm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+99", "UTC+27", "+02:75"})
  void anOffsetThatIsNoneIsNoZone(String typed) {
    assertThat(NudgeGrammar.read("monday 09:00 " + typed))
        .isInstanceOf(NudgeQuery.NoSuchZone.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Etc/GMT-2", "stockholm", "new york", "Ｓｔｏｃｋｈｏｌｍ", "stock\u00ADholm"})
  void whatIsAZoneStaysOne(String typed) {
    assertThat(NudgeGrammar.read("monday 09:00 " + typed))
        .isInstanceOf(NudgeQuery.Change.class)
        .extracting(query -> ((NudgeQuery.Change) query).zone())
        .isNotNull();
  }

  /// What took the square of its length took minutes here.
  @Test
  @Timeout(60)
  void aTextOfSignsThatNobodySeesIsReadWhateverItsLength() {
    assertThat(Typed.words("\u200B".repeat(100_000))).isEmpty();
    assertThat(Typed.words("a\u200B".repeat(50_000))).isNotEmpty();
  }
}
