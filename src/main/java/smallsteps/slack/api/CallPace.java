package smallsteps.slack.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When the next call of each kind may go out, so that we stay within Slack's limits before it has
/// to say so: a steady rate with some calls at once allowed, and a pause where Slack asked for one.
/// Where it had to ask, the rate was too high: it is halved for a while, and none go at once.
public final class CallPace {
  private static final long SLOW_FOR = Duration.ofMinutes(10).toNanos();
  private static final int SLOWEST = 8;

  /// @param apart the steady distance between two calls
  /// @param atOnce how many may go without that distance after a quiet time
  public record Limit(Duration apart, int atOnce) {
    private long ahead() {
      return apart.toNanos() * (atOnce - 1);
    }
  }

  /// What has gone out of a kind, and what Slack said to it; all times as by the stopwatch.
  ///
  /// @param next when a call would be allowed if all went at the steady rate
  /// @param slowness how many times slower than the limit it goes, until `slowUntil`
  private record Course(long next, long pausedUntil, int slowness, long slowUntil) {
    boolean isPast(long now) {
      return next < now && pausedUntil < now && slowUntil < now;
    }

    int slowness(long now) {
      return now < slowUntil ? slowness : 1;
    }

    long from(long now) {
      return Math.max(next, Math.max(pausedUntil, now));
    }

    /// How long until the next place.
    long until(long now, Limit limit) {
      long ahead = slowness(now) == 1 ? limit.ahead() : 0;
      return Math.max(pausedUntil, from(now) - ahead) - now;
    }
  }

  private final Map<String, Course> courses = new ConcurrentHashMap<>();
  private final Stopwatch time;

  public CallPace() {
    this(Stopwatch.REAL);
  }

  public CallPace(Stopwatch time) {
    this.time = time;
  }

  /// Takes the next place and says how long until it, in nanoseconds; -1 when that is longer than
  /// `patience`: then no place is taken.
  public long reserve(String kind, Limit limit, Duration patience) {
    long now = time.nanoTime();
    var wait = new long[] {-1};
    courses.compute(
        kind,
        (_, before) -> {
          Course course = before == null ? new Course(now, now, 1, now) : before;
          int slowness = course.slowness(now);
          long from = course.from(now);
          long until = course.until(now, limit);
          if (until > patience.toNanos()) {
            return before;
          }
          wait[0] = Math.max(0, until);
          long next = from + limit.apart().toNanos() * slowness;
          return new Course(next, course.pausedUntil(), course.slowness(), course.slowUntil());
        });
    return wait[0];
  }

  /// Whether no more than one call of this kind has gone out lately.
  boolean isQuiet(String kind, Limit limit) {
    Course course = courses.get(kind);
    return course == null || course.next() - time.nanoTime() <= limit.apart().toNanos();
  }

  /// Whether the next place is further away than that.
  boolean isBusy(String kind, Limit limit, Duration patience) {
    long now = time.nanoTime();
    Course course = courses.get(kind);
    return course != null && course.until(now, limit) > patience.toNanos();
  }

  boolean isPaused(String kind) {
    Course course = courses.get(kind);
    return course != null && course.pausedUntil() > time.nanoTime();
  }

  /// Slack asked for this kind to stop for so long.
  void pause(String kind, Duration asked) {
    long now = time.nanoTime();
    courses.values().removeIf(course -> course.isPast(now));
    courses.compute(
        kind,
        (_, before) -> {
          Course course = before == null ? new Course(now, now, 1, now) : before;
          long until = Math.max(course.pausedUntil(), now + asked.toNanos());
          boolean isToldAlready = course.pausedUntil() > now;
          int slowness =
              isToldAlready ? course.slowness() : Math.min(SLOWEST, course.slowness(now) * 2);
          return new Course(course.next(), until, slowness, until + SLOW_FOR);
        });
  }
}
