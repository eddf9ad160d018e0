package smallsteps.wins;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import smallsteps.Mentions;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// Writes the table `win`: keeps and erases.
final class WinStore {
  /// In the place of a user id: said anonymously. No id is kept anywhere, and no user has this one.
  private static final String NOBODY = "";

  private static final String ADD =
      """
      INSERT INTO win (team_id, channel_id, source_id, ts, thread_ts, user_id, text, kind,
        principle, nudge_ts, said_at, origin, edited_ts, post_state, tried_at, may_stand_since)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String INDEX =
      "INSERT INTO win_words (rowid, text) VALUES (last_insert_rowid(), ?)";
  private static final String CLEAR_ERASED =
      """
      DELETE FROM win
      WHERE team_id = ? AND channel_id = ? AND source_id = ? AND deleted = 1
      """;
  private static final String ERASE =
      """
      UPDATE win SET deleted = 1, edited_ts = ?, thread_ts = NULL, user_id = NULL, text = NULL,
        kind = NULL, principle = NULL, nudge_ts = NULL, said_at = NULL, origin = NULL,
        post_state = NULL, post_reason = NULL, tried_at = NULL, may_stand_since = NULL
      """;
  private static final String ERASE_AT = ERASE + "WHERE team_id = ? AND channel_id = ? AND ts = ?";
  private static final String ERASE_SOURCE =
      ERASE + "WHERE team_id = ? AND channel_id = ? AND source_id = ?";
  private static final String ERASE_OF_USER = ERASE + "WHERE team_id = ? AND user_id = ?";
  private static final String ADD_ERASED =
      """
      INSERT INTO win (team_id, channel_id, source_id, ts, deleted) VALUES (?, ?, ?, ?, 1)
      ON CONFLICT DO NOTHING
      """;

  private static final String OF_USER =
      "SELECT * FROM win WHERE team_id = ? AND user_id = ? AND deleted = 0 ORDER BY said_at, id";
  private static final List<String> EXPORTED =
      List.of("channel_id", "ts", "thread_ts", "text", "kind", "said_at", "nudge_ts", "post_state");

  private final Database database;

  WinStore(Database database) {
    this.database = database;
  }

  /// False when it is kept already, or was and is erased: Slack tells a message again if it misses
  /// our answer.
  boolean add(KeptWin kept) {
    return database.write(sql -> add(sql, kept, null, null));
  }

  /// As `add`, for a win that the bot is about to post.
  boolean addToPost(KeptWin kept, Instant now) {
    return database.write(sql -> add(sql, kept, null, now));
  }

  /// As `add`, but one that was erased is kept again: its author asks for it.
  boolean save(KeptWin kept) {
    return database.write(sql -> {
      clearErased(sql, kept);
      return add(sql, kept, null, null);
    });
  }

  /// Leaves the key, also where nothing is known: the message itself may be told late.
  void erase(MessageId message) {
    database.write(sql -> {
      if (eraseAt(sql, message, null) == 0) {
        sql.update(ADD_ERASED, message.teamId(), message.channelId(), message.ts(), message.ts());
      }
      return null;
    });
  }

  /// Erases a win by its source, for one whose post is gone before we knew its ts.
  void eraseUnposted(KeptWin kept) {
    Win win = kept.win();
    database.write(sql -> eraseSource(sql, win.teamId(), win.channelId(), kept.sourceId()));
  }

  static int eraseSource(Sql sql, String teamId, String channelId, String sourceId) {
    return sql.erase(ERASE_SOURCE, null, teamId, channelId, sourceId);
  }

  int forget(User user) {
    return database.write(sql -> {
      return sql.erase(ERASE_OF_USER, null, user.teamId(), user.id());
    });
  }

  List<Map<String, Object>> export(User user) {
    return database.read(sql -> sql.list(OF_USER, WinStore::exported, user.teamId(), user.id()));
  }

  private static Map<String, Object> exported(Row row) {
    Map<String, Object> values = row.texts(EXPORTED);
    values.put("text", Mentions.shown(row.text("text"), Mentions.Unnamed.NEUTRAL));
    values.put("principle", row.numberOrNull("principle"));
    values.put("hidden", row.flag("hidden"));
    return values;
  }

  static boolean add(Sql sql, KeptWin kept, String editedTs, Instant triedAt) {
    Win win = kept.win();
    String text = Names.named(sql, win.teamId(), win.text().kept());
    boolean isNew =
        sql.update(
                ADD,
                win.teamId(),
                win.channelId(),
                kept.sourceId(),
                win.ts(),
                win.threadTs(),
                Objects.requireNonNullElse(win.userId(), NOBODY),
                text,
                win.kind(),
                win.principle(),
                win.nudgeTs(),
                win.saidAt(),
                kept.origin().stored(),
                editedTs,
                triedAt == null ? null : "waiting",
                triedAt,
                triedAt)
            > 0;
    if (isNew) {
      sql.update(INDEX, text);
    }
    return isNew;
  }

  /// Null where it was said anonymously.
  static String userId(Row row) {
    String userId = row.text("user_id");
    return NOBODY.equals(userId) ? null : userId;
  }

  static void clearErased(Sql sql, KeptWin kept) {
    sql.update(CLEAR_ERASED, kept.win().teamId(), kept.win().channelId(), kept.sourceId());
  }

  /// @param editedTs when an edit took it back; null to keep it erased for good
  static int eraseAt(Sql sql, MessageId id, String editedTs) {
    return sql.erase(ERASE_AT, editedTs, id.teamId(), id.channelId(), id.ts());
  }
}
