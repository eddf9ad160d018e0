package smallsteps.slack;

import java.util.function.Supplier;

/// A look that costs something, such as a write to the disk: one at a time, however many ask. Those
/// who asked before it began share it.
final class OneLook<T> implements Supplier<T> {
  private final Supplier<T> look;
  private T last; // null before the first
  private long began;

  OneLook(Supplier<T> look) {
    this.look = look;
  }

  @Override
  public T get() {
    long asked = System.nanoTime();
    synchronized (this) {
      if (last == null || began - asked < 0) {
        began = System.nanoTime();
        last = look.get();
      }
      return last;
    }
  }
}
