package smallsteps.slack;

import java.time.Duration;
import java.util.function.Supplier;

/// A look that costs something, such as a write to the disk: one at a time, and seldom, however
/// many ask.
final class OneLook<T> implements Supplier<T> {
  private static final long GOOD_FOR = Duration.ofMillis(500).toNanos();

  private final Supplier<T> look;
  private T last; // null before the first
  private long at;

  OneLook(Supplier<T> look) {
    this.look = look;
  }

  @Override
  public synchronized T get() {
    if (last == null || System.nanoTime() - at > GOOD_FOR) {
      last = look.get();
      at = System.nanoTime();
    }
    return last;
  }
}
