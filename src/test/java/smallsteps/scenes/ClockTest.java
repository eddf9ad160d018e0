package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nudges through nights when the clocks change, when the machine sleeps, and when its clock is
/// wrong: each slot has one receipt, and at most one message.
class ClockTest extends OwnScene {

  @Test
  void inTheNightThatLosesAnHourTheNudgeComesOnceWithTheHourThatFollows() {
    scene.clock.set(Instant.parse("2027-03-27T12:00:00Z"));
    scene.planned("söndag 02:30");
    scene.answer(scene.alva, "/nudge behåll helgdagar"); // it is Easter

    walk("2027-03-27T23:00:00Z", "2027-03-28T05:00:00Z");

    assertThat(scene.messages()).hasSize(1);
    assertReceipts("2027-03-28 posted");
    assertThat(slots()).containsExactly("2027-03-28T01:30:00Z");
    assertThat(scene.answer(scene.alva, "/nudge nästa")).contains("4 april 2027");
  }

  @Test
  void inTheNightThatHasAnHourTwiceTheNudgeComesInTheFirst() {
    scene.clock.set(Instant.parse("2027-10-30T12:00:00Z"));
    scene.planned("söndag 02:30");

    walk("2027-10-30T23:00:00Z", "2027-10-31T05:00:00Z");

    assertThat(scene.messages()).hasSize(1);
    assertReceipts("2027-10-31 posted");
    assertThat(slots()).containsExactly("2027-10-31T00:30:00Z");
  }

  @Test
  void lateInTheEveningAndEarlyInTheMorningTheDayIsTheOneOfThePlace() {
    scene.planned("söndag 23:30 America/New_York");
    walk("2026-11-30T04:00:00Z", "2026-11-30T05:30:00Z");
    assertReceipts("2026-11-29 posted");

    scene.clock.set(Instant.parse("2026-12-05T12:00:00Z"));
    scene.planned("måndag 00:15 Europe/Stockholm");
    walk("2026-12-06T22:50:00Z", "2026-12-07T00:30:00Z");
    assertReceipts("2026-11-29 posted", "2026-12-07 posted");
  }

  @Test
  void aClockThatIsPutBackAnHourBringsNoNudgeTwice() {
    scene.planned("måndag 10:30");
    walk("2026-11-23T09:20:00Z", "2026-11-23T09:40:00Z");
    walk("2026-11-23T08:40:00Z", "2026-11-23T10:40:00Z");

    assertThat(scene.messages()).hasSize(1);
    assertReceipts("2026-11-23 posted");
  }

  @Test
  void aClockThatGoesAnHourAheadAndBackLeavesNoNudgeOut() {
    scene.planned("måndag 10:30");
    walk("2026-11-23T10:00:00Z", "2026-11-23T10:10:00Z");
    walk("2026-11-23T09:10:00Z", "2026-11-23T11:00:00Z");
    walk("2026-11-30T09:20:00Z", "2026-11-30T09:40:00Z");

    assertThat(scene.messages()).hasSize(2);
    assertReceipts("2026-11-23 posted", "2026-11-30 posted");
  }

  @Test
  void aPlanThatWasSetByAClockADayAheadComesWhenTheClockIsRight() {
    scene.clock.set(Instant.parse("2026-11-24T09:00:00Z"));
    scene.planned("måndag 10:30");
    scene.clock.set(Instant.parse("2026-11-23T09:00:00Z"));
    scene.bot().runNow("bring-back-times"); // as each job is when the clock has jumped

    walk("2026-11-23T09:20:00Z", "2026-11-23T09:40:00Z");

    assertThat(scene.messages()).hasSize(1);
    assertReceipts("2026-11-23 posted");
  }

  @Test
  void afterANightsSleepTheMachinePostsOneNudgeAtMostAndTellsWhyTheOthersDidNotCome() {
    scene.planned("måndag 22:30");
    scene.clock.set(Instant.parse("2026-11-24T06:00:00Z"));
    tick();
    assertReceipts("2026-11-23 late");
    assertThat(scene.answer(scene.alva, "/nudge nästa")).contains("för sent");

    scene.clock.set(Instant.parse("2026-12-14T21:40:00Z"));
    tick();
    assertReceipts("2026-11-23 late", "2026-11-30 late", "2026-12-07 late", "2026-12-14 posted");
    assertThat(scene.messages()).hasSize(1);
  }

  @Test
  void aPlanThatIsChangedAMinuteBeforeItsTimeFollowsTheChange() {
    scene.planned("måndag 10:30");
    scene.clock.set(Instant.parse("2026-11-23T09:29:00Z"));
    scene.planned("måndag 11:00");

    walk("2026-11-23T09:30:00Z", "2026-11-23T10:10:00Z");

    assertThat(slots()).containsExactly("2026-11-23T10:00:00Z");
    assertThat(scene.messages()).hasSize(1);
  }

  @Test
  void theWeekAfterWeek52IsWeek53WithItsOwnNudgeAndPrinciple() {
    scene.planned("måndag 10:30");
    walk("2026-12-28T09:20:00Z", "2026-12-28T09:40:00Z");
    assertReceipts(
        "2026-11-23 late",
        "2026-11-30 late",
        "2026-12-07 late",
        "2026-12-14 late",
        "2026-12-21 late",
        "2026-12-28 posted");
    assertThat(scene.cleo.command(scene.channel, "/principle").message().text()).contains("53");
  }

  private void walk(String from, String until) {
    Instant end = Instant.parse(until);
    for (Instant at = Instant.parse(from); !at.isAfter(end); at = at.plus(Duration.ofMinutes(10))) {
      scene.clock.set(at);
      tick();
    }
  }

  private void tick() {
    scene.bot().runNow("post-nudges");
  }

  private void assertReceipts(String... dateAndState) {
    assertThat(scene.exported("nudge"))
        .extracting(receipt -> receipt.getString("date") + " " + receipt.getString("state"))
        .containsExactly(dateAndState);
  }

  private List<String> slots() {
    return scene.messages().stream()
        .map(message -> message.metadata().getJsonObject("event_payload"))
        .map((JsonObject payload) -> payload.getString("slot"))
        .toList();
  }
}
