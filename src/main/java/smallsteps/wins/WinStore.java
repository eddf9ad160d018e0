package smallsteps.wins;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.MessageId;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// Writes the table `win`: keeps, edits and erases.
final class WinStore {
  private static final String ADD =
      """
      INSERT INTO win (team_id, channel_id, source_id, ts, thread_ts, user_id, text, kind,
        principle, nudge_ts, said_at, origin, edited_ts, post_state, tried_at, may_stand_since)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String CLEAR_ERASED =
      """
      DELETE FROM win
      WHERE team_id = ? AND channel_id = ? AND source_id = ? AND deleted = 1
      """;
  private static final String AT =
      """
      SELECT deleted, text, origin, edited_ts FROM win
      WHERE team_id = ? AND channel_id = ? AND ts = ?
      """;
  private static final String EDIT =
      """
      UPDATE win SET text = ?, edited_ts = ?
      WHERE team_id = ? AND channel_id = ? AND ts = ? AND deleted = 0
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

  /// What an edit did.
  enum Edited {
    NOTHING,
    KEPT,
    CHANGED,
    TAKEN_BACK
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
    return database.write(
        sql -> {
          clearErased(sql, kept);
          return add(sql, kept, null, null);
        });
  }

  /// @param asNew the win that the message is by its phrase; empty where it doesn't begin with it
  Edited edit(Request.MessageEdited edit, Optional<KeptWin> asNew) {
    return database.write(
        sql -> {
          MessageId id = edit.message();
          Optional<Standing> standing =
              sql.first(AT, Standing::of, id.teamId(), id.channelId(), id.ts());
          if (standing.isEmpty() || standing.get().mayComeBack(edit.eventTs())) {
            return asNew.map(kept -> addEdited(sql, kept, edit)).orElse(Edited.NOTHING);
          }
          return standing.get().takes(edit.eventTs())
              ? change(sql, edit, standing.get(), asNew)
              : Edited.NOTHING;
        });
  }

  /// Leaves the key, also where nothing is known: the message itself may be told late.
  void erase(MessageId message) {
    database.write(
        sql -> {
          if (eraseAt(sql, message, null) == 0) {
            sql.update(
                ADD_ERASED, message.teamId(), message.channelId(), message.ts(), message.ts());
          }
          return null;
        });
  }

  /// Erases a win by its source, for one whose post is gone before we knew its ts.
  void eraseUnposted(KeptWin kept) {
    database.write(
        sql -> {
          sql.erases();
          return sql.update(
              ERASE_SOURCE, null, kept.win().teamId(), kept.win().channelId(), kept.sourceId());
        });
  }

  int forget(User user) {
    return database.write(
        sql -> {
          sql.erases();
          return sql.update(ERASE_OF_USER, null, user.teamId(), user.id());
        });
  }

  List<Map<String, Object>> export(User user) {
    return database.read(
        sql -> sql.list(OF_USER, WinStore::exported, user.teamId(), user.id()));
  }

  private static Map<String, Object> exported(Row row) {
    var values = new LinkedHashMap<String, Object>();
    for (String column : EXPORTED) {
      values.put(column, row.text(column));
    }
    values.put("principle", row.numberOrNull("principle"));
    return values;
  }

  private static boolean add(Sql sql, KeptWin kept, String editedTs, Instant triedAt) {
    Win win = kept.win();
    return sql.update(
            ADD,
            win.teamId(),
            win.channelId(),
            kept.sourceId(),
            win.ts(),
            win.threadTs(),
            win.userId(),
            win.text(),
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
  }

  private static Edited addEdited(Sql sql, KeptWin kept, Request.MessageEdited edit) {
    clearErased(sql, kept);
    return add(sql, kept, edit.eventTs(), null) ? Edited.KEPT : Edited.NOTHING;
  }

  private static void clearErased(Sql sql, KeptWin kept) {
    sql.update(CLEAR_ERASED, kept.win().teamId(), kept.win().channelId(), kept.sourceId());
  }

  private static Edited change(
      Sql sql, Request.MessageEdited edit, Standing standing, Optional<KeptWin> asNew) {
    String text =
        standing.origin() == KeptWin.Origin.PHRASE
            ? asNew.map(kept -> kept.win().text()).orElse("")
            : WinPhrase.tidy(edit.text());
    MessageId id = edit.message();
    if (text.equals(standing.text())) {
      return Edited.NOTHING;
    } else if (text.isEmpty()) {
      eraseAt(sql, id, edit.eventTs());
      return Edited.TAKEN_BACK;
    } else {
      sql.erases();
      sql.update(EDIT, text, edit.eventTs(), id.teamId(), id.channelId(), id.ts());
      return Edited.CHANGED;
    }
  }

  private static int eraseAt(Sql sql, MessageId id, String editedTs) {
    sql.erases();
    return sql.update(ERASE_AT, editedTs, id.teamId(), id.channelId(), id.ts());
  }

  /// What is kept under a message's ts.
  private record Standing(
      boolean deleted, String text, KeptWin.Origin origin, String editedTs) {
    static Standing of(Row row) {
      String origin = row.text("origin");
      return new Standing(
          row.flag("deleted"),
          row.text("text"),
          origin == null ? null : KeptWin.Origin.of(origin),
          row.text("edited_ts"));
    }

    /// The bot's own post changes with its win, never the other way.
    boolean takes(String eventTs) {
      return !deleted && origin != KeptWin.Origin.POSTED && isOlderThan(eventTs);
    }

    /// An edit took the phrase away and a later one puts it back. What was deleted stays deleted.
    boolean mayComeBack(String eventTs) {
      return deleted && editedTs != null && isOlderThan(eventTs);
    }

    private boolean isOlderThan(String eventTs) {
      return editedTs == null || editedTs.compareTo(eventTs) < 0;
    }
  }
}
