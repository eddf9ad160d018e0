package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.state.Message;

/// The packaged bot on a machine whose clock is put elsewhere while it runs. It looks again at what
/// is due within seconds, and what was planned comes when the clock, as it is now, says so.
///
/// By itself, with one test that waits for six minutes:
///
/// ```
/// mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
///     -Dit.test=ClockIT -Dclock.waits=true
/// ```
@Execution(ExecutionMode.CONCURRENT)
class ClockIT {
  /// A Tuesday at 12:00 in Stockholm like any other.
  private static final Instant DUE = Instant.parse("2027-01-12T11:00:00Z");

  private static final String PLAN = "/nudge tuesday 12:00 Europe/Stockholm";

  /// However busy this machine is.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;
  private Slackside slack;
  private FakeClock clock;
  private BotProcess bot;

  @BeforeEach
  void aNudgeIsPlannedForAMinuteAhead() throws Exception {
    FakeClock.require();
    clock = FakeClock.in(folder);
    slack = new Slackside(Slackside.Transport.SOCKET_MODE, folder);
    slack.workspace.ackLimit(PATIENCE);
    slack.variables().putAll(clock.variables());
    clock.set(DUE.minusSeconds(90)); // a start takes some seconds
    bot = Jar.itself(folder).start(slack.variables(), "run");
    bot.awaitReady();
    assertThat(slack.workspace.ben().command(slack.channel, PLAN).acked()).isTrue();
  }

  @AfterEach
  void theBotEnds() {
    if (bot != null) {
      bot.close();
    }
    if (slack != null) {
      slack.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT5M", "-PT1H", "-P1D"})
  void itComesByTheClockThatWasPutBack(Duration back) throws Exception {
    clock.jump(back);
    awaitLook();
    assertThat(nudges()).isEmpty();

    clock.set(DUE.minusSeconds(2));

    assertComesOnce();
  }

  @Test
  void itComesAtOnceWhereTheClockIsPutAnHourAhead() throws Exception {
    clock.jump(Duration.ofHours(1));
    assertComesOnce();
  }

  @Test
  void itIsSaidToBeLateWhereTheMachineSleptForADay() throws Exception {
    clock.jump(Duration.ofDays(1));
    await("the receipt", () -> receipts().equals(List.of("late")));
    assertThat(nudges()).isEmpty();
  }

  @Test
  void itComesSixMinutesLaterWhereTheClockIsPutBackFive() throws Exception {
    assumeTrue(Boolean.getBoolean("clock.waits"), "It waits for six minutes: -Dclock.waits=true");
    clock.jump(Duration.ofMinutes(-5));
    while (clock.instant().isBefore(DUE)) {
      assertThat(nudges()).isEmpty();
      LockSupport.parkNanos(1_000_000_000);
    }
    assertComesOnce();
  }

  private void awaitLook() throws Exception {
    await("another look", () -> bot.said().contains("looking again"));
  }

  private void assertComesOnce() throws Exception {
    await("the nudge's receipt", () -> receipts().equals(List.of("posted")));
    assertThat(nudges()).hasSize(1);
  }

  private List<Message> nudges() {
    return slack.workspace.messages(slack.channel);
  }

  private List<String> receipts() throws Exception {
    return new SlotRows(slack.databaseUrl())
        .all().stream()
            .peek(slot -> assertThat(slot.due()).isEqualTo(DUE))
            .map(SlotRows.Slot::state)
            .toList();
  }

  private void await(String what, Callable<Boolean> seen) throws Exception {
    long began = System.nanoTime();
    new Patience(PATIENCE, bot::said).await(what, seen);
    System.out.printf("%s: after %.1f s%n", what, (System.nanoTime() - began) / 1e9);
  }
}
