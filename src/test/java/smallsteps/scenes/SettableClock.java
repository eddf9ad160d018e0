package smallsteps.scenes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import smallsteps.slack.api.Stopwatch;

/// A clock that stands still until it is set, or is let run. What waits for Slack waits in real
/// time while it stands, and by the clock while it runs.
final class SettableClock implements InstantSource, Stopwatch {
  private record Course(Instant from, long fromNanos, long real, int speed) {}

  private volatile Course course;

  SettableClock(Instant now) {
    course = new Course(now, 0, System.nanoTime(), 0);
  }

  void set(Instant instant) {
    start(instant, course.speed());
  }

  /// From now on, so many times as fast as real time.
  void run(int speed) {
    start(instant(), speed);
  }

  private void start(Instant instant, int speed) {
    course = new Course(instant, nanoTime(), System.nanoTime(), speed);
  }

  @Override
  public Instant instant() {
    Course now = course;
    return now.from().plusNanos((System.nanoTime() - now.real()) * now.speed());
  }

  @Override
  public long nanoTime() {
    Course now = course;
    return now.fromNanos() + (System.nanoTime() - now.real()) * Math.max(1, now.speed());
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    Thread.sleep(real(time).plusNanos(1));
  }

  @Override
  public Duration real(Duration time) {
    return time.dividedBy(Math.max(1, course.speed()));
  }
}
