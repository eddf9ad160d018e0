package smallsteps.wins;

import java.util.Locale;

/// A win with what only the store knows of it.
///
/// @param sourceId the message's ts; the modal's view id or an own id where the bot posts it
record KeptWin(Win win, String sourceId, Origin origin) {

  /// As [OwnWin#key].
  String key() {
    return new OwnWin.Key(win.channelId(), sourceId).carried();
  }

  /// How it came to be a win, which decides what an edit means to it.
  enum Origin {
    /// The message begins with the phrase, and is a win as long as it does.
    PHRASE,
    /// Somebody saved their message as it is.
    SHORTCUT,
    /// Said in the modal or by the command; the bot posts it.
    POSTED;

    String stored() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String stored) {
      return valueOf(stored.toUpperCase(Locale.ROOT));
    }
  }
}
