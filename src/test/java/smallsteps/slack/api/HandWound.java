package smallsteps.slack.api;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A stopwatch that only a sleep moves on.
public final class HandWound implements Stopwatch {
  private final AtomicLong now = new AtomicLong(1_000_000_000_000L);

  @Override
  public long nanoTime() {
    return now.get();
  }

  @Override
  public void sleep(Duration duration) {
    now.addAndGet(duration.toNanos());
  }
}
