package smallsteps.wins;

import java.time.Instant;
import java.util.Optional;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `win`, in one transaction, for what a person wants of their own: nobody else's key
/// opens anything.
record OwnWinStore(Sql sql) {
  private static final String ITS =
      """
       WHERE team_id = ? AND user_id = ? AND channel_id = ? AND source_id = ? AND deleted = 0
      """;
  private static final String FIND = "SELECT * FROM win" + ITS;
  private static final String EDIT = "UPDATE win SET text = ?, edited_ts = ?" + ITS;
  private static final String HIDE = "UPDATE win SET hidden = ?" + ITS;

  /// @param isByBot the message under its ts is the bot's
  record Kept(OwnWin own, boolean isByBot) {
    static Kept of(Row row) {
      return new Kept(OwnWin.of(row), WinStore.isByBot(row));
    }

    /// Null where it stands in no message.
    MessageId message() {
      Win win = own.win();
      return win.ts() == null ? null : new MessageId(win.teamId(), win.channelId(), win.ts());
    }
  }

  Optional<Kept> find(User user, String key) {
    OwnWin.Key its = OwnWin.Key.of(key);
    return sql.first(FIND, Kept::of, user.teamId(), user.id(), its.channelId(), its.sourceId());
  }

  /// @param now what an edit of the message has to be newer than
  void edit(User user, String key, String text, Instant now) {
    OwnWin.Key its = OwnWin.Key.of(key);
    String editedTs = now.getEpochSecond() + ".000000";
    sql.erase(EDIT, text, editedTs, user.teamId(), user.id(), its.channelId(), its.sourceId());
  }

  void hide(User user, String key, boolean hidden) {
    OwnWin.Key its = OwnWin.Key.of(key);
    sql.update(HIDE, hidden, user.teamId(), user.id(), its.channelId(), its.sourceId());
  }
}
