package smallsteps.reactions;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import smallsteps.MessageId;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.storage.Sql;

/// Writes the table `reaction`, in one transaction.
record ReactionStore(Sql sql) {
  private static final String PUT =
      """
      INSERT INTO reaction (team_id, channel_id, ts, user_id, emoji, event_ts, removed, seen_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (team_id, channel_id, ts, user_id, emoji) DO UPDATE SET
        event_ts = excluded.event_ts, removed = excluded.removed, seen_at = excluded.seen_at,
        checked = 0
      WHERE excluded.event_ts > reaction.event_ts
      """;
  private static final String ADD_FOUND =
      """
      INSERT INTO reaction (team_id, channel_id, ts, user_id, emoji, event_ts, removed, seen_at)
      VALUES (?, ?, ?, ?, ?, ?, 0, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String ERASE_REMOVED =
      "DELETE FROM reaction WHERE checked = 0 AND seen_at < ? AND removed = 1";
  private static final String UNCHECKED =
      """
      SELECT team_id, channel_id, ts FROM reaction
      WHERE checked = 0 AND seen_at < ? ORDER BY seen_at LIMIT 1000
      """;
  private static final String CHECKED =
      """
      UPDATE reaction SET checked = 1
      WHERE team_id = ? AND channel_id = ? AND ts = ? AND seen_at < ? AND removed = 0
      """;
  private static final String ERASE =
      "DELETE FROM reaction WHERE team_id = ? AND channel_id = ? AND ts = ? AND seen_at < ?";
  private static final String FORGET = "DELETE FROM reaction WHERE team_id = ? AND user_id = ?";
  private static final String FORGOTTEN =
      """
      INSERT INTO reaction_forgetting (team_id, forgotten_at) VALUES (?, ?)
      ON CONFLICT (team_id) DO UPDATE SET forgotten_at = excluded.forgotten_at
      """;
  private static final String EXPORT =
      """
      SELECT channel_id, ts, emoji, seen_at FROM reaction
      WHERE team_id = ? AND user_id = ? AND removed = 0 ORDER BY event_ts
      """;

  /// An event that is older than what is kept changes nothing.
  void put(Request.Reaction event, boolean removed, Instant now) {
    MessageId id = event.message();
    sql.update(
        PUT,
        id.teamId(),
        id.channelId(),
        id.ts(),
        event.user().id(),
        event.emoji(),
        event.eventTs(),
        removed,
        now);
  }

  /// Reactions whose events we did not hear. They count as old as the message: any event knows
  /// better.
  void addFound(MessageId id, List<Given> found, Instant now) {
    for (Given given : found) {
      for (String userId : given.userIds()) {
        sql.update(
            ADD_FOUND, id.teamId(), id.channelId(), id.ts(), userId, given.emoji(), id.ts(), now);
      }
    }
  }

  /// The messages under which something was last seen before `seen`, and not looked at since; of
  /// many those that have waited longest.
  Set<MessageId> uncheckedOfAll(Instant seen) {
    return new LinkedHashSet<>(
        sql.list(
            UNCHECKED,
            row -> new MessageId(row.text("team_id"), row.text("channel_id"), row.text("ts")),
            seen));
  }

  /// What stands on nothing that we keep is erased, and so is what only remembers that a reaction
  /// was taken away.
  ///
  /// @param messages as they are unchecked
  /// @param kept those of them that we keep
  void checkOfAll(Instant seen, Set<MessageId> messages, Set<MessageId> kept) {
    sql.update(ERASE_REMOVED, seen);
    for (MessageId id : messages) {
      String change = kept.contains(id) ? CHECKED : ERASE;
      sql.update(change, id.teamId(), id.channelId(), id.ts(), seen);
    }
  }

  int forget(User user, Instant now) {
    sql.update(FORGOTTEN, user.teamId(), now);
    return sql.erase(FORGET, user.teamId(), user.id());
  }

  List<Map<String, Object>> export(User user) {
    return sql.list(
        EXPORT,
        row ->
            new TreeMap<String, Object>(
                Map.of(
                    "channel", row.text("channel_id"),
                    "ts", row.text("ts"),
                    "emoji", row.text("emoji"),
                    "seen_at", row.text("seen_at"))),
        user.teamId(),
        user.id());
  }
}
