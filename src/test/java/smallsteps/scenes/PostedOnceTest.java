package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.app.Bot;

/// Two bots on one database, late answers and clocks that jump: what is posted stands once.
class PostedOnceTest extends EachTransport {
  private static final String POST = "chat.postMessage";
  private static final Duration LOST = Duration.ofSeconds(300);

  @Test
  void whatAnotherBotFoundFirstIsNotTakenAwayAgainByTheOneThatPostedIt() throws Exception {
    try (Bot other = scene.anotherBot()) {
      scene.clock.run(30);
      scene.workspace.faults().answerLate(POST, Duration.ofSeconds(100), 1);
      scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
      scene.passesUntil(120, 30);
      scene.bot().awaitIdle();
      other.awaitIdle();
      scene.untilNothingIsOwed();
    }
    assertThat(scene.messages()).hasSize(1);
    assertThat(scene.workspace.calls(POST)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 90, 280})
  void whatSlackDoesLateStandsOnce(int seconds) throws Exception {
    try (Bot other = scene.anotherBot()) {
      scene.workspace.faults().doneLater(POST, 1);
      scene.alva.command(scene.channel, "/principle share 3");
      awaitFirstTry();
      scene.passesUntil(seconds, 60);
      scene.workspace.faults().doHeld();
      scene.untilNothingIsOwed();
      other.awaitIdle();
    }
    assertThat(scene.messages()).hasSize(1);
    assertThat(scene.workspace.calls(POST)).hasSize(1);
  }

  @Test
  void aLostPostIsMadeAgainOnlyWhenItCanNoLongerArrive() {
    scene.workspace.faults().doneLater(POST, 1);
    scene.alva.command(scene.channel, "/principle share 3");
    scene.untilNothingIsOwed();

    assertThat(scene.messages()).hasSize(1);
    assertThat(said(scene.lastMessage().ts())).isAfterOrEqualTo(Scene.BEGINNING.plus(LOST));
  }

  @Test
  void aClaimThatWasLostBeforeThePostIsNotPosted() throws Exception {
    scene.workspace.faults().rateLimit(POST, Duration.ofSeconds(2), 1);
    scene.alva.command(scene.channel, "/principle share 3");
    awaitFirstTry();
    scene.change("UPDATE outbox SET owner = 'another', lease_until = '2026-11-23T09:00:50Z'");
    scene.bot().awaitIdle();
    assertThat(scene.workspace.calls(POST)).hasSize(1);
    assertThat(scene.owed()).isEqualTo(1);

    scene.untilNothingIsOwed();
    assertThat(scene.messages()).hasSize(1);
  }

  @Test
  void aLookBackThatTakesLongerThanTheLeaseLetsNeitherPost() throws Exception {
    try (Bot other = scene.anotherBot()) {
      scene.workspace.faults().status(POST, 500, 1);
      scene.workspace.faults().answerLate("conversations.history", Duration.ofSeconds(55), 4);
      scene.alva.command(scene.channel, "/principle share 3");
      scene.passesUntil(150, 30);
      assertThat(scene.workspace.calls(POST)).hasSize(1);
      scene.untilNothingIsOwed();
      other.awaitIdle();
    }
    assertThat(scene.messages()).hasSize(1);
    assertThat(scene.workspace.calls(POST)).hasSize(2);
  }

  @Test
  void aClockPutAheadMeanwhileMakesNoPostTwice() {
    scene.workspace.faults().doneLater(POST, 1);
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    scene.bot().awaitIdle();
    scene.machineIsAhead(Duration.ofDays(1));
    scene.passesUntil(60, 20);
    scene.workspace.faults().doHeld();
    scene.untilNothingIsOwed();

    assertThat(scene.messages()).hasSize(1);
    assertThat(scene.workspace.calls(POST)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -3600, -86400})
  void aClockPutBackMeanwhileKeepsNothingWaiting(long seconds) {
    scene.workspace.faults().rateLimit(POST, Duration.ofSeconds(70), 1); // more than a lease
    scene.alva.command(scene.channel, "/smallthing märkte upp dörren");
    scene.bot().awaitIdle();
    scene.machineIsAhead(Duration.ofSeconds(seconds));
    scene.clock.run(20);
    scene.workspace.await(
        "the post", () -> scene.workspace.messages(scene.channel).stream().findFirst());
    assertThat(scene.clock.instant()).isBefore(Scene.BEGINNING.plusSeconds(180));
    scene.untilNothingIsOwed();

    assertThat(scene.messages()).hasSize(1);
  }

  private static Instant said(String ts) {
    return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))));
  }

  private void awaitFirstTry() {
    scene.workspace.await(
        "the first try",
        () -> Optional.of(scene.workspace.calls(POST)).filter(calls -> calls.size() == 1));
  }
}
