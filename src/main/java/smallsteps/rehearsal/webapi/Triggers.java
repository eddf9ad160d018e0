package smallsteps.rehearsal.webapi;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Refusal;

/// trigger_ids: each opens one view for one person, within three seconds.
public final class Triggers {
  private static final Duration LIFE = Duration.ofSeconds(3);

  private record Trigger(String userId, Instant made) {}

  private final State state;
  private final Map<String, Trigger> made = new HashMap<>();
  private final Set<String> exchanged = new HashSet<>();

  public Triggers(State state) {
    this.state = state;
  }

  public String make(String userId) {
    String id = state.ids.next("") + "." + state.ids.next("") + "." + state.app.verificationToken;
    made.put(id, new Trigger(userId, state.clock.instant()));
    return id;
  }

  /// Uses it up.
  String exchange(String triggerId) {
    Trigger trigger = made.get(triggerId);
    if (trigger == null) {
      throw new Refusal("invalid_trigger_id");
    }
    if (state.clock.instant().isAfter(trigger.made().plus(LIFE))) {
      throw new Refusal("expired_trigger_id");
    }
    if (!exchanged.add(triggerId)) {
      throw new Refusal("exchanged_trigger_id");
    }
    return trigger.userId();
  }
}
