package smallsteps.nudges;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What this process is posting just now. A post may take longer than its lease; other processes
/// can't know and look for the message first, but this one need not take over from itself.
final class UnderWay {

  /// A post of which nothing is heard for so long is given up.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Map<Slot, Instant> posts = new ConcurrentHashMap<>();

  private record Slot(Channel channel, Instant due) {}

  void begin(Claim claim, Instant now) {
    posts.put(slot(claim), now);
  }

  void end(Claim claim) {
    posts.remove(slot(claim));
  }

  boolean holds(Claim claim, Instant now) {
    Instant since = posts.get(slot(claim));
    return since != null && now.isBefore(since.plus(PATIENCE));
  }

  private static Slot slot(Claim claim) {
    return new Slot(claim.channel(), claim.due());
  }
}
