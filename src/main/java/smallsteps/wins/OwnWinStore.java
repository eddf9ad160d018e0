package smallsteps.wins;

import java.time.Instant;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.Mentions;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// Changes what a person has kept, asked for by that person: nobody else's key opens anything.
final class OwnWinStore {
  private static final String ITS =
      """
       WHERE team_id = ? AND user_id = ? AND channel_id = ? AND source_id = ? AND deleted = 0
      """;
  private static final String FIND = "SELECT * FROM win" + ITS;
  private static final String EDIT = "UPDATE win SET text = ?, edited_ts = ?" + ITS;
  private static final String HIDE = "UPDATE win SET hidden = ?" + ITS;

  private final Database database;
  private final EditedPosts editedPosts;
  private final WinStore store;

  OwnWinStore(Database database, EditedPosts editedPosts, WinStore store) {
    this.database = database;
    this.editedPosts = editedPosts;
    this.store = store;
  }

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
    return database.read(sql -> find(sql, user, key));
  }

  private static Optional<Kept> find(Sql sql, User user, String key) {
    OwnWin.Key its = OwnWin.Key.of(key);
    return sql.first(FIND, Kept::of, user.teamId(), user.id(), its.channelId(), its.sourceId());
  }

  /// Nothing where there is nothing to be changed.
  ///
  /// @param now what an edit of the message has to be newer than
  void edit(User user, String key, String text, Instant now) {
    database.write(sql -> {
      Optional<Kept> kept = find(sql, user, key).filter(found -> found.own().isEditable());
      kept.ifPresent(found -> edit(sql, user, found, text, now));
      return null;
    });
  }

  private void edit(Sql sql, User user, Kept before, String text, Instant now) {
    String linked = Mentions.linked(text, before.own().win().text().kept());
    OwnWin.Key its = OwnWin.Key.of(before.own().key());
    String editedTs = now.getEpochSecond() + ".000000";
    sql.erase(EDIT, linked, editedTs, user.teamId(), user.id(), its.channelId(), its.sourceId());
    if (before.isByBot()) {
      editedPosts.owe(sql, before.own().win().channel(), its.sourceId());
    }
  }

  void hide(User user, String key, boolean hidden) {
    OwnWin.Key its = OwnWin.Key.of(key);
    database.write(
        sql -> sql.update(HIDE, hidden, user.teamId(), user.id(), its.channelId(), its.sourceId()));
  }

  /// What the bot has put into the channel goes as well. Nothing where there is nothing to be
  /// erased.
  void erase(User user, String key) {
    database.write(sql -> {
      find(sql, user, key)
          .ifPresent(found -> {
            OwnWin.Key its = OwnWin.Key.of(key);
            WinStore.eraseSource(sql, new Channel(user.teamId(), its.channelId()), its.sourceId());
            boolean stands = found.message() != null; // one on its way is not posted any more
            if (stands) {
              store.takeAway(sql, found.message(), found.isByBot());
            }
          });
      return null;
    });
  }
}
