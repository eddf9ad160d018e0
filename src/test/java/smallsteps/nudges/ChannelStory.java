package smallsteps.nudges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import smallsteps.outbox.Owed;
import smallsteps.storage.Database;
import smallsteps.weekly.ClockOnTheWall;
import smallsteps.weekly.ClockOnTheWall.Seen;

/// A channel with its plan, the processes that post for it, and what by the rules has to happen: a
/// turn is taken up once, at the first look after it is due, and never forgotten.
final class ChannelStory {
  private static final Duration TOO_LATE = Duration.ofHours(4);
  private final String channelId;
  private final List<NudgeProcess> processes;
  private final OneChannelSlack slack = new OneChannelSlack();
  private final Map<LocalDate, Instant> takenUp = new TreeMap<>();
  private ClockOnTheWall plan;
  private Instant setAt;
  private LocalDate pausedUntil = LocalDate.MIN;
  private Instant now;

  ChannelStory(String channelId, Database one, Database two, Instant now) {
    this.channelId = channelId;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    processes =
        List.of(new NudgeProcess(one, () -> this.now), new NudgeProcess(two, () -> this.now));
  }

  void begin(ClockOnTheWall wall) {
    set(wall);
  }

  void tell(Step step) {
    switch (step) {
      case Step.Wait(Duration time) -> waitUntil(now.plus(time));
      case Step.ClockJumps(Duration by) -> jump(by);
      case Step.WaitForTurn(Duration after) -> waitForTurn(after);
      case Step.Tick(int process, Step.Fate fate) -> tick(processes.get(process), fate);
      case Step.Restart(int process) -> processes.get(process).restart();
      case Step.Change change -> change(change);
      case Step.Off() -> off();
      case Step.Pause(int weeks) -> pause(weeks);
      case Step.Resume() -> resume();
    }
  }

  private void waitForTurn(Duration after) {
    if (plan != null) {
      waitUntil(plan.turns(now, now.plus(8, ChronoUnit.DAYS)).getFirst().due().plus(after));
    }
  }

  /// Nobody looks meanwhile, unless the clock was ahead once: till those days are over the bot is
  /// not away as well.
  private void waitUntil(Instant then) {
    while (plan != null && takenUp.values().stream().anyMatch(due -> due.isAfter(now))) {
      List<Seen> turns = plan.turns(now, then);
      if (turns.isEmpty()) {
        break;
      }
      now = turns.getFirst().due();
      tick(processes.getFirst(), Step.Fate.POSTED);
    }
    now = then.isAfter(now) ? then : now;
  }

  private void jump(Duration by) {
    if (by.isNegative()) {
      now = now.plus(by);
    } else {
      waitUntil(now.plus(by));
    }
  }

  private void tick(NudgeProcess process, Step.Fate fate) {
    List<Seen> waiting = waiting();
    List<Owed> posts = process.tick(channelId);
    List<String> fresh =
        posts.stream()
            .map(OneChannelSlack::slot)
            .filter(slot -> !takenUp.containsValue(Instant.parse(slot)))
            .toList();

    assertThat(posts.stream().filter(Owed::mayGoOut)).as("one catch-up at most").hasSizeLessThan(2);
    assertThat(fresh)
        .isEqualTo(
            waiting.stream()
                .skip(Math.max(0, waiting.size() - 1))
                .filter(turn -> turn.date().isAfter(pausedUntil) && isInTime(turn))
                .map(turn -> turn.due().toString())
                .toList());
    takeUp(waiting);
    for (Owed post : posts) {
      if (!slack.take(post, fate)) {
        process.restart();
      }
    }
  }

  private List<Seen> waiting() {
    return plan == null
        ? List.of()
        : plan.turns(setAt, now).stream()
            .filter(turn -> !takenUp.containsKey(turn.date()))
            .toList();
  }

  private void takeUp(List<Seen> turns) {
    turns.forEach(turn -> takenUp.put(turn.date(), turn.due()));
  }

  private boolean isInTime(Seen turn) {
    return now.isBefore(turn.due().plus(TOO_LATE))
        && local(turn.due()).toLocalDate().equals(local(now).toLocalDate());
  }

  private void change(Step.Change change) {
    ClockOnTheWall before = plan;
    if (before != null) {
      takeUp(waiting());
      var time = local(now).toLocalTime().plusMinutes(change.minutesLater());
      set(
          new ClockOnTheWall(
              change.weekday(), time.truncatedTo(ChronoUnit.MINUTES), before.zone()));
    }
  }

  private void set(ClockOnTheWall wall) {
    type(
        "%s %s %s"
            .formatted(wall.weekday().name().toLowerCase(Locale.ROOT), wall.time(), wall.zone()));
    plan = wall;
    setAt = now;
    pausedUntil = LocalDate.MIN;
  }

  private void off() {
    takeUp(waiting());
    type("off");
    plan = null;
  }

  private void pause(int weeks) {
    if (plan != null) {
      type(weeks == 0 ? "pause" : "pause " + weeks + " weeks");
      pausedUntil =
          weeks == 0 ? LocalDate.MAX : local(now).toLocalDate().plusWeeks(weeks).minusDays(1);
    }
  }

  private void resume() {
    type("resume");
    pausedUntil = LocalDate.MIN;
  }

  private void type(String text) {
    processes.getFirst().type(channelId, text);
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, plan.zone());
  }

  /// Time enough for all that was left half done.
  void end() {
    takenUp.values().stream().max(Instant::compareTo).ifPresent(this::waitUntil);
    for (Duration later : List.of(Duration.ofMinutes(11), Duration.ofMinutes(11), TOO_LATE)) {
      now = now.plus(later);
      processes.forEach(process -> tick(process, Step.Fate.POSTED));
    }
    now = now.plus(1, ChronoUnit.DAYS);
    processes.forEach(process -> tick(process, Step.Fate.POSTED));
    off();
  }

  Map<LocalDate, Instant> takenUp() {
    return takenUp;
  }

  OneChannelSlack slack() {
    return slack;
  }
}
