package smallsteps.wins;

import smallsteps.MalformedException;
import smallsteps.storage.Row;

/// A win as its author sees it.
///
/// @param key names it in a button's value; of use to its author only
/// @param isHidden from lists, from searches by others, from digests and exports
/// @param isOnItsWay the bot is about to post it, and it can't be changed yet
public record OwnWin(Win win, String key, boolean isHidden, boolean isOnItsWay) {
  /// What a form's field holds.
  private static final int EDITABLE = 3000;

  public boolean isEditable() {
    return !isOnItsWay && win.text().kept().length() <= EDITABLE;
  }

  static OwnWin of(Row row) {
    Win win = Wins.win(row);
    return new OwnWin(
        win,
        new Key(win.channelId(), row.text("source_id")).carried(),
        row.flag("hidden"),
        "waiting".equals(row.text("post_state")));
  }

  /// The key in its parts.
  record Key(String channelId, String sourceId) {
    static Key of(String carried) {
      int space = MalformedException.need("value", carried).indexOf(' ');
      return new Key(carried.substring(0, Math.max(0, space)), carried.substring(space + 1));
    }

    String carried() {
      return channelId + " " + sourceId;
    }
  }
}
