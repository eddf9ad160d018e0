package smallsteps;

import java.time.Duration;
import java.time.Instant;

/// For how long something kept in memory goes by the clock on the wall. It ends with its time, and
/// also when the clock is put back to before its beginning: else it would last for as long as that
/// too.
///
/// @param since when it began
public record Span(Instant since, Duration lasts) {
  /// Has ended, whatever the time.
  public static final Span OVER = new Span(Instant.EPOCH, Duration.ZERO);

  public boolean holds(Instant now) {
    return !now.isBefore(since) && now.isBefore(since.plus(lasts));
  }
}
