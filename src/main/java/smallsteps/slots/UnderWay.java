package smallsteps.slots;

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

  private record Slot(String teamId, String channelId, Instant due) {}

  void begin(Turn turn, Instant now) {
    posts.put(slot(turn), now);
  }

  void end(Turn turn) {
    posts.remove(slot(turn));
  }

  boolean holds(Turn turn, Instant now) {
    Instant since = posts.get(slot(turn));
    return since != null && now.isBefore(since.plus(PATIENCE));
  }

  private static Slot slot(Turn turn) {
    return new Slot(turn.teamId(), turn.channelId(), turn.due());
  }
}
