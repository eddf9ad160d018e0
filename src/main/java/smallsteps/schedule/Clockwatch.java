package smallsteps.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import smallsteps.supervision.Step;

/// Looks again and again, by elapsed time, which no clock can stop: whether the clock on the wall
/// shows as much has passed. It doesn't when it was put back or ahead, or when the machine slept.
final class Clockwatch implements Step {
  private static final Duration EVERY = Duration.ofSeconds(2);

  /// A busy machine wakes late, a clock is pulled right by moments: that much is no jump. More than
  /// `EVERY`, so that a clock that stands still goes unnoticed.
  private static final Duration USUAL = Duration.ofSeconds(3);

  private final InstantSource wall;
  private final Consumer<Duration> looks;
  private Instant shown;

  /// Counts from now: what is planned after this is planned by a clock that is watched.
  ///
  /// @param looks told at each look by how much the clock jumped: zero as a rule, negative when it
  ///   was put back
  Clockwatch(InstantSource wall, Consumer<Duration> looks) {
    this.wall = wall;
    this.looks = looks;
    shown = wall.instant();
  }

  @Override
  public boolean taken() throws InterruptedException {
    Thread.sleep(EVERY);
    Instant now = wall.instant();
    Duration jump = Duration.between(shown, now).minus(EVERY);
    looks.accept(jump.abs().compareTo(USUAL) > 0 ? jump : Duration.ZERO);
    shown = now;
    return true;
  }
}
