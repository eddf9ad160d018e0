package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A nudge whose post went wrong half way is neither lost nor doubled.
class NudgesInDoubtTest {
  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");
  private static final String POST = "chat.postMessage";
  private static final String HISTORY = "conversations.history";
  private static final Duration LEASE = Duration.ofSeconds(60);
  private Scene scene;

  @BeforeEach
  void aPlanForMondaysAtHalfPastTen() throws Exception {
    scene = new Scene(Scene.Transport.HTTP);
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
  }

  @AfterEach
  void end() throws Exception {
    scene.close();
  }

  @Test
  void anAnswerThatWasLostIsFoundInTheChannel() {
    scene.workspace.faults().doneButCut(POST, 1);
    tickFrom(DUE);

    assertPostedOnce();
    assertThat(scene.workspace.calls(POST)).hasSize(1);
  }

  @Test
  void aPostThatSlackFailedAtIsMadeAfterItsLease() {
    scene.workspace.faults().status(POST, 500, 1);
    tickFrom(DUE);
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.exported("nudge")).isEmpty();

    tickFrom(DUE.plus(LEASE));
    assertPostedOnce();
  }

  @Test
  void aPostThatComesAfterWeHadLookedForItIsSeenBeforeTheNextTry() {
    scene.workspace.faults().doneLater(POST, 1);
    tickFrom(DUE);
    assertThat(scene.exported("nudge")).isEmpty();
    scene.workspace.faults().doHeld();

    tickFrom(DUE.plus(LEASE));
    assertPostedOnce();
    assertThat(scene.workspace.calls(POST)).hasSize(1);
  }

  @Test
  void whereTheChannelMayNotBeReadALostPostIsSkippedWithTheReason() {
    scene.workspace.grant(Set.of("commands", "chat:write"));
    scene.workspace.faults().doneButCut(POST, 1);
    tickFrom(DUE);
    tickFrom(DUE.plus(LEASE));

    assertThat(scene.messages()).hasSize(1);
    assertThat(receipt().getString("state")).isEqualTo("skipped");
    assertThat(receipt().getString("reason")).isEqualTo("unsure");
    assertThat(scene.alva.command(scene.channel, "/nudge next").message().text())
        .contains("två gånger");
  }

  @Test
  void whenSlackAsksForPatienceItGetsItAndTheNudgeComes() {
    scene.workspace.faults().rateLimit(POST, Duration.ofSeconds(1), 1);
    tickFrom(DUE);

    assertPostedOnce();
    assertThat(scene.workspace.calls(POST))
        .extracting(call -> call.status())
        .containsExactly(429, 200);
  }

  @Test
  void aLongWaitIsNotSatOutAndTheNudgeComesLater() {
    scene.workspace.faults().rateLimit(POST, Duration.ofMinutes(5), 1);
    tickFrom(DUE);
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.exported("nudge")).isEmpty();
    assertThat(scene.workspace.calls(POST)).hasSize(1);
  }

  @Test
  void aBotThatDiedBetweenThePostAndItsReceiptIsFollowedByOneThatFindsIt() throws Exception {
    scene.workspace.faults().hang(HISTORY, Duration.ofSeconds(30), 1).doneButCut(POST, 1);
    scene.clock.set(DUE);
    Thread.ofVirtual().start(() -> scene.bot().runNow("post-nudges"));
    scene.workspace.await(
        "the nudge", () -> scene.workspace.messages(scene.channel).stream().findFirst());
    scene.clock.run(100);
    scene.stopBot();
    scene.clock.run(0);
    assertThat(scene.exported("nudge")).isEmpty();

    scene.clock.set(DUE.plus(LEASE));
    scene.startBot();
    scene.bot().runNow("post-nudges");
    assertPostedOnce();
    assertThat(scene.workspace.calls(POST)).hasSize(1);
  }

  @Test
  void aLostPostIsFoundHoweverMuchHasBeenSaidSince() {
    scene.workspace.faults().doneLater(POST, 1);
    tickFrom(DUE);
    scene.workspace.faults().doHeld();
    String nudge = scene.lastMessage().ts();
    for (int i = 0; i < 450; i++) {
      scene.ben.say(scene.channel, "and another thing");
    }

    tickFrom(DUE.plus(LEASE));
    assertThat(scene.workspace.calls(POST)).hasSize(1);
    assertThat(receipt().getString("ts")).isEqualTo(nudge);
  }

  @Test
  void aPostThatStoodAllTheTimeIsKeptAsPostedHoweverLateItIsFound() {
    scene.workspace.faults().doneLater(POST, 1);
    tickFrom(DUE);
    scene.workspace.faults().doHeld();
    assertThat(scene.exported("nudge")).isEmpty();

    tickFrom(DUE.plus(Duration.ofHours(30)));
    assertPostedOnce();
    assertThat(scene.alva.command(scene.channel, "/nudge next").message().text())
        .contains("10:30: utlagd");
  }

  @Test
  void aPostThatNeverCameIsKeptAsTooLateOnceThatIsSeen() {
    scene.workspace.faults().status(POST, 503, 1);
    tickFrom(DUE);

    tickFrom(DUE.plus(Duration.ofHours(4)));
    assertThat(scene.messages()).isEmpty();
    assertThat(receipt().getString("state")).isEqualTo("late");
    assertThat(receipt().getString("reason")).isEqualTo("too_late");
  }

  @Test
  void whatCannotBeLookedForJustNowIsNotPostedAgain() {
    scene.workspace.faults().doneButCut(POST, 1).rateLimit(HISTORY, Duration.ofMinutes(5), 1);
    tickFrom(DUE);
    tickFrom(DUE.plus(LEASE));
    tickFrom(DUE.plus(LEASE.multipliedBy(3)));

    assertThat(scene.workspace.calls(POST)).hasSize(1);
    assertThat(scene.exported("nudge")).isEmpty();
  }

  private void tickFrom(Instant at) {
    scene.clock.set(at);
    scene.bot().runNow("post-nudges");
  }

  private void assertPostedOnce() {
    assertThat(scene.messages()).hasSize(1);
    assertThat(receipt().getString("state")).isEqualTo("posted");
    assertThat(receipt().getString("ts")).isEqualTo(scene.lastMessage().ts());
  }

  private JsonObject receipt() {
    assertThat(scene.exported("nudge")).hasSize(1);
    return scene.exported("nudge").getFirst();
  }
}
