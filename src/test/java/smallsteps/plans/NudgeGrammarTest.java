package smallsteps.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Language;

class NudgeGrammarTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23"); // a Monday

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          monday 09:00                        | MONDAY   | 09:00 |                  |
          Monday, 9:00                        | MONDAY   | 09:00 |                  |
          måndag 9.00 Europe/Stockholm        | MONDAY   | 09:00 | Europe/Stockholm |
          mån 9                               | MONDAY   | 09:00 |                  |
          mandag kl 9                         | MONDAY   | 09:00 |                  |
          MÅNDAGAR KL. 09.00                  | MONDAY   | 09:00 |                  |
          fri 15:30                           | FRIDAY   | 15:30 |                  |
          every friday at 3pm                 | FRIDAY   | 15:00 |                  |
          every friday at 3 pm                | FRIDAY   | 15:00 |                  |
          on fridays at 12 am                 | FRIDAY   | 00:00 |                  |
          friday 12pm                         | FRIDAY   | 12:00 |                  |
          varje fredag kl 15                  | FRIDAY   | 15:00 |                  |
          fredag kl15                         | FRIDAY   | 15:00 |                  |
          kl 9 på torsdagar                   | THURSDAY | 09:00 |                  |
          tors 0930                           | THURSDAY | 09:30 |                  |
          torsdag 3 em                        | THURSDAY | 15:00 |                  |
          sön 23:30 europe/STOCKHOLM svenska  | SUNDAY   | 23:30 | Europe/Stockholm | sv
          english son 7 asia/kolkata          | SUNDAY   | 07:00 | Asia/Kolkata     | en
          sunday 7 utc en                     | SUNDAY   | 07:00 | UTC              | en
          sunday 7:15 am stockholm            | SUNDAY   | 07:15 | Europe/Stockholm |
          sunday 7 in New York                | SUNDAY   | 07:00 | America/New_York |
          `/nudge monday 09:00`               | MONDAY   | 09:00 |                  |
          tisdag                              | TUESDAY  |       |                  |
          10:00                               |          | 10:00 |                  |
          Svenska                             |          |       |                  | sv
          """)
  void aPlanIsReadInSwedishAndEnglish(
      String text, DayOfWeek weekday, LocalTime time, String zone, String language) {
    var expected =
        new NudgeQuery.Change(
            null,
            weekday,
            time,
            zone == null ? null : ZoneId.of(zone),
            language == null ? null : new Language(language));
    assertThat(NudgeGrammar.read(text)).isEqualTo(expected);
    assertThat(NudgeGrammar.read(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every other monday 09:00              | weeks:2  | MONDAY   | 09:00
          monday 9 every other week             | weeks:2  | MONDAY   | 09:00
          varannan måndag kl 9                  | weeks:2  | MONDAY   | 09:00
          måndag 9 varannan vecka               | weeks:2  | MONDAY   | 09:00
          every second monday 9                 | weeks:2  | MONDAY   | 09:00
          every 2nd monday 9                    | weeks:2  | MONDAY   | 09:00
          every 2 weeks on friday at 10         | weeks:2  | FRIDAY   | 10:00
          every two weeks friday 10             | weeks:2  | FRIDAY   | 10:00
          fortnightly friday 10                 | weeks:2  | FRIDAY   | 10:00
          var tredje fredag 10:00               | weeks:3  | FRIDAY   | 10:00
          var 3:e fredag 10:00                  | weeks:3  | FRIDAY   | 10:00
          var fjärde vecka på fredag 10         | weeks:4  | FRIDAY   | 10:00
          every 4 weeks friday 10               | weeks:4  | FRIDAY   | 10:00
          every week friday 10                  | weeks:1  | FRIDAY   | 10:00
          fredag 10 varje vecka                 | weeks:1  | FRIDAY   | 10:00
          weekly friday 10                      | weeks:1  | FRIDAY   | 10:00
          first thursday 10:00                  | month:1  | THURSDAY | 10:00
          every first thursday 10:00            | month:1  | THURSDAY | 10:00
          1st thursday of the month 10          | month:1  | THURSDAY | 10:00
          första torsdagen i månaden 10         | month:1  | THURSDAY | 10:00
          den första torsdagen i varje månad 10 | month:1  | THURSDAY | 10:00
          andra tisdagen 8                      | month:2  | TUESDAY  | 08:00
          every second tuesday of the month 8   | month:2  | TUESDAY  | 08:00
          sista fredagen i månaden kl 15        | month:-1 | FRIDAY   | 15:00
          monthly last friday 3pm               | month:-1 | FRIDAY   | 15:00
          every other week                      | weeks:2  |          |
          first monday                          | month:1  | MONDAY   |
          """)
  void howOftenIsReadAsPeopleSayIt(String text, String often, DayOfWeek weekday, LocalTime time) {
    assertThat(NudgeGrammar.read(text))
        .isEqualTo(new NudgeQuery.Change(Often.read(often).every(), weekday, time, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"monthly monday 9", "måndag 9 varje månad", "every month"})
  void aMonthAloneIsAskedWhichWeekOfIt(String text) {
    assertThat(NudgeGrammar.read(text)).isEqualTo(new NudgeQuery.WhichWay("month"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "varannan vecka varje vecka",
        "first monday last friday",
        "every other first monday"
      })
  void twoWaysOfHowOftenAreNoPlan(String text) {
    assertThat(NudgeGrammar.read(text)).isNotInstanceOf(NudgeQuery.Change.class);
  }

  @ParameterizedTest
  @CsvSource({
    "next, Next",
    "Nästa, Next",
    "nasta, Next",
    "resume, Resume",
    "återuppta, Resume",
    "ateruppta, Resume",
    "FORTSÄTT, Resume",
    "off, Off",
    "av, Off",
    "stopp, Off",
    "help, Help",
    "hjälp, Help",
    "help!, Help",
    "now, Now",
    "nu, Now",
    "nu engelska, Now",
    "pause, Pause",
    "pausa, Pause",
    "' ', Settings",
    "status, Show",
    "visa, Show",
    "settings, Settings",
    "inställningar, Settings"
  })
  void aWordDoesTheSameInBothLanguages(String text, String query) {
    assertThat(NudgeGrammar.read(text).getClass().getSimpleName()).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pause 2 weeks                | 2026-12-07
          pausa 2 veckor               | 2026-12-07
          pause for two weeks          | 2026-12-07
          pausa i en vecka             | 2026-11-30
          pause a week                 | 2026-11-30
          pause 3 days                 | 2026-11-26
          pausa 3 dagar                | 2026-11-26
          pause 2w                     | 2026-12-07
          pausa en månad               | 2026-12-23
          pause until 2027-01-07       | 2027-01-07
          pausa 2027-01-07             | 2027-01-07
          pausa till 7 januari         | 2027-01-07
          pausa till den 7:e januari   | 2027-01-07
          pausa till 7 jan. 2028       | 2028-01-07
          pause until January 7th      | 2027-01-07
          pause till 24 december       | 2026-12-24
          pausa till 7/1               | 2027-01-07
          pause until friday           | 2026-11-27
          pausa till måndag            | 2026-11-30
          pausa till i morgon          | 2026-11-24
          """)
  void aPauseIsReadAsItsLastDay(String text, LocalDate date) {
    assertThat(NudgeGrammar.read(text))
        .isInstanceOfSatisfying(
            NudgeQuery.Pause.class, pause -> assertThat(pause.end().date(TODAY)).isEqualTo(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pause forever", "pause until", "pause 0 weeks", "pausa till 30 februari 2027",
        "pausa till 2027-02-30", "pause 9999 weeks", "pausa till 7/13", "pause 2 moons"
      })
  void aPauseWithoutSenseIsSaidToHaveNone(String text) {
    assertThat(NudgeGrammar.read(text)).isInstanceOf(NudgeQuery.NoSuchPause.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          holidays skip                | RED_DAY EVE    | true
          skip holidays                | RED_DAY EVE    | true
          skip public holidays         | RED_DAY EVE    | true
          helgdagar behåll             | RED_DAY EVE    | false
          hoppa över röda dagar        | RED_DAY        | true
          hoppa over roda dagar        | RED_DAY        | true
          skip red days and eves       | RED_DAY EVE    | true
          behåll klemdagar             |                |
          behåll klämdagar             | BRIDGE_DAY     | false
          bridge days keep             | BRIDGE_DAY     | false
          summer skip                  | SUMMER         | true
          sommarveckor behåll          | SUMMER         | false
          """)
  void daysToSkipAreReadInEitherOrder(String text, String days, Boolean isSkipped) {
    NudgeQuery read = NudgeGrammar.read(text);
    if (days == null) {
      assertThat(read).isEqualTo(new NudgeQuery.Unknown("klemdagar", "klämdagar"));
    } else {
      var expected = Stream.of(days.split(" ")).map(Skip::valueOf).collect(Collectors.toSet());
      assertThat(read).isEqualTo(new NudgeQuery.Skips(expected, isSkipped));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest friday 15:00          | DigestOn[weekday=FRIDAY, time=15:00]
          sammanfattning fredag kl 15  | DigestOn[weekday=FRIDAY, time=15:00]
          digest on fridays at 3 pm    | DigestOn[weekday=FRIDAY, time=15:00]
          digest on                    | DigestOn[weekday=null, time=null]
          digest off                   | DigestOff[]
          sammanfattning av            | DigestOff[]
          digest 25:00                 | NoSuchTime[typed=25:00]
          digest fryday                | Unknown[typed=fryday, near=friday]
          digest                       | WhichWay[setting=digest]
          language English             | Speak[typed=English]
          språk engelska               | Speak[typed=engelska]
          språk                        | WhichWay[setting=language]
          only me                      | Restrict[toMe=true]
          bara jag                     | Restrict[toMe=true]
          only                         | WhichWay[setting=only]
          only ben                     | Unknown[typed=ben, near=null]
          anyone                       | Restrict[toMe=false]
          alla                         | Restrict[toMe=false]
          vem som helst                | Restrict[toMe=false]
          skip                         | WhichWay[setting=skip]
          klämdagar                    | WhichWay[setting=skip]
          skip mondays                 | Unknown[typed=mondays, near=null]
          """)
  void theOtherSettingsAreReadInBothLanguages(String text, String query) {
    assertThat(NudgeGrammar.read(text)).hasToString(query);
  }

  @Test
  void aMistypedWordIsMetWithTheNearestOne() {
    assertThat(NudgeGrammar.read("mondya 09:00"))
        .isEqualTo(new NudgeQuery.Unknown("mondya", "monday"));
    assertThat(NudgeGrammar.read("mådag 09:00"))
        .isEqualTo(new NudgeQuery.Unknown("mådag", "måndag"));
    assertThat(NudgeGrammar.read("resmue")).isEqualTo(new NudgeQuery.Unknown("resmue", "resume"));
    assertThat(NudgeGrammar.read("xyzzy")).isEqualTo(new NudgeQuery.Unknown("xyzzy", null));
    assertThat(NudgeGrammar.read("next monday")).isInstanceOf(NudgeQuery.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"monday 25:00", "monday 9:75", "monday 13pm", "monday 0 am", "fri 99"})
  void aTimeThatIsNoneIsSaidSo(String text) {
    assertThat(NudgeGrammar.read(text)).isInstanceOf(NudgeQuery.NoSuchTime.class);
  }

  @Test
  void aZoneThatIsNoneIsMetWithRealOnes() {
    assertThat(NudgeGrammar.read("monday 9 Europe/Stokholm"))
        .isInstanceOfSatisfying(
            NudgeQuery.NoSuchZone.class,
            zone -> assertThat(zone.near()).first().isEqualTo("Europe/Stockholm"));
    assertThat(NudgeGrammar.read("monday 9 Sweden/Stockholm"))
        .isInstanceOfSatisfying(
            NudgeQuery.NoSuchZone.class,
            zone -> assertThat(zone.near()).first().isEqualTo("Europe/Stockholm"));
    assertThat(NudgeGrammar.read("monday 9 Qqqq/Xxxxxxxxx"))
        .isEqualTo(new NudgeQuery.NoSuchZone("Qqqq/Xxxxxxxxx", List.of()));
  }

  @Test
  void aSecondDayOrTimeIsOneTooMany() {
    assertThat(NudgeGrammar.read("monday friday 9")).isEqualTo(new NudgeQuery.Twice("friday"));
    assertThat(NudgeGrammar.read("monday 9 15:00")).isEqualTo(new NudgeQuery.Twice("15:00"));
  }

  @Test
  void anyTextAtAllGetsAnAnswer() {
    for (String text :
        List.of("//", "🌱", "monday 🌱", "<!channel>", "a".repeat(5000), "1/0", "-")) {
      assertThat(NudgeGrammar.read(text)).isNotNull();
      assertThat(NudgeGrammar.read("pause " + text)).isNotNull();
    }
  }
}
