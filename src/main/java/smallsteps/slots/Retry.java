package smallsteps.slots;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/// When something that did not get through is tried again: soon at first, then more and more
/// seldom, and not all of them at the same moment. Until when, [Lateness] says.
///
/// @param first the longest wait for the first retry
record Retry(Duration first) {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  Instant after(Instant due, Instant now) {
    Duration wait = Duration.between(due, now).dividedBy(2);
    if (wait.compareTo(first) < 0) {
      wait = first;
    } else if (wait.compareTo(LONGEST) > 0) {
      wait = LONGEST;
    }
    long seconds = wait.toSeconds();
    return now.plusSeconds(seconds - ThreadLocalRandom.current().nextLong(seconds / 2 + 1));
  }
}
