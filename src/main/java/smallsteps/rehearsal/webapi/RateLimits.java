package smallsteps.rehearsal.webapi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/// Slack's limits by the clock: calls a minute for each method, messages for each channel.
final class RateLimits {
  private static final Duration BURST = Duration.ofSeconds(3);

  private static final String POST = "chat.postMessage";

  private final InstantSource clock;
  private final IntSupplier messagesAMinute;
  private final Map<String, Deque<Instant>> calls = new HashMap<>();
  private final Map<String, Instant> channels = new HashMap<>();

  /// @param messagesAMinute how many messages the whole workspace takes; zero for what Slack allows
  RateLimits(InstantSource clock, IntSupplier messagesAMinute) {
    this.clock = clock;
    this.messagesAMinute = messagesAMinute;
  }

  /// How long to wait; zero when the call may go on, and then it counts.
  Duration retryAfter(Method method, String channel) {
    boolean isPost = method.name().equals(POST);
    int limited = isPost ? messagesAMinute.getAsInt() : 0;
    int most = limited > 0 ? limited : method.perMinute();
    Duration wait = room(method.name(), most, Duration.ofMinutes(1));
    if (wait.isZero() && isPost) {
      wait = roomIn(channel);
    }
    return wait;
  }

  /// A message a second, and some at once after a quiet time.
  private synchronized Duration roomIn(String channel) {
    Instant now = clock.instant();
    Instant next = channels.getOrDefault(channel, now);
    Duration early = Duration.between(now.plus(BURST), next);
    if (early.isPositive()) {
      return early;
    }
    channels.put(channel, (next.isAfter(now) ? next : now).plusSeconds(1));
    return Duration.ZERO;
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
    return Duration.between(now, recent.peekFirst().plus(window));
  }
}
