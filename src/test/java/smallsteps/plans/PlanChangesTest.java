package smallsteps.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.nudges.NudgesScene;

/// What becomes of slots that the bot had not come to when the plan or the clock was changed. The
/// plan is for Mondays at nine in Stockholm, 08:00 UTC.
class PlanChangesTest {
  @TempDir private Path folder;
  private NudgesScene scene;

  @BeforeEach
  void aPlanForMondaysAtNine() {
    scene = new NudgesScene(folder, "one", "2026-11-20T12:00:00Z");
    scene.type("C1", "monday 09:00");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aTurnThatThePlansChangeCameBeforeKeepsItsReceipt() {
    scene.at("2026-11-23T08:01:00Z").type("C1", "tuesday 09:00");

    assertThat(scene.tick()).isEmpty();
    assertThat(scene.receipts()).containsExactly("skipped changed");
    assertThat(scene.told("C1", "next")).contains("the plan was changed before I got to it");
    assertThat(scene.at("2026-11-24T08:00:00Z").tick()).hasSize(1);
  }

  @Test
  void turnsOfANightsSuspensionKeepTheirReceiptsWhenThePlanEnds() {
    scene.at("2026-12-07T08:01:00Z").type("C1", "off");

    assertThat(scene.receipts()).containsExactly("late too_late", "late too_late", "skipped off");
  }

  @Test
  void aRedDayStaysTheReasonWhenThePlanEndsBeforeTheBotHasLooked() {
    scene.at("2027-01-04T08:00:00Z").type("C1", "friday 09:00");
    scene.at("2027-01-05T08:00:00Z").type("C1", "wednesday 09:00");
    scene.at("2027-01-06T08:01:00Z").type("C1", "off");

    assertThat(scene.last().reason()).isEqualTo("red_day");
  }

  @Test
  void aPlanChangedAMinuteBeforeItsTurnFollowsTheNewOne() {
    scene.at("2026-11-23T07:59:00Z").type("C1", "09:30");

    assertThat(scene.at("2026-11-23T08:00:00Z").tick()).isEmpty();
    assertThat(scene.at("2026-11-23T08:30:00Z").tickAndPost()).hasSize(1);
    assertThat(scene.last().due()).isEqualTo("2026-11-23T08:30:00Z");
  }

  @Test
  void aClockThatWasAWeekAheadHidesNoTurnOfANewPlan() {
    scene.at("2026-11-30T08:00:00Z").tickAndPost();
    scene.at("2026-11-23T08:05:00Z").type("C1", "wednesday 09:00");

    assertThat(scene.at("2026-11-25T08:00:00Z").tickAndPost()).hasSize(1);
  }

  @Test
  void aClockPutBackAnHourPostsNothingTwice() {
    assertThat(scene.at("2026-11-23T08:00:00Z").tickAndPost()).hasSize(1);
    scene.at("2026-11-23T07:00:00Z");
    for (int i = 0; i < 30; i++) {
      assertThat(scene.later(Duration.ofMinutes(5)).tick()).isEmpty();
    }
  }

  @Test
  void aPromptThatMayStandInTheChannelIsNotAskedAgainNextTime() {
    var doubtful = scene.typeNow("C1");
    doubtful.unsure("missing_scope");

    assertThat(scene.later(Duration.ofDays(1)).typeNow("C1").content().text())
        .isNotEqualTo(doubtful.content().text());
  }
}
