package smallsteps.wins;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import smallsteps.Said;
import smallsteps.User;

/// A win with what only the store knows of it.
///
/// @param sourceId the message's ts; the modal's view id or an own id where the bot posts it
record KeptWin(Win win, String sourceId, Origin origin) {

  /// What was typed for the bot to post.
  ///
  /// @param sourceId tells it from others
  static KeptWin typed(
      String sourceId, User by, String channelId, SmallThingQuery.Say say, Instant now) {
    var win =
        new Win(
            by.teamId(),
            channelId,
            null,
            null,
            say.isAnonymous() ? null : by.id(),
            Said.of(say.text()),
            say.kind(),
            null,
            now.truncatedTo(ChronoUnit.SECONDS),
            null);
    return new KeptWin(win, sourceId, Origin.POSTED);
  }

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
