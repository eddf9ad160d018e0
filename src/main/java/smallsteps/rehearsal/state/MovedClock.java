package smallsteps.rehearsal.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The rehearsal's time, by which bot and workspace go alike: the machine's, moved. It begins
/// anywhere, and from then on is never put back.
public final class MovedClock implements InstantSource {
  private final InstantSource machine;
  private volatile Duration moved;

  private MovedClock(InstantSource machine, Duration moved) {
    this.machine = machine;
    this.moved = moved;
  }

  /// Shows the machine's time.
  public static MovedClock unmoved() {
    return new MovedClock(InstantSource.system(), Duration.ZERO);
  }

  public static MovedClock at(Instant beginning) {
    InstantSource machine = InstantSource.system();
    return new MovedClock(machine, Duration.between(machine.instant(), beginning));
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(moved);
  }

  /// Then it is that late; nothing happens where it is later already.
  public synchronized void forward(Instant then) {
    Duration ahead = Duration.between(instant(), then);
    if (ahead.isPositive()) {
      moved = moved.plus(ahead);
    }
  }
}
