package smallsteps.wins;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.Mentions;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `win` and its search index, in one transaction: keeps, changes and erases. What is to
/// be said of it is for [KeptWins] to owe.
record WinStore(Sql sql) {
  /// In the place of a user id: said anonymously. No id is kept anywhere, and no user has this one.
  private static final String NOBODY = "";

  private static final String ADD =
      """
      INSERT INTO win (team_id, channel_id, source_id, ts, thread_ts, user_id, text, kind,
        principle, nudge_ts, said_at, origin, edited_ts, post_state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String INDEX =
      """
      INSERT INTO win_words (rowid, text, place)
      SELECT id, text, place FROM win_text WHERE id = %s
      """;
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
  private static final String ERASE_ONE = ERASE + "WHERE id = ?";

  /// Some of them: whoever has something to keep comes in between.
  private static final String STANDING =
      """
      SELECT id, team_id, channel_id, ts, origin FROM win
      WHERE team_id = ? AND user_id = ? AND deleted = 0 LIMIT 500
      """;

  private static final String ADD_ERASED =
      """
      INSERT INTO win (team_id, channel_id, source_id, ts, deleted) VALUES (?, ?, ?, ?, 1)
      ON CONFLICT DO NOTHING
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
  private static final String WAITING =
      """
      SELECT * FROM win WHERE team_id = ? AND channel_id = ? AND source_id = ?
        AND post_state = 'waiting' AND deleted = 0
      """;
  private static final String SETTLE =
      """
      UPDATE win SET ts = ?, post_state = ?, post_reason = ?
      WHERE team_id = ? AND channel_id = ? AND source_id = ? AND post_state = 'waiting'
      """;

  private static final String OF_USER =
      "SELECT * FROM win WHERE team_id = ? AND user_id = ? AND deleted = 0 ORDER BY said_at, id";
  private static final List<String> EXPORTED =
      List.of("channel_id", "ts", "thread_ts", "text", "kind", "said_at", "nudge_ts", "post_state");

  /// False when it is kept already, or was and is erased: Slack tells a message again if it misses
  /// our answer.
  ///
  /// @param editedTs when an edit made it one; null where it is as it was said
  boolean add(KeptWin kept, String editedTs) {
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
      sql.update(INDEX.formatted(sql.dialect().lastId()));
    }
    return isNew;
  }

  /// As `add`, but one that was erased is kept again.
  boolean addAgain(KeptWin kept, String editedTs) {
    sql.update(CLEAR_ERASED, kept.win().teamId(), kept.win().channelId(), kept.sourceId());
    return add(kept, editedTs);
  }

  /// What is kept under a message's ts, the erased among it.
  Optional<EditedWins.Standing> at(MessageId message) {
    return sql.first(
        AT, EditedWins.Standing::of, message.teamId(), message.channelId(), message.ts());
  }

  void edit(MessageId message, String text, String editedTs) {
    sql.erase(EDIT, text, editedTs, message.teamId(), message.channelId(), message.ts());
  }

  /// Leaves the key, also where nothing is known: the message itself may be told late.
  void erase(MessageId message) {
    if (eraseAt(message, null) == 0) {
      sql.update(ADD_ERASED, message.teamId(), message.channelId(), message.ts(), message.ts());
    }
  }

  /// @param editedTs when an edit took it back; null to keep it erased for good
  int eraseAt(MessageId message, String editedTs) {
    return sql.erase(ERASE_AT, editedTs, message.teamId(), message.channelId(), message.ts());
  }

  void eraseSource(Channel channel, String sourceId) {
    sql.erase(ERASE_SOURCE, null, channel.teamId(), channel.id(), sourceId);
  }

  /// The one that the bot is to post under this key.
  Optional<Win> waiting(Channel channel, String sourceId) {
    return sql.first(WAITING, Wins::win, channel.teamId(), channel.id(), sourceId);
  }

  /// What became of its post. False where it is settled, or erased.
  boolean settle(Channel channel, String sourceId, String ts, String state, String reason) {
    return sql.update(SETTLE, ts, state, reason, channel.teamId(), channel.id(), sourceId) > 0;
  }

  /// Some of a person's own, and where they stand.
  List<Standing> standing(User user) {
    return sql.list(STANDING, Standing::of, user.teamId(), user.id());
  }

  void erase(Standing one) {
    sql.erase(ERASE_ONE, null, one.id());
  }

  static boolean isByBot(Row row) {
    return row.text("origin").equals(KeptWin.Origin.POSTED.stored());
  }

  /// @param message without a ts where none stands
  /// @param isByBot the message is the bot's
  record Standing(int id, MessageId message, boolean isByBot) {
    static Standing of(Row row) {
      return new Standing(
          row.number("id"),
          new MessageId(row.text("team_id"), row.text("channel_id"), row.text("ts")),
          WinStore.isByBot(row));
    }
  }

  List<Map<String, Object>> export(User user) {
    return sql.list(OF_USER, WinStore::exported, user.teamId(), user.id());
  }

  private static Map<String, Object> exported(Row row) {
    Map<String, Object> values = row.texts(EXPORTED);
    values.put("text", Mentions.shown(row.text("text"), Mentions.Unnamed.NEUTRAL));
    values.put("principle", row.numberOrNull("principle"));
    values.put("hidden", row.flag("hidden"));
    return values;
  }

  /// Null where it was said anonymously.
  static String userId(Row row) {
    String userId = row.text("user_id");
    return NOBODY.equals(userId) ? null : userId;
  }
}
