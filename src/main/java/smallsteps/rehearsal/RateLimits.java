package smallsteps.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Slack's limits by the clock: calls a minute for each method, messages for each channel. */
final class RateLimits {
  private static final int BURST = 4;

  private final InstantSource clock;
  private final Map<String, Deque<Instant>> calls = new HashMap<>();

  RateLimits(InstantSource clock) {
    this.clock = clock;
  }

  /** How long to wait; zero when the call may go on, and then it counts. */
  Duration retryAfter(Method method, String channel) {
    Duration wait = room(method.name(), method.perMinute(), Duration.ofMinutes(1));
    if (wait.isZero() && method.name().equals("chat.postMessage")) {
      wait = room(method.name() + " " + channel, BURST, Duration.ofSeconds(BURST));
    }
    return wait;
  }

  private synchronized Duration room(String key, int most, Duration window) {
    Instant now = clock.instant();
    Deque<Instant> recent = calls.computeIfAbsent(key, _ -> new ArrayDeque<>());
    while (!recent.isEmpty() && !recent.peekFirst().plus(window).isAfter(now)) {
      recent.removeFirst();
    }
    if (recent.size() < most) {
      recent.addLast(now);
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, recent.peekFirst().plus(window));
    return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
  }
}
