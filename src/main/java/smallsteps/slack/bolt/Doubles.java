package smallsteps.slack.bolt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import smallsteps.Listener;
import smallsteps.slack.manifest.Wants;

/// Refuses two rooms that claim the same name. Bolt would let the later one win, with a warning at
/// most.
final class Doubles {
  private final List<Listener> listeners;

  Doubles(List<Listener> listeners) {
    this.listeners = listeners;
  }

  /// @throws IllegalStateException that names what is claimed twice
  void check() {
    Set<String> claimed = new HashSet<>();
    for (Listener listener : listeners) {
      String claim = Wants.of(listener).own();
      if (claim != null && !claimed.add(claim)) {
        throw new IllegalStateException("Two rooms claim " + claim + ".");
      }
    }
  }
}
