package smallsteps.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When the next call of each kind may go out, so that we stay within Slack's limits before it has
/// to say so: a steady rate with some calls at once allowed, and a pause where Slack asked for one.
final class Pace {

  /// @param apart the steady distance between two calls
  /// @param atOnce how many may go without that distance after a quiet time
  record Limit(Duration apart, int atOnce) {
    private long ahead() {
      return apart.toNanos() * (atOnce - 1);
    }
  }

  /// By kind of call: the time at which it would be allowed again if all went at the steady rate.
  private final Map<String, Long> steady = new ConcurrentHashMap<>();

  private final Map<String, Long> pausedUntil = new ConcurrentHashMap<>();

  /// Takes the next place and says how long until it, in nanoseconds; -1 when that is longer than
  /// `patience`: then no place is taken.
  long reserve(String kind, Limit limit, Duration patience) {
    long now = System.nanoTime();
    long pause = Math.max(0, pausedUntil.getOrDefault(kind, now) - now);
    var wait = new long[] {-1};
    steady.compute(
        kind,
        (_, before) -> {
          long next = before == null ? now : Math.max(before, now);
          long until = Math.max(pause, next - limit.ahead() - now);
          if (until > patience.toNanos()) {
            return before;
          }
          wait[0] = Math.max(0, until);
          return next + limit.apart().toNanos();
        });
    return wait[0];
  }

  /// Slack asked for this kind to stop for so long.
  void pause(String kind, Duration time) {
    long now = System.nanoTime();
    pausedUntil.values().removeIf(until -> until - now < 0);
    steady.values().removeIf(next -> next - now < 0);
    pausedUntil.put(kind, now + time.toNanos());
  }
}
