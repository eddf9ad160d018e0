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
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.app.Main;
import smallsteps.rehearsal.Channel;

/// The packaged bot, killed outright again and again while people talk, react and ask for nudges;
/// Slack sends again what was not acknowledged. After each kill every acknowledged write is there,
/// once; no nudge stands twice; none is silently missing.
///
/// The long run, whose counts stand in the output:
///
/// ```
/// mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
///     -Dit.test=CrashIT -Dcrash.kills=200
/// ```
///
/// `-Dcrash.seed=N` repeats what people do and when the kills come, as far as threads allow.
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {
  private static final int KILLS = Integer.getInteger("crash.kills", 3);
  private static final boolean IS_LONG = KILLS > 20;
  private static final Duration SETTLED = Duration.ofMinutes(IS_LONG ? 5 : 1);

  /// What a crash leaves behind is taken up after a lease, which nobody wants to wait for here.
  private static final String SHORT_LEASE =
      "{\"nudges\": {\"check_seconds\": 1, \"lease_seconds\": 30}, \"outbox\": {\"lost_seconds\": 5}}";

  private final long seed = Long.getLong("crash.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir Path folder;
  private Slackside slack;
  private List<Channel> channels;
  private Traffic traffic;
  private Slots slots;
  private BotProcess bot;
  private int kills;
  private int sentAgain;
  private Compared last;

  @ParameterizedTest
  @EnumSource
  void whatWasAcknowledgedIsKeptOnceHoweverOftenItIsKilled(Slackside.Transport transport)
      throws Exception {
    System.out.println("Crash harness over " + transport + ", seed " + seed);
    try (var side = new Slackside(transport, folder)) {
      begin(side);
      if (IS_LONG) {
        planNudges();
      }
      while (kills < KILLS) {
        killWhilePeopleTalk();
        comeBack();
        compare();
        System.out.printf("%d kills, %d wins, all well%n", kills, last.wins());
      }
      awaitSettled();
      compareAtTheEnd();
      report(transport);
    } finally {
      if (bot != null) {
        bot.close();
      }
    }
  }

  private void begin(Slackside side) throws Exception {
    slack = side;
    channels = List.of(side.channel, side.workspace.channel("allmänt"));
    traffic = new Traffic(side.workspace, channels, random);
    slots = new Slots(side.databaseUrl());
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("smallsteps.json"), SHORT_LEASE);
    Files.createDirectory(folder.resolve("tmp"));
    side.variables().put("SMALLSTEPS_CONFIG", config.toString());
    start();
    bot.awaitReady();
  }

  private void start() throws Exception {
    bot = Jar.itself(folder, "-Djava.io.tmpdir=" + folder.resolve("tmp")).start(slack.variables());
  }

  /// A weekly nudge for each channel, in one and two minutes: kills come while they are posted.
  private void planNudges() {
    var zone = ZoneId.of("Europe/Stockholm");
    for (int i = 0; i < channels.size(); i++) {
      LocalDateTime due = LocalDateTime.now(zone).plusMinutes(i + 1L);
      String weekday = due.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      String time = due.format(DateTimeFormatter.ofPattern("HH:mm"));
      String plan = "/nudge " + weekday.toLowerCase(Locale.ENGLISH) + " " + time;
      assertThat(slack.workspace.ben().command(channels.get(i), plan).acked()).isTrue();
    }
  }

  private void killWhilePeopleTalk() throws Exception {
    int acts = 30 + random.nextInt(40);
    Traffic.Burst burst = traffic.begin(acts, random.nextInt(acts));
    burst.awaitMoment();
    if (random.nextBoolean()) {
      traffic.askForNudge();
    }
    killAtSomeMomentWithin(Duration.ofMillis(20));
    burst.awaitEnd();
  }

  private void killAtSomeMomentWithin(Duration time) throws Exception {
    // No wait for anything: where it falls is chance.
    LockSupport.parkNanos(random.nextLong(time.toNanos()));
    bot.kill();
    kills++;
  }

  /// Starts it again, now and then killing it on the way or while it hears what it missed.
  private void comeBack() throws Exception {
    start();
    if (kills < KILLS && random.nextInt(4) == 0) {
      killAtSomeMomentWithin(Duration.ofSeconds(2));
      start();
    }
    bot.awaitReady();
    sentAgain += slack.workspace.unacknowledged().size();
    if (kills < KILLS && random.nextInt(4) == 0) {
      Thread retries = Thread.ofVirtual().start(slack.workspace::retryNow);
      killAtSomeMomentWithin(Duration.ofMillis(200));
      retries.join();
      start();
      bot.awaitReady();
    }
    await("every acknowledgement", this::isEverythingAcknowledged);
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
    last.assertMessagesAreKept();
    last.assertCommandsAreKept(traffic.talk().commanded);
    last.nudgesShown();
    List<Slots.Slot> kept = slots.all();
    assertThat(traffic.talk().promised).allMatch(promised -> Slots.holds(kept, promised));
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
    if (IS_LONG) {
      await("each win's post", () -> slots.waitingWins() == 0);
    }
  }

  private static void await(String what, Callable<Boolean> seen) throws Exception {
    long until = System.nanoTime() + SETTLED.toNanos();
    while (!seen.call()) {
      assertThat(System.nanoTime()).as("in time for " + what).isLessThan(until);
      LockSupport.parkNanos(100_000_000);
    }
  }

  private void compareAtTheEnd() throws Exception {
    compare(export());
    last.assertEachNudgeHasItsReceipt();
    assertThat(slots.all()).noneMatch(slot -> slot.state().equals("claimed"));
  }

  private void report(Slackside.Transport transport) throws Exception {
    System.out.printf(
        """
        Crash harness over %s, seed %d: %d kills
          people did: %s
          events sent again after a kill: %d, unacknowledged in the end: %d
          wins kept: %d, lost: 0, doubled: 0; confirmed so far: %d; bot's posts of wins: %d, twice: 0
          nudges promised: %d; slots: %d, without receipt: 0, posted twice: 0; receipts: %s
        """,
        transport,
        seed,
        kills,
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
