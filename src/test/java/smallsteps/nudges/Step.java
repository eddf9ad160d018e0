package smallsteps.nudges;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// What may happen to a bot and its channel between two nudges.
sealed interface Step {

  /// Time passes while nobody looks: a night's suspension is one of these.
  record Wait(Duration time) implements Step {}

  /// To just before or after the next turn.
  record WaitForTurn(Duration after) implements Step {}

  /// The machine's clock is set.
  record ClockJumps(Duration by) implements Step {}

  /// A process looks what is due, and so it goes with what it posts.
  record Tick(int process, Fate fate) implements Step {}

  record Restart(int process) implements Step {}

  record Change(DayOfWeek weekday, int minutesLater) implements Step {}

  record Off() implements Step {}

  record Pause(int weeks) implements Step {}

  record Resume() implements Step {}

  /// What becomes of a post.
  enum Fate {
    POSTED,
    /// The process dies before Slack hears of it.
    DIED_BEFORE,
    /// The process dies when Slack has it.
    DIED_AFTER,
    NOT_SENT,
    /// The answer is lost, and it stands in the channel only after we have looked.
    COMES_LATER,
    /// The answer is lost, it stands, and we may not look.
    UNSURE_STANDS,
    UNSURE_LOST,
    REFUSED
  }

  static Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> process = Arbitraries.of(0, 1);
    Arbitrary<Fate> fates =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.just(Fate.POSTED)), Tuple.of(4, Arbitraries.of(Fate.class)));
    return Arbitraries.<Step>frequencyOf(
            Tuple.of(8, Combinators.combine(process, fates).as(Tick::new)),
            Tuple.of(
                5, seconds(-60, -5, -1, 0, 1, 5, 60, 3600, 14_399, 14_400).map(WaitForTurn::new)),
            Tuple.of(4, seconds(5, 60, 61, 600, 3600, 14_400, 36_000).map(Wait::new)),
            Tuple.of(2, days(1, 6, 7, 8, 21).map(Wait::new)),
            Tuple.of(2, seconds(-3600, -601, -5, 5, 3600).map(ClockJumps::new)),
            Tuple.of(1, days(-8, -1, 1, 15).map(ClockJumps::new)),
            Tuple.of(2, process.map(Restart::new)),
            Tuple.of(
                2,
                Combinators.combine(
                        Arbitraries.of(DayOfWeek.class), Arbitraries.of(-60, -1, 0, 1, 2, 600))
                    .as(Change::new)),
            Tuple.of(1, Arbitraries.just(new Off())),
            Tuple.of(1, Arbitraries.of(0, 1, 2).map(Pause::new)),
            Tuple.of(1, Arbitraries.just(new Resume())))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static Arbitrary<Duration> seconds(Integer... seconds) {
    return Arbitraries.of(seconds).map(Duration::ofSeconds);
  }

  private static Arbitrary<Duration> days(Integer... days) {
    return Arbitraries.of(days).map(Duration::ofDays);
  }
}
