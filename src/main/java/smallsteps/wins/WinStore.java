package smallsteps.wins;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import smallsteps.Channel;
import smallsteps.Mentions;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;
import smallsteps.storage.Dialect;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// Writes the table `win`: keeps and erases.
final class WinStore {
  /// In the place of a user id: said anonymously. No id is kept anywhere, and no user has this one.
  private static final String NOBODY = "";

  private static final String ADD =
      """
      INSERT INTO win (team_id, channel_id, source_id, ts, thread_ts, user_id, text, kind,
        principle, nudge_ts, said_at, origin, edited_ts, post_state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String INDEX = "INSERT INTO win_words (rowid, text) VALUES (%s, %s)";
  private static final String CLEAR_ERASED =
      """
      DELETE FROM win
      WHERE team_id = ? AND channel_id = ? AND source_id = ? AND deleted = 1
      """;
  private static final String ERASE =
      """
      UPDATE win SET deleted = 1, edited_ts = ?, thread_ts = NULL, user_id = NULL, text = NULL,
        kind = NULL, principle = NULL, nudge_ts = NULL, said_at = NULL, origin = NULL,
        post_state = NULL, post_reason = NULL
      """;
  private static final String ERASE_AT = ERASE + "WHERE team_id = ? AND channel_id = ? AND ts = ?";
  private static final String ERASE_SOURCE =
      ERASE + "WHERE team_id = ? AND channel_id = ? AND source_id = ?";
  private static final String ERASE_OF_USER = ERASE + "WHERE team_id = ? AND user_id = ?";
  private static final String STANDING =
      """
      SELECT team_id, channel_id, ts, origin FROM win
      WHERE team_id = ? AND user_id = ? AND ts IS NOT NULL AND deleted = 0
      """;
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
  private final PostedWins posts;
  private final Confirmations confirmations;
  private final Outbox outbox;

  WinStore(Database database, PostedWins posts, Confirmations confirmations, Outbox outbox) {
    this.database = database;
    this.posts = posts;
    this.confirmations = confirmations;
    this.outbox = outbox;
  }

  /// A message, which is confirmed. False when it is kept already, or was and is erased: Slack
  /// tells a message again if it misses our answer.
  boolean add(KeptWin kept) {
    return database.write(sql -> confirmed(sql, kept, add(sql, kept, null)));
  }

  /// As `add`, for a win that the bot is to post.
  boolean addToPost(KeptWin kept) {
    return addToPost(kept, _ -> {});
  }

  /// @param also is kept with it where it is new
  boolean addToPost(KeptWin kept, Consumer<Sql> also) {
    return database.write(sql -> {
      boolean isNew = add(sql, kept, null);
      if (isNew) {
        also.accept(sql);
        posts.owe(sql, kept);
      }
      return isNew;
    });
  }

  /// As `add`, but one that was erased is kept again: its author asks for it.
  boolean save(KeptWin kept) {
    return database.write(sql -> addAgain(sql, kept, null));
  }

  /// As `save`.
  ///
  /// @param editedTs when an edit made it one; null where it is as it was said
  boolean addAgain(Sql sql, KeptWin kept, String editedTs) {
    sql.update(CLEAR_ERASED, kept.win().teamId(), kept.win().channelId(), kept.sourceId());
    return confirmed(sql, kept, add(sql, kept, editedTs));
  }

  private boolean confirmed(Sql sql, KeptWin kept, boolean isNew) {
    if (isNew) {
      Win win = kept.win();
      confirmations.owe(sql, new MessageId(win.teamId(), win.channelId(), win.ts()));
    }
    return isNew;
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

  static int eraseSource(Sql sql, Channel channel, String sourceId) {
    return sql.erase(ERASE_SOURCE, null, channel.teamId(), channel.id(), sourceId);
  }

  /// Erases all of a person's. What the bot has put into channels for them goes as well: its posts,
  /// and its seedlings.
  int forget(User user) {
    return database.write(sql -> {
      List<Standing> standing = sql.list(STANDING, Standing::of, user.teamId(), user.id());
      int erased = sql.erase(ERASE_OF_USER, null, user.teamId(), user.id());
      standing.forEach(its -> takeAway(sql, its.message(), its.isByBot()));
      return erased;
    });
  }

  /// What the bot has put into the channel for an erased one: its post, or its seedling.
  ///
  /// @param isByBot whether the message is the bot's
  void takeAway(Sql sql, MessageId message, boolean isByBot) {
    if (isByBot) {
      outbox.oweDeletion(sql, message);
    } else {
      confirmations.owe(sql, message);
    }
  }

  static boolean isByBot(Row row) {
    return row.text("origin").equals(KeptWin.Origin.POSTED.stored());
  }

  private record Standing(MessageId message, boolean isByBot) {
    static Standing of(Row row) {
      return new Standing(
          new MessageId(row.text("team_id"), row.text("channel_id"), row.text("ts")),
          WinStore.isByBot(row));
    }
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

  private static boolean add(Sql sql, KeptWin kept, String editedTs) {
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
                kept.origin() == KeptWin.Origin.POSTED ? "waiting" : null)
            > 0;
    if (isNew) {
      Dialect dialect = sql.dialect();
      sql.update(INDEX.formatted(dialect.lastId(), dialect.words("?")), text);
    }
    return isNew;
  }

  /// Null where it was said anonymously.
  static String userId(Row row) {
    String userId = row.text("user_id");
    return NOBODY.equals(userId) ? null : userId;
  }

  /// @param editedTs when an edit took it back; null to keep it erased for good
  static int eraseAt(Sql sql, MessageId id, String editedTs) {
    return sql.erase(ERASE_AT, editedTs, id.teamId(), id.channelId(), id.ts());
  }
}
