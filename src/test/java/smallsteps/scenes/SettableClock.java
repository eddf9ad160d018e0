package smallsteps.scenes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import smallsteps.slack.api.Stopwatch;

/// A clock that stands still until it is set, or is let run. What waits for Slack waits in real
/// time while it stands, and by the clock while it runs.
final class SettableClock implements InstantSource, Stopwatch {
  /// @param longest after which it stands, in nanoseconds by itself
  private record Course(Instant from, long fromNanos, long real, int speed, long longest) {
    long ran() {
      return Math.min(longest, (System.nanoTime() - real) * speed);
    }

    /// How many times as fast as real time it is just now, for who waits by it.
    int pace() {
      return ran() < longest ? Math.max(1, speed) : 1;
    }

    /// Since it began, first by itself and then, while it stands, in real time.
    long passed() {
      long ran = ran();
      long running = speed == 0 ? 0 : ran / speed;
      return ran + System.nanoTime() - real - running;
    }
  }

  private static final int PATIENT = 10;

  private volatile Course course;
  private volatile int patience = PATIENT;

  SettableClock(Instant now) {
    course = new Course(now, 0, System.nanoTime(), 0, 0);
  }

  void set(Instant instant) {
    start(instant, course.speed(), Long.MAX_VALUE);
  }

  /// From now on, so many times as fast as real time.
  void run(int speed) {
    start(instant(), speed, Long.MAX_VALUE);
  }

  /// The same, and stands once it is that late, however late a busy machine looks.
  void runUntil(Instant then, int speed) {
    Instant now = instant();
    start(now, speed, Math.max(0, Duration.between(now, then).toNanos()));
  }

  private void start(Instant instant, int speed, long longest) {
    course = new Course(instant, nanoTime(), System.nanoTime(), speed, longest);
  }

  @Override
  public Instant instant() {
    Course now = course;
    return now.from().plusNanos(now.ran());
  }

  @Override
  public long nanoTime() {
    Course now = course;
    return now.fromNanos() + now.passed();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    Thread.sleep(real(time).plusNanos(1));
  }

  @Override
  public Duration patience(Duration time) {
    return time.multipliedBy(patience);
  }

  /// Nobody waits longer for an answer than in truth.
  void impatient() {
    patience = 1;
  }

  @Override
  public Duration real(Duration time) {
    return time.dividedBy(course.pace());
  }
}
