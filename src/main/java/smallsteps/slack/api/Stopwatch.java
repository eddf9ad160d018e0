package smallsteps.slack.api;

import java.time.Duration;

/// How time passes for what waits for Slack: as it does, or faster where a test is in a hurry.
public interface Stopwatch {
  Stopwatch REAL =
      new Stopwatch() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }
      };

  /// As [System#nanoTime()].
  long nanoTime();

  void sleep(Duration time) throws InterruptedException;

  /// How long that is in real time, for what can wait by no other.
  default Duration real(Duration time) {
    return time;
  }

  /// The same, for who waits for an answer and goes on without it: longer where a test has all the
  /// time that a busy machine may take.
  default Duration patience(Duration time) {
    return real(time);
  }
}
