package smallsteps.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.Reply;
import smallsteps.User;
import smallsteps.calendar.Calendar;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;
import smallsteps.nudges.NudgesScene;
import smallsteps.outbox.Owed;
import smallsteps.weekly.Rhythm;

/// On Friday 20 November 2026 at one o'clock in Stockholm.
class NudgeAnswersTest {
  @TempDir private Path folder;
  private NudgesScene scene;

  @BeforeEach
  void open() {
    scene = new NudgesScene(folder, "one", "2026-11-20T12:00:00Z");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aPlanIsSaidBackWithTheDateItBegins() {
    assertThat(scene.told("C1", "monday 09:00"))
        .contains("every Monday at 09:00 (Europe/Stockholm), in Swedish")
        .contains("Monday 23 November 2026 at 09:00");
    assertThat(scene.told("C1", "tisdag kl 10 engelska asia/kolkata", NudgesScene.SWEDISH))
        .contains("varje tisdag kl. 10:00 (Asia/Kolkata), på engelska")
        .contains("tisdag 24 november 2026 kl. 10:00");
  }

  @Test
  void partsThatAreNotTypedStayAsTheyWere() {
    scene.type("C1", "monday 09:00 Asia/Kolkata english");
    assertThat(scene.told("C1", "friday")).contains("every Friday at 09:00 (Asia/Kolkata)");
    assertThat(scene.told("C1", "7:30")).contains("every Friday at 07:30 (Asia/Kolkata)");
    assertThat(scene.told("C1", "stockholm")).contains("07:30 (Europe/Stockholm), in English");
  }

  @Test
  void aPlanWithoutDayOrTimeIsAskedForIt() {
    assertThat(scene.told("C1", "monday")).contains("What time?");
    assertThat(scene.told("C1", "09:00")).contains("Which day?");
    assertThat(scene.told("C1", "english")).contains("no nudges planned");
    assertThat(scene.told("C1", "every")).contains("You can also type");
  }

  @Test
  void aLanguageWordChangesTheChannelsLanguageAlone() {
    scene.type("C1", "monday 09:00");
    assertThat(scene.plans.of(new Channel("T1", "C1"))).isEqualTo(NudgesScene.SWEDISH);
    assertThat(scene.told("C1", "english")).contains("now in English");
    assertThat(scene.plans.of(new Channel("T1", "C1"))).isEqualTo(NudgesScene.ENGLISH);
    assertThat(scene.plans.of(new Channel("T2", "C1"))).isEqualTo(NudgesScene.SWEDISH);
    Owed post = scene.at("2026-11-23T08:00:00Z").tick().getFirst();
    assertThat(post.content().text()).contains("I did a small thing");
  }

  @Test
  void bareNudgeTellsThePlanAndWhatOneCanType() {
    assertThat(scene.told("C1", "")).contains("no nudges planned").contains("You can also type");
    scene.type("C1", "monday 09:00");
    assertThat(scene.told("C1", "")).contains("every Monday").contains("You can also type");
  }

  @Test
  void nextShowsEightDatesWithTheClockChangeSaid() {
    scene.at("2027-03-15T12:00:00Z").type("C1", "sunday 02:30");
    String next = scene.told("C1", "next");
    assertThat(next.lines().filter(line -> line.startsWith("• "))).hasSize(8);
    assertThat(next)
        .contains("• Sunday 21 March 2027 at 02:30\n")
        .contains("• Sunday 28 March 2027 at 03:30 (instead of 02:30")
        .contains("• Sunday 4 April 2027 at 02:30");
    assertThat(scene.told("C1", "nästa", NudgesScene.SWEDISH))
        .contains("söndag 28 mars 2027 kl. 03:30 (i stället för 02:30");
  }

  @Test
  void aPauseSkipsItsSlotsAndSaysWhenItEnds() {
    scene.type("C1", "monday 09:00");
    assertThat(scene.told("C1", "pause 2 weeks"))
        .contains("resting until Friday 4 December 2026")
        .contains("Monday 7 December 2026 at 09:00");
    assertThat(scene.told("C1", "next"))
        .contains("Monday 30 November 2026 at 09:00: skipped, paused until Friday 4 December")
        .contains("• Monday 7 December 2026 at 09:00\n");
    assertThat(scene.at("2026-11-23T08:00:00Z").tick()).isEmpty();
    assertThat(scene.last().state()).isEqualTo("skipped");
    assertThat(scene.told("C1", "next"))
        .contains("23 November 2026 at 09:00: not posted, the nudges were");
    assertThat(scene.at("2026-12-07T08:00:00Z").tick()).hasSize(1);
  }

  @Test
  void aPauseLongerThanWhatIsShownStillSaysWhenItEnds() {
    scene.type("C1", "monday 09:00");
    assertThat(scene.told("C1", "pausa till 1 juni 2027")).contains("Monday 7 June 2027 at 09:00");
    assertThat(scene.told("C1", "pausa till 1 juni 2026")).contains("is already over");
    assertThat(scene.told("C1", "next")).contains("paused until Tuesday 1 June 2027");
  }

  @Test
  void anOpenPauseLastsUntilSomebodyResumes() {
    scene.type("C1", "monday 09:00");
    assertThat(scene.told("C1", "pause")).contains("paused. Type `/nudge resume`");
    assertThat(scene.at("2026-11-23T08:00:00Z").tick()).isEmpty();
    assertThat(scene.told("C1", "resume"))
        .contains("the nudges are on again", "Monday 30 November 2026 at 09:00");
    assertThat(scene.tick()).isEmpty();
    assertThat(scene.at("2026-11-30T08:00:00Z").tick()).hasSize(1);
  }

  @Test
  void offEndsItAndWithoutAPlanEveryWordSaysSo() {
    scene.type("C1", "monday 09:00");
    assertThat(scene.told("C1", "off")).contains("no more nudges");
    for (String word : List.of("off", "pause", "resume", "next")) {
      assertThat(scene.told("C1", word)).contains("no nudges planned");
    }
    assertThat(scene.at("2026-11-23T08:00:00Z").tick()).isEmpty();
  }

  @Test
  void nowPostsAtOnceWithoutAPlanAndHasItsReceipt() {
    Owed post = scene.typeNow("C1");
    assertThat(post.channelId()).isEqualTo("C1");
    assertThat(post.content().text()).contains("Jag gjorde en liten sak");
    post.done("1.1");
    assertThat(scene.told("C1", "next"))
        .contains("no nudges planned")
        .contains("Friday 20 November 2026 at 13:00: posted");
    assertThat(scene.plans.of(new Channel("T1", "C1"))).isEqualTo(NudgesScene.SWEDISH);
  }

  @Test
  void nowLeavesThePlanAndItsDayAsTheyAre() {
    scene.type("C1", "monday 09:00");
    scene.at("2026-11-23T07:00:00Z").typeNow("C1").done("1.1");
    assertThat(scene.at("2026-11-23T08:00:00Z").tickAndPost()).hasSize(1);
    assertThat(scene.nudges.ofAll(null, null, "C1")).hasSize(2);
  }

  @Test
  void nowTwiceInOneSecondIsOneNudge() {
    scene.typeNow("C1");
    assertThat(scene.type("C1", "now")).isInstanceOf(Reply.OnlyYou.class);
    assertThat(scene.told("C1", "now")).contains("already on its way");
  }

  @Test
  void whatIsNotUnderstoodIsRepeatedHarmlesslyWithTheNearestWord() {
    assertThat(scene.told("C1", "mondya 9"))
        .contains("Did you mean “monday”?")
        .contains("`/nudge monday 09:00`");
    assertThat(scene.told("C1", "<!channel|x>")).doesNotContain("<!channel");
    assertThat(scene.told("C1", "monday 9 Europe/Stokholm")).contains("Europe/Stockholm");
    assertThat(scene.told("C1", "monday 25:00")).contains("25:00");
  }

  @Test
  void whoSetAPlanIsGivenOutAndForgottenWhileThePlanStays() {
    scene.type("C1", "monday 09:00");
    var table = scene.plansRoom.userTables().getFirst();
    var user = new User("T1", "U1");
    assertThat(table.export().apply(user))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("channel", "C1"));
    assertThat(table.forget().applyAsInt(new User("T2", "U1"))).isZero();
    assertThat(table.forget().applyAsInt(user)).isEqualTo(1);
    assertThat(table.export().apply(user)).isEmpty();
    assertThat(scene.at("2026-11-23T08:00:00Z").tick()).hasSize(1);
  }

  @Test
  void nobodyIsToldToInviteTheBotToADirectMessage() {
    var words = Words.load(ConfigFiles.packed(), NudgesScene.SWEDISH);
    var daysOff = new DaysOff(Calendar.load(ConfigFiles.packed(), "se"));
    for (var language : words.languages()) {
      var say = new PlanSentences(words.in(language), daysOff);
      assertThat(say.rests(resting("D1", "channel_not_found"))).doesNotContain("/invite");
      assertThat(say.rests(resting("G1", "channel_not_found")))
          .contains("/invite")
          .containsPattern("direktmeddelande mellan flera|direct message between several");
    }
  }

  private static Plan resting(String channelId, String reason) {
    return new Plan(
        new Channel("T1", channelId),
        new Rhythm(DayOfWeek.MONDAY, LocalTime.NOON, ZoneOffset.UTC),
        NudgesScene.SWEDISH,
        new Plan.Pause(reason, null),
        null,
        "U1",
        Instant.EPOCH);
  }

  @Test
  void everyReasonIsSaidInEveryLanguage() {
    var words = Words.load(ConfigFiles.packed(), NudgesScene.SWEDISH);
    var daysOff = new DaysOff(Calendar.load(ConfigFiles.packed(), "se"));
    for (var language : words.languages()) {
      var say = new PlanSentences(words.in(language), daysOff);
      for (String code :
          List.of(
              "asked", "changed", "off", "too_late", "unsure", "summer", "eve", "msg_too_long")) {
        assertThat(say.reason(code, null).markup()).isNotBlank();
      }
      for (String code : List.of("asked", "not_in_channel", "channel_not_found", "is_archived")) {
        assertThat(say.rests(resting("C1", code))).contains("`/nudge ");
      }
    }
  }
}
