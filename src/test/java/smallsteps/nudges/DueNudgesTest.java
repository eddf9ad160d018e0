package smallsteps.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.MessageId;
import smallsteps.outbox.Owed;

/// In Stockholm, where nine o'clock is 08:00 UTC in winter. The plan is set on a Friday.
class DueNudgesTest {
  private static final String MONDAY_NINE = "2026-11-23T08:00:00Z";
  private static final Duration LEASE = Duration.ofSeconds(60);

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
  void nothingIsPostedBeforeItIsDueAndOnlyOnceAfter() {
    assertThat(scene.at("2026-11-23T07:59:59Z").tick()).isEmpty();
    assertThat(scene.at(MONDAY_NINE).tickAndPost()).hasSize(1);
    assertThat(scene.tick()).isEmpty();
    assertThat(scene.later(Duration.ofHours(1)).tick()).isEmpty();
    assertThat(scene.at("2026-11-30T08:00:03Z").tickAndPost()).hasSize(1);
  }

  @Test
  void aPostedNudgeIsFoundByItsMessage() {
    Owed post = scene.at(MONDAY_NINE).tick().getFirst();
    assertThat(scene.nudges.ofAll(null, null, null)).isEmpty();
    post.done("1700000000.000100");

    Nudge nudge = scene.nudges.find(new MessageId("T1", "C1", "1700000000.000100")).orElseThrow();
    assertThat(nudge.state()).isEqualTo("posted");
    assertThat(nudge.reason()).isNull();
    assertThat(nudge.date()).isEqualTo("2026-11-23");
    assertThat(nudge.due()).isEqualTo(MONDAY_NINE);
    assertThat(String.valueOf(nudge.principle()))
        .isEqualTo(post.metadata().payload().get("principle"));
    assertThat(scene.nudges.find(new MessageId("T2", "C1", "1700000000.000100"))).isEmpty();
    assertThat(scene.nudges.ofAll(Instant.parse(MONDAY_NINE), null, "C1")).containsExactly(nudge);
    assertThat(scene.nudges.ofAll(null, Instant.parse(MONDAY_NINE), null)).isEmpty();
    assertThat(scene.nudges.ofAll(null, null, "C2")).isEmpty();
  }

  @Test
  void twoProcessesOnOneFilePostOnce() throws InterruptedException, ExecutionException {
    for (int i = 2; i <= 9; i++) {
      scene.type("C" + i, "monday 09:00");
    }
    scene.at(MONDAY_NINE);
    try (var two = new NudgesScene(folder, "two", MONDAY_NINE);
        var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<List<Owed>>> ticks = List.of(scene::tick, two::tick);
      var posts = new ArrayList<Owed>();
      for (var tick : threads.invokeAll(ticks)) {
        posts.addAll(tick.get());
      }
      assertThat(posts).extracting(Owed::channelId).doesNotHaveDuplicates().hasSize(9);
    }
  }

  @Test
  void aClaimThatWasLeftIsTakenOverAndLookedForFirst() {
    Owed lost = scene.at(MONDAY_NINE).tick().getFirst();
    assertThat(lost.mayStandSince()).isNull();
    try (var two = new NudgesScene(folder, "two", MONDAY_NINE)) {
      assertThat(two.later(LEASE.minusSeconds(1)).tick()).isEmpty();
      Owed again = two.later(Duration.ofSeconds(1)).tick().getFirst();
      assertThat(again.mayStandSince()).isEqualTo(MONDAY_NINE);
      assertThat(again.metadata()).isEqualTo(lost.metadata());
      assertThat(again.content()).isEqualTo(lost.content());

      // the first owner's late word on a try that is not its own any more changes nothing
      lost.refused("not_in_channel");
      lost.unsure("timeout");
      lost.notSent(LEASE);
      again.done("1.1");
      assertThat(two.last().state()).isEqualTo("posted");
    }
  }

  @Test
  void aClaimInDoubtWhenItIsTooLateIsOnlyLookedForALastTime() {
    Owed look = doubtedTooLong();
    assertThat(look.mayStandSince()).isEqualTo(MONDAY_NINE);
    assertThat(look.notAfter()).isBeforeOrEqualTo(scene.now());
    look.notSeen();
    assertThat(scene.receipt()).isEqualTo("late too_late");
    assertThat(scene.later(LEASE).tick()).isEmpty();
  }

  @Test
  void oneThatStandsAfterAllIsKeptAsPostedWhenItWas() {
    String ts = Instant.parse("2026-11-23T08:02:00Z").getEpochSecond() + ".000100";
    doubtedTooLong().done(ts);
    assertThat(scene.last().state()).isEqualTo("posted");
    assertThat(scene.told("C1", "next")).contains("posted later, at 09:02");
  }

  @Test
  void oneThatCannotBeLookedForIsSkippedAsUnsure() {
    doubtedTooLong().unsure("http_503");
    assertThat(scene.receipt()).isEqualTo("skipped unsure");
  }

  private Owed doubtedTooLong() {
    scene.at(MONDAY_NINE).tick();
    return scene.later(Duration.ofHours(4)).tick().getFirst();
  }

  @Test
  void aPostGoesOutBeforeItsTimeIsOverOrNotAtAll() {
    scene.type("C2", "monday 23:00");
    assertThat(scene.at(MONDAY_NINE).tick().getFirst().notAfter())
        .isEqualTo("2026-11-23T12:00:00Z");
    assertThat(scene.at("2026-11-23T22:00:00Z").tick())
        .filteredOn(post -> post.channelId().equals("C2"))
        .singleElement()
        .satisfies(post -> assertThat(post.notAfter()).isEqualTo("2026-11-23T23:00:00Z"));
  }

  @Test
  void whatWasNotSentIsTriedAgainAfterAWhileAndNeedsNoLooking() {
    scene.at(MONDAY_NINE);
    for (int i = 0; i < 3; i++) {
      Owed post = scene.tick().getFirst();
      assertThat(post.mayStandSince()).isNull();
      post.notSent(LEASE);
      assertThat(scene.tick()).isEmpty();
      scene.later(LEASE);
    }
    assertThat(scene.tickAndPost()).hasSize(1);
    assertThat(scene.last().state()).isEqualTo("posted");
    assertThat(scene.told("C1", "next")).contains("posted later, at 09:03");
  }

  @Test
  void aLostPostThatWasNotSeenIsLookedForOnceMoreBeforeItIsTriedAgain() {
    Owed lost = scene.at(MONDAY_NINE).tick().getFirst();
    lost.lost();
    Owed again = scene.later(LEASE).tick().getFirst();
    assertThat(again.mayStandSince()).isEqualTo(MONDAY_NINE);
    again.notSeen();
    assertThat(scene.later(LEASE).tick().getFirst().mayStandSince()).isEqualTo(MONDAY_NINE);
  }

  @Test
  void aDoubtStaysThroughLaterTriesThatWereNotSent() {
    scene.at(MONDAY_NINE).tick();
    try (var two = new NudgesScene(folder, "two", MONDAY_NINE)) {
      Owed second = two.later(LEASE).tick().getFirst();
      second.notSent(LEASE);
      assertThat(two.later(LEASE).tick().getFirst().mayStandSince()).isEqualTo(MONDAY_NINE);
    }
  }

  @Test
  void aPostThatTakesLongerThanItsLeaseIsKeptAsPostedAllTheSame() {
    Owed slow = scene.at(MONDAY_NINE).tick().getFirst();
    scene.later(LEASE.multipliedBy(2)).tick().getFirst().notSeen();
    slow.done("1.1");
    assertThat(scene.last().ts()).isEqualTo("1.1");
    assertThat(scene.later(LEASE).tick()).isEmpty();
  }

  @Test
  void aPostOfWhichNothingIsHeardIsTakenUpAgain() {
    scene.at(MONDAY_NINE).tick();
    assertThat(scene.later(Duration.ofMinutes(10)).tick())
        .singleElement()
        .satisfies(post -> assertThat(post.mayStandSince()).isEqualTo(MONDAY_NINE));
  }

  @Test
  void whatCouldNotBeSentInTimeIsLate() {
    scene.at(MONDAY_NINE).tick().getFirst().notSent(LEASE);
    assertThat(scene.later(Duration.ofHours(4)).tick()).isEmpty();
    assertThat(scene.receipt()).isEqualTo("late too_late");
  }

  @Test
  void whatNobodyKnowsIsSkippedAndNotPostedTwice() {
    scene.at(MONDAY_NINE).tick().getFirst().unsure("timeout");
    assertThat(scene.later(LEASE).tick()).isEmpty();
    assertThat(scene.last().state()).isEqualTo("skipped");
    assertThat(scene.told("C1", "next")).contains("didn’t want to post it twice");
  }

  @Test
  void aSettledSlotNeverChanges() {
    Owed post = scene.at(MONDAY_NINE).tick().getFirst();
    post.done("1.1");
    post.done("2.2");
    post.refused("not_in_channel");
    post.unsure("timeout");
    post.notSent(LEASE);
    assertThat(scene.last().ts()).isEqualTo("1.1");
    assertThat(scene.later(LEASE).tick()).isEmpty();
    assertThat(scene.told("C1", "")).doesNotContain("resting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not_in_channel", "channel_not_found", "is_archived"})
  void aRefusalThatNeedsAPersonPausesThePlanAndSaysSo(String error) {
    scene.at(MONDAY_NINE).tick().getFirst().refused(error);
    assertThat(scene.last().state()).isEqualTo("failed");
    assertThat(scene.last().reason()).isEqualTo(error);
    assertThat(scene.told("C1", "next")).contains("skipped").contains("`/nudge resume`");
    assertThat(scene.at("2026-11-30T08:00:00Z").tick()).isEmpty();
    assertThat(scene.last().state()).isEqualTo("skipped");
    scene.type("C1", "resume");
    assertThat(scene.at("2026-12-07T08:00:00Z").tick()).hasSize(1);
  }

  @Test
  void anyOtherRefusalFailsThatNudgeAlone() {
    scene.at(MONDAY_NINE).tick().getFirst().refused("msg_too_long");
    assertThat(scene.told("C1", "next")).contains("Slack said no (msg_too_long)");
    assertThat(scene.at("2026-11-30T08:00:00Z").tick()).hasSize(1);
  }

  @Test
  void aNudgeUnderFourHoursLateIsPostedOnce() {
    assertThat(scene.at("2026-11-23T11:59:59Z").tickAndPost()).hasSize(1);
    assertThat(scene.last().state()).isEqualTo("posted");
    assertThat(scene.last().due()).isEqualTo(MONDAY_NINE);
    assertThat(scene.tick()).isEmpty();
  }

  @Test
  void aNudgeLaterThanThatIsKeptAsLate() {
    assertThat(scene.at("2026-11-23T12:00:00Z").tick()).isEmpty();
    assertThat(scene.last().state()).isEqualTo("late");
    assertThat(scene.told("C1", "next")).contains("not posted, it was too late");
  }

  @Test
  void afterALongAbsenceOneNudgeComesAndTheOthersAreKeptAsLate() {
    assertThat(scene.at("2026-12-14T09:00:00Z").tickAndPost()).hasSize(1);
    assertThat(scene.receipts())
        .containsExactly("late too_late", "late too_late", "late too_late", "posted");
    assertThat(scene.tick()).isEmpty();
  }

  @Test
  void lateInTheEveningTheNextDayIsTooLate() {
    scene.type("C2", "monday 23:30");
    scene.at("2026-11-23T23:00:00Z").tick();
    assertThat(scene.nudges.ofAll(null, null, "C2"))
        .singleElement()
        .satisfies(nudge -> {
          assertThat(nudge.state()).isEqualTo("late");
          assertThat(nudge.date()).isEqualTo(LocalDate.parse("2026-11-23"));
        });
  }

  @Test
  void aPlanForATimeThatHasPassedTodayBeginsNextWeek() {
    scene.at("2026-11-23T10:00:00Z").type("C2", "monday 10:30");
    assertThat(scene.later(Duration.ofSeconds(5)).tickAndPost())
        .extracting(Owed::channelId)
        .containsExactly("C1");
    assertThat(scene.told("C2", "")).contains("Monday 30 November 2026 at 10:30");
    scene.type("C3", "monday 11:30");
    assertThat(scene.at("2026-11-23T10:30:00Z").tick())
        .extracting(Owed::channelId)
        .containsExactly("C3");
  }

  @Test
  void aPlanThatMovesToLaterOnADayThatHadItsNudgeWaitsAWeek() {
    scene.at(MONDAY_NINE).tickAndPost();
    assertThat(scene.told("C1", "15:00")).contains("Monday 30 November 2026 at 15:00");
    assertThat(scene.told("C1", "next")).contains("that day has already had its nudge");
    assertThat(scene.at("2026-11-23T14:00:00Z").tick()).isEmpty();
    assertThat(scene.at("2026-11-30T14:00:00Z").tick()).hasSize(1);
  }

  @Test
  void aClaimIsNotTriedAgainOnceThePlanIsOffOrPaused() {
    scene.type("C2", "monday 09:00");
    scene.at(MONDAY_NINE).tick().forEach(p -> p.notSent(LEASE));
    scene.type("C1", "off");
    scene.type("C2", "pause");
    assertThat(scene.later(LEASE).tick()).isEmpty();
    assertThat(scene.receipts()).containsExactly("skipped off", "skipped asked");
  }

  @Test
  void manyChannelsAtOnceAllGetTheirs() {
    for (int i = 2; i <= 60; i++) {
      scene.type("C" + i, "monday 09:00");
    }
    scene.at(MONDAY_NINE);
    var posted = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      scene.tickAndPost().forEach(post -> posted.add(post.channelId()));
      scene.later(Duration.ofSeconds(5));
    }
    assertThat(posted).doesNotHaveDuplicates().hasSize(60);
  }
}
