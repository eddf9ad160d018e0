package smallsteps.weekly;

import java.time.Instant;
import java.time.ZoneId;

/// A slot that is claimed, as its room reads it.
public interface ClaimedSlot {
  Instant due();

  ZoneId zone();

  /// False where somebody asked for it just then: nothing that a channel planned stands in its way.
  default boolean isPlanned() {
    return true;
  }
}
