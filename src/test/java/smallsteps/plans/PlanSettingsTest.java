package smallsteps.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.User;
import smallsteps.nudges.NudgesScene;
import smallsteps.storage.Sql;

/// What a channel chooses besides when and in which language, typed. On Friday 17 April 2026.
class PlanSettingsTest {
  private static final String ASCENSION = "2026-05-14T07:00:00Z"; // Thursday, 09:00 in Stockholm
  @TempDir private Path folder;
  private NudgesScene scene;

  @BeforeEach
  void open() {
    scene = new NudgesScene(folder, "one", "2026-04-17T12:00:00Z");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aRedDayIsSkippedAndSaysSoBeforehandAndAfterwards() {
    scene.type("C1", "thursday 09:00");
    assertThat(scene.told("C1", "nästa", NudgesScene.SWEDISH))
        .contains("torsdag 14 maj 2026 kl. 09:00: hoppas över, röd dag: Kristi himmelsfärdsdag")
        .contains("torsdag 30 april 2026 kl. 09:00: hoppas över, valborgsmässoafton");
    for (String due : List.of("2026-04-23", "2026-04-30", "2026-05-07")) {
      scene.at(due + "T07:00:00Z").tickAndPost();
    }
    assertThat(scene.at(ASCENSION).tick()).isEmpty();
    assertThat(scene.receipt()).isEqualTo("skipped red_day");
    assertThat(scene.told("C1", "next"))
        .contains("14 May 2026 at 09:00: not posted, public holiday: Ascension Day");
    assertThat(scene.at("2026-05-21T07:00:00Z").tick()).hasSize(1);
  }

  @Test
  void aRedDayThatNobodyLookedAtBeforeThePlanWasChangedIsStillARedDay() {
    scene.type("C1", "thursday 09:00");
    scene.at("2026-05-07T07:00:00Z").tickAndPost();
    scene.at("2026-05-14T07:30:00Z").type("C1", "friday 10:00");
    assertThat(scene.last().reason()).isEqualTo("red_day");
  }

  @Test
  void whoKeepsHolidaysGetsANudgeOnThem() {
    scene.type("C1", "thursday 09:00");
    assertThat(scene.told("C1", "keep holidays")).contains("I skip the summer weeks.");
    scene.at("2026-05-07T07:00:00Z").tickAndPost();
    assertThat(scene.at(ASCENSION).tick()).hasSize(1);
  }

  @Test
  void bridgeDaysAndSummerAreChosenEachByItself() {
    scene.type("C1", "friday 09:00");
    assertThat(scene.told("C1", "next")).contains("• Friday 15 May 2026 at 09:00\n");
    scene.told("C1", "skip bridge days");
    assertThat(scene.told("C1", "next")).contains("Friday 15 May 2026 at 09:00: skipped, bridge");
    scene.at("2026-07-01T12:00:00Z");
    assertThat(scene.told("C1", "nästa", NudgesScene.SWEDISH))
        .contains("fredag 10 juli 2026 kl. 09:00: hoppas över, sommar, vecka 28")
        .contains("• fredag 7 augusti 2026 kl. 09:00\n");
    assertThat(scene.told("C1", "behåll sommaren", NudgesScene.SWEDISH))
        .contains("Jag hoppar över röda dagar, aftnar (som midsommarafton) och klämdagar.");
    assertThat(scene.told("C1", "next")).contains("• Friday 10 July 2026 at 09:00\n");
  }

  @Test
  void sundaysAreNoReasonToSkipAPlanForSundays() {
    scene.type("C1", "sunday 09:00");
    assertThat(scene.told("C1", "next"))
        .contains("• Sunday 19 April 2026 at 09:00\n")
        .contains("24 May 2026 at 09:00: skipped, public holiday: Whit Sunday");
  }

  @Test
  void aPlanFromBeforeGoesOnAsItDid() {
    scene.type("C1", "thursday 09:00");
    scene.database.write(sql ->
        sql.update("UPDATE nudge_plan SET holiday_rule = 'post', skip_eves = 0, skip_summer = 0"));
    scene.database.write(sql -> sql.update("DELETE FROM weekly WHERE kind = 'digest'"));
    scene.at("2026-05-07T07:00:00Z").tickAndPost();
    assertThat(scene.at(ASCENSION).tick()).hasSize(1);
    assertThat(digests()).isEmpty();
    assertThat(scene.told("C1", "show")).contains("I don’t skip any days.");
  }

  @Test
  void theDigestHasATimeOfItsOwnAndCanBeTurnedOff() {
    scene.type("C1", "thursday 09:00 asia/kolkata english");
    var usual = digests().getFirst();
    assertThat(usual.rhythm().weekday()).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(usual.rhythm().time()).isEqualTo(LocalTime.of(15, 0));
    assertThat(scene.told("C1", "digest thursday"))
        .contains("digest of the week’s small things comes every Thursday at 15:00");
    assertThat(scene.told("C1", "sammanfattning kl 16.30")).contains("Thursday at 16:30");
    var digest = digests().getFirst();
    assertThat(digest.rhythm().weekday()).isEqualTo(DayOfWeek.THURSDAY);
    assertThat(digest.rhythm().time()).isEqualTo(LocalTime.of(16, 30));
    assertThat(digest.rhythm().zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
    assertThat(digest.language()).isEqualTo(NudgesScene.ENGLISH);
    assertThat(digest.since()).isEqualTo(scene.now());
    assertThat(scene.told("C1", "digest off")).contains("There is no weekly digest");
    assertThat(digests()).isEmpty();
    assertThat(scene.told("C1", "digest on")).contains("Friday at 15:00");
  }

  @Test
  void aPausedChannelsDigestRestsAsWell() {
    scene.type("C1", "thursday 09:00");
    scene.type("C1", "pause 2 weeks");
    var digest = digests().getFirst();
    assertThat(digest.isPausedOn(digest.pause().until().minusDays(1))).isTrue();
    assertThat(digest.isPausedOn(digest.pause().until())).isFalse();
  }

  @Test
  void aChoiceLeavesTheRestOfThePlanAndItsPauseAlone() {
    scene.type("C1", "thursday 09:00");
    scene.type("C1", "pause");
    scene.at("2026-04-20T12:00:00Z").type("C1", "skip bridge days");
    scene.type("C1", "language english");
    assertThat(scene.told("C1", "show"))
        .contains("every Thursday at 09:00 (Europe/Stockholm), in English")
        .contains("resting");
    assertThat(setAt(scene)).isEqualTo("2026-04-17T12:00:00Z");
  }

  @Test
  void theLanguageIsNamedInAnyLanguageOrAskedForAgain() {
    scene.type("C1", "thursday 09:00");
    assertThat(scene.told("C1", "language engelska")).contains("now in English");
    assertThat(scene.told("C1", "språk sv")).contains("now in Swedish");
    assertThat(scene.told("C1", "language klingon")).contains("“klingon”", "Swedish", "English");
  }

  @Test
  void onlyWhoKeptItForThemselvesCanChangeItUntilTheyLetGo() {
    scene.type("C1", "thursday 09:00");
    assertThat(scene.told("C1", "only me")).contains("Only you");
    for (String change :
        List.of(
            "friday",
            "pause",
            "resume",
            "off",
            "skip eves",
            "digest off",
            "language en",
            "english",
            "only me",
            "anyone")) {
      assertThat(scene.toldTo("U2", "C1", change)).as(change).contains("only <@U1> can change");
    }
    assertThat(scene.toldTo("U2", "C1", "show")).contains("Only <@U1>").contains("every Thursday");
    assertThat(scene.toldTo("U2", "C1", "next")).contains("Thursday 23 April");
    assertThat(scene.told("C1", "friday")).contains("every Friday");
    assertThat(scene.told("C1", "alla", NudgesScene.SWEDISH)).contains("vem som helst");
    assertThat(scene.toldTo("U2", "C1", "monday")).contains("every Monday");
  }

  @Test
  void aPlanWhoseOwnerIsForgottenIsAnyones() {
    scene.type("C1", "thursday 09:00");
    scene.type("C1", "only me");
    scene.plansRoom.userTables().getFirst().forget().applyAsInt(new User(NudgesScene.TEAM, "U1"));
    assertThat(scene.toldTo("U2", "C1", "friday")).contains("every Friday");
  }

  @Test
  void withoutAPlanThereIsNothingToChoose() {
    for (String choice : List.of("skip eves", "digest friday", "only me", "language en")) {
      assertThat(scene.told("C1", choice)).as(choice).contains("no nudges planned");
    }
  }

  private List<Asked> digests() {
    return scene.plans.asked(NudgesScene.TEAM, Plans.DIGEST);
  }

  private static String setAt(NudgesScene scene) {
    return scene.database.read((Sql sql) ->
        sql.first("SELECT since FROM weekly WHERE kind = 'nudge'", row -> row.text("since"))
            .orElseThrow());
  }
}
