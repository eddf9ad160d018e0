package smallsteps.reactions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import smallsteps.MessageId;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.storage.Database;

/// Writes the table `reaction`.
final class ReactionStore {
  private static final String PUT =
      """
      INSERT INTO reaction (team_id, channel_id, ts, user_id, emoji, event_ts, removed, seen_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET event_ts = excluded.event_ts, removed = excluded.removed,
        seen_at = excluded.seen_at, checked = 0
      WHERE excluded.event_ts > event_ts
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
      SELECT DISTINCT team_id, channel_id, ts FROM reaction
      WHERE checked = 0 AND seen_at < ? LIMIT 1000
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
      ON CONFLICT DO UPDATE SET forgotten_at = excluded.forgotten_at
      """;
  private static final String EXPORT =
      """
      SELECT channel_id, ts, emoji, seen_at FROM reaction
      WHERE team_id = ? AND user_id = ? AND removed = 0 ORDER BY event_ts
      """;

  private final Database database;

  ReactionStore(Database database) {
    this.database = database;
  }

  /// An event that is older than what is kept changes nothing.
  void put(Request.Reaction event, boolean removed, Instant now) {
    MessageId id = event.message();
    database.write(sql ->
        sql.update(
            PUT,
            id.teamId(),
            id.channelId(),
            id.ts(),
            event.user().id(),
            event.emoji(),
            event.eventTs(),
            removed,
            now));
  }

  /// Reactions whose events we did not hear. They count as old as the message: any event knows
  /// better.
  void addFound(MessageId id, List<Given> found, Instant now) {
    database.write(sql -> {
      for (Given given : found) {
        for (String userId : given.userIds()) {
          sql.update(
              ADD_FOUND, id.teamId(), id.channelId(), id.ts(), userId, given.emoji(), id.ts(), now);
        }
      }
      return null;
    });
  }

  /// Looks at what was last seen before `seen`: what stands on nothing that we keep is erased, and
  /// so is what only remembers that a reaction was taken away.
  void check(Instant seen, Predicate<MessageId> isKept) {
    List<MessageId> messages =
        database.read(sql ->
            sql.list(
                UNCHECKED,
                row -> new MessageId(row.text("team_id"), row.text("channel_id"), row.text("ts")),
                seen));
    if (messages.isEmpty()) {
      return;
    }
    Set<MessageId> kept = messages.stream().filter(isKept).collect(Collectors.toSet());
    database.write(sql -> {
      sql.update(ERASE_REMOVED, seen);
      for (MessageId id : messages) {
        String change = kept.contains(id) ? CHECKED : ERASE;
        sql.update(change, id.teamId(), id.channelId(), id.ts(), seen);
      }
      return null;
    });
  }

  int forget(User user, Instant now) {
    return database.write(sql -> {
      sql.update(FORGOTTEN, user.teamId(), now);
      return sql.erase(FORGET, user.teamId(), user.id());
    });
  }

  List<Map<String, Object>> export(User user) {
    return database.read(sql ->
        sql.list(
            EXPORT,
            row ->
                new TreeMap<String, Object>(
                    Map.of(
                        "channel", row.text("channel_id"),
                        "ts", row.text("ts"),
                        "emoji", row.text("emoji"),
                        "seen_at", row.text("seen_at"))),
            user.teamId(),
            user.id()));
  }
}
