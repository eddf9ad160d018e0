package smallsteps.slack.bolt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import smallsteps.Listener;

/// Refuses two rooms that claim the same name. Bolt would let the later one win, with a warning at
/// most.
final class Claims {
  private final List<Listener> listeners;

  Claims(List<Listener> listeners) {
    this.listeners = listeners;
  }

  /// @throws IllegalStateException that names what is claimed twice
  void check() {
    Set<String> claimed = new HashSet<>();
    for (Listener listener : listeners) {
      String claim = claim(listener);
      if (claim != null && !claimed.add(claim)) {
        throw new IllegalStateException("Two rooms claim " + claim + ".");
      }
    }
  }

  /// Null for what several rooms may hear.
  private static String claim(Listener listener) {
    return switch (listener) {
      case Listener.Command command -> "the command " + command.name();
      case Listener.MessageShortcut shortcut -> "the shortcut " + shortcut.callbackId();
      case Listener.GlobalShortcut shortcut -> "the shortcut " + shortcut.callbackId();
      case Listener.ViewSubmission submission -> "the view " + submission.callbackId();
      case Listener.Action action -> "the action " + action.actionId();
      case Listener.Options options -> "the options " + options.actionId();
      case Listener.HomeOpened _ -> "the App Home";
      case Listener.Message _,
          Listener.MessageEdited _,
          Listener.MessageDeleted _,
          Listener.ReactionAdded _,
          Listener.ReactionRemoved _,
          Listener.Invited _,
          Listener.Left _,
          Listener.ChannelIdChanged _,
          Listener.Unarchived _ ->
          null;
    };
  }
}
