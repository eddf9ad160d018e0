package smallsteps.weekly;

import java.util.HashMap;
import java.util.Map;

/// The slots of each kind of weekly message. Who posts one makes it known here, and who keeps the
/// plans finds it by its kind: neither is given the other.
public final class SlotsByKind {
  private final Map<String, ChannelSlots> kinds = new HashMap<>();

  public void add(String kind, ChannelSlots slots) {
    if (kinds.put(kind, slots) != null) {
      throw new IllegalArgumentException("Two weekly messages are called " + kind + ".");
    }
  }

  public ChannelSlots of(String kind) {
    return kinds.get(kind);
  }
}
