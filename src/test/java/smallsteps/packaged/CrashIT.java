package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.app.Main;
import smallsteps.rehearsal.state.Conversation;

/// Two processes of the packaged bot on one database, killed outright and stopped past a lease
/// again and again while people talk, react and ask for nudges. One in ten of Slack's answers is
/// lost after the thing was done, the clocks jump, and Slack sends again what was not acknowledged.
/// After each kill every acknowledged write is there, once; no nudge stands twice; none is silently
/// missing.
///
/// The long run, whose counts stand in the output:
///
/// ```
/// mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
///     -Dit.test=CrashIT -Dcrash.kills=200
/// ```
///
/// `-Dcrash.seed=N` repeats what people do and when the kills come, as far as threads allow.
///
/// The longest of all, and mostly waiting: it begins first.
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final boolean IS_LONG = KILLS > 20;
  private static final int STOP_EVERY = 20;
  private static final int ANSWERS_LOST_OF_A_HUNDRED = Integer.getInteger("crash.lost", 10);

  /// However busy this machine is, and whatever a clock that was ahead has put off: ten minutes is
  /// the most.
  private static final Duration SETTLED = Duration.ofMinutes(12);

  /// A reading is gentle to Slack, and one that was broken off is taken up after ten minutes.
  private static final Duration READ_AGAIN = Duration.ofMinutes(30);

  /// What nobody wants to wait for here: after a crash a lease, after a lost answer a quiet time.
  /// It is longer than a bot is stopped, which may be between its last question to the database and
  /// the call: until then what it sends may still arrive, and so may what a busy machine keeps
  /// waiting.
  private static final String SHORT_LEASE =
      "{\"nudges\": {\"check_seconds\": 1, \"lease_seconds\": 30}, \"outbox\": {\"lost_seconds\": 60}}";

  /// The shortest lease there is lasts 30 seconds.
  private static final Duration PAST_A_LEASE = Duration.ofSeconds(35);

  private final long seed = Long.getLong("crash.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir Path folder;
  private Slackside slack;
  private List<Conversation> channels;
  private Traffic traffic;
  private SlotRows slots;
  private Pair pair;
  private Clocks clocks;
  private int kills;
  private int stops;
  private int sentAgain;
  private Compared last;

  @ParameterizedTest
  @EnumSource
  void whatWasAcknowledgedIsKeptOnceHoweverOftenItIsKilled(Slackside.Transport transport)
      throws Exception {
    System.out.println("Crash harness over " + transport + ", seed " + seed);
    try (var side = new Slackside(transport, folder);
        var both = new Pair(side, folder)) {
      begin(side, both);
      if (IS_LONG) {
        planNudges();
      }
      while (kills < KILLS) {
        round();
        System.out.printf("%d kills, %d wins, all well%n", kills, last.wins());
      }
      awaitSettled();
      compareAtTheEnd();
      report(transport);
    }
  }

  private void begin(Slackside side, Pair both) throws Exception {
    slack = side;
    pair = both;
    clocks =
        new Clocks(both, side.farthestClock(), IS_LONG ? Duration.ofMinutes(1) : Duration.ZERO);
    channels = List.of(side.channel, side.workspace.channel("allmänt"));
    traffic = new Traffic(side.workspace, channels, both::wrong, random);
    slots = new SlotRows(side.databaseUrl());
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("smallsteps.json"), SHORT_LEASE);
    side.variables().put("SMALLSTEPS_CONFIG", config.toString());
    both.start();
    both.any(random).isTold();
    side.workspace.faults().loseAnswers(ANSWERS_LOST_OF_A_HUNDRED);
  }

  /// A weekly nudge for each channel, in one and two minutes: kills come while they are posted.
  private void planNudges() throws Exception {
    var zone = ZoneId.of("Europe/Stockholm");
    for (int i = 0; i < channels.size(); i++) {
      LocalDateTime due = LocalDateTime.now(zone).plusMinutes(i + 1L);
      String weekday = due.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      String time = due.format(DateTimeFormatter.ofPattern("HH:mm"));
      String plan = "/nudge " + weekday.toLowerCase(Locale.ENGLISH) + " " + time;
      Conversation channel = channels.get(i);
      await("the plan", () -> slack.workspace.ben().command(channel, plan).acked());
    }
  }

  private void round() throws Exception {
    clocks.jumpNowAndThen(random);
    Pair.Member victim = pair.any(random);
    pair.any(random).isTold();
    int acts = 30 + random.nextInt(40);
    Traffic.Burst burst = traffic.begin(acts, random.nextInt(acts));
    burst.awaitMoment();
    if (random.nextBoolean()) {
      traffic.askForNudge();
    }
    if (stops < 1 + kills / STOP_EVERY && kills % STOP_EVERY == 1) {
      stopForLongerThanALease(victim, burst);
    } else {
      killAtSomeMomentWithin(Duration.ofMillis(20), victim);
      burst.awaitEnd();
      comeBack(victim);
    }
    await("every acknowledgement", this::isEverythingAcknowledged);
    compare();
  }

  private void stopForLongerThanALease(Pair.Member victim, Traffic.Burst burst) throws Exception {
    victim.stop();
    stops++;
    try {
      burst.awaitEnd();
      Thread.sleep(PAST_A_LEASE);
    } finally {
      victim.goOn();
    }
  }

  private void killAtSomeMomentWithin(Duration time, Pair.Member victim) throws Exception {
    // No wait for anything: where it falls is chance.
    LockSupport.parkNanos(random.nextLong(time.toNanos()));
    victim.kill();
    kills++;
  }

  /// Starts it again, now and then killing it on the way or while it hears what it missed.
  private void comeBack(Pair.Member victim) throws Exception {
    victim.start();
    if (kills < KILLS && random.nextInt(4) == 0) {
      killAtSomeMomentWithin(Duration.ofSeconds(2), victim);
      victim.start();
    }
    victim.awaitReady();
    pair.any(random).isTold();
    sentAgain += slack.workspace.unacknowledged().size();
    if (kills < KILLS && random.nextInt(4) == 0) {
      Thread retries = Thread.ofVirtual().start(slack.workspace::retryNow);
      killAtSomeMomentWithin(Duration.ofMillis(200), victim);
      retries.join();
      victim.start();
      victim.awaitReady();
    }
  }

  /// What Slack would have given up by now, killed at each attempt, is told once more.
  private boolean isEverythingAcknowledged() {
    slack.workspace.retryNow();
    slack.workspace.unacknowledged().forEach(slack.workspace::redeliver);
    return slack.workspace.unacknowledged().isEmpty();
  }

  private void compare() throws Exception {
    compare(exportHere());
  }

  private void compare(String export) throws Exception {
    last = new Compared(slack.workspace, channels, export);
    last.assertMessagesAreKept(traffic.talk().begunOtherwise);
    last.assertCommandsAreKept(traffic.talk().commanded);
    last.nudgesShown();
    List<SlotRows.Slot> kept = slots.all();
    assertThat(traffic.talk().promised)
        .filteredOn(Talk.Promised::isAcknowledged)
        .allMatch(promised -> SlotRows.holds(kept, promised));
  }

  /// The same command, without the start of another Java after each kill.
  private String exportHere() {
    var out = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            slack.variables(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            "export");
    assertThat(exitCode).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private String export() throws Exception {
    var exported = Jar.itself(folder).run(slack.variables(), "export");
    assertThat(exported.exitCode()).as(exported.err()).isZero();
    return exported.out();
  }

  private void awaitSettled() throws Exception {
    await("each slot's receipt", () -> slots.open() == 0);
    await("all that is owed to Slack", () -> slots.owed() == 0);
    new Patience(READ_AGAIN, pair::said)
        .await("the reactions of what an edit made a win", this::areAllReactionsKept);
  }

  private void await(String what, Callable<Boolean> seen) throws Exception {
    new Patience(SETTLED, pair::said).await(what, seen);
  }

  /// What was not answered is asked for again in the next reading, which a start brings.
  private boolean areAllReactionsKept() {
    try {
      new Compared(slack.workspace, channels, exportHere()).assertMessagesAreKept(Set.of());
      return true;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  private void compareAtTheEnd() throws Exception {
    compare(export());
    last.assertEachNudgeHasItsReceipt();
    last.assertEachMessageIsConfirmed();
    assertThat(slots.all()).noneMatch(slot -> slot.state().equals("claimed"));
  }

  private void report(Slackside.Transport transport) throws Exception {
    System.out.printf(
        """
        Crash harness over %s, seed %d: %d kills, %d stops past a lease, %d jumps of a clock
          of Slack's answers lost: %d in a hundred
          people did: %s
          events sent again after a kill: %d, unacknowledged in the end: %d
          wins kept: %d, lost: 0, doubled: 0; confirmed: %d; bot's posts of wins: %d, twice: 0
          nudges promised: %d; slots: %d, without receipt: 0, posted twice: 0; receipts: %s
        """,
        transport,
        seed,
        kills,
        stops,
        clocks.jumps(),
        ANSWERS_LOST_OF_A_HUNDRED,
        traffic.talk().counts(),
        sentAgain,
        slack.workspace.unacknowledged().size(),
        last.wins(),
        last.confirmed(),
        last.winsShown().size(),
        traffic.talk().promised.size(),
        slots.all().size(),
        last.nudgesByState());
  }
}
