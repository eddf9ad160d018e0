package smallsteps.rehearsal.state;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Names that never come twice: a ts from the clock, the rest counted up.
public final class Ids {
  private final InstantSource clock;
  private final AtomicLong lastTs = new AtomicLong();
  private final AtomicLong counted = new AtomicLong(36L * 36 * 36);

  Ids(InstantSource clock) {
    this.clock = clock;
  }

  /// Unique and increasing even when the clock stands still or is set back.
  public String ts() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    long ts = lastTs.updateAndGet(last -> Math.max(last + 1, micros));
    return String.format(Locale.ROOT, "%d.%06d", ts / 1_000_000, ts % 1_000_000);
  }

  public String next(String prefix) {
    String number = Long.toString(counted.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
    return prefix + "0".repeat(Math.max(0, 8 - number.length())) + number;
  }

  /// As short as those that Slack gives to blocks without one.
  public String blockId() {
    return Long.toString(counted.incrementAndGet() * 2654435761L % (36L * 36 * 36 * 36 * 36), 36);
  }
}
