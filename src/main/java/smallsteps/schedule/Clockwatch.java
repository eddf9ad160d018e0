package smallsteps.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import smallsteps.supervision.Turn;

/// Notices within seconds that the clock on the wall was put back or ahead, or that the machine
/// slept: each turn waits by elapsed time, which no clock can stop, and looks whether the clock
/// shows as much.
final class Clockwatch implements Turn {
  private static final Duration EVERY = Duration.ofSeconds(2);

  /// A busy machine wakes late, a clock is pulled right by moments: that much is no jump. More than
  /// `EVERY`, so that a clock that stands still goes unnoticed.
  private static final Duration USUAL = Duration.ofSeconds(3);

  private final InstantSource wall;
  private final Consumer<Duration> jumped;
  private Instant shown;

  /// Counts from now: what is planned after this is planned by a clock that is watched.
  ///
  /// @param jumped told by how much: negative when put back
  Clockwatch(InstantSource wall, Consumer<Duration> jumped) {
    this.wall = wall;
    this.jumped = jumped;
    shown = wall.instant();
  }

  @Override
  public boolean taken() throws InterruptedException {
    Thread.sleep(EVERY);
    Instant now = wall.instant();
    Duration jump = Duration.between(shown, now).minus(EVERY);
    shown = now;
    if (jump.abs().compareTo(USUAL) > 0) {
      jumped.accept(jump);
    }
    return true;
  }
}
