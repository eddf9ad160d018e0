package smallsteps.reactions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.MessageId;
import smallsteps.storage.Database;

/// Reads who reacted with what: for each emoji the user ids, first come first.
public final class Reactions {
  private static final String OF =
      """
      SELECT emoji, user_id FROM reaction
      WHERE team_id = ? AND channel_id = ? AND ts = ? AND removed = 0
      ORDER BY event_ts, user_id
      """;
  private static final String ALL =
      """
      SELECT team_id, channel_id, ts, emoji, user_id FROM reaction
      WHERE removed = 0 AND (CAST(? AS TEXT) IS NULL OR channel_id = ?)
      ORDER BY team_id, channel_id, ts, event_ts, user_id
      """;

  private static final String TOLD =
      """
      SELECT ts, user_id, emoji, event_ts, removed FROM reaction
      WHERE team_id = ? AND channel_id = ? AND ts >= ?
      """;
  private static final String FORGOTTEN =
      "SELECT forgotten_at FROM reaction_forgetting WHERE team_id = ?";

  private final Database database;

  public Reactions(Database database) {
    this.database = database;
  }

  private record Given(MessageId message, String emoji, String userId) {}

  /// By emoji, skin tone kept: `+1::skin-tone-3`.
  public Map<String, List<String>> of(MessageId id) {
    var byEmoji = new LinkedHashMap<String, List<String>>();
    List<Given> all =
        database.read(sql ->
            sql.list(
                OF,
                row -> new Given(id, row.text("emoji"), row.text("user_id")),
                id.teamId(),
                id.channelId(),
                id.ts()));
    all.forEach(given -> put(byEmoji, given));
    return byEmoji;
  }

  /// Every message's of every workspace at once, for an export. A message that is not here has
  /// none.
  ///
  /// @param channelId null for every channel
  public Map<MessageId, Map<String, List<String>>> ofAll(String channelId) {
    var byMessage = new LinkedHashMap<MessageId, Map<String, List<String>>>();
    List<Given> all =
        database.read(sql ->
            sql.list(
                ALL,
                row ->
                    new Given(
                        new MessageId(row.text("team_id"), row.text("channel_id"), row.text("ts")),
                        row.text("emoji"),
                        row.text("user_id")),
                channelId,
                channelId));
    all.forEach(given ->
        put(byMessage.computeIfAbsent(given.message(), _ -> new LinkedHashMap<>()), given));
    return byMessage;
  }

  /// What is known of a reaction, also of one that was taken away just now.
  ///
  /// @param ts the message that it is on
  /// @param eventTs when, in Slack's order of events
  public record Told(String ts, String userId, String emoji, String eventTs, boolean removed) {}

  /// Those on this message and on the channel's later ones.
  public List<Told> since(MessageId first) {
    return database.read(sql ->
        sql.list(
            TOLD,
            row ->
                new Told(
                    row.text("ts"),
                    row.text("user_id"),
                    row.text("emoji"),
                    row.text("event_ts"),
                    row.flag("removed")),
            first.teamId(),
            first.channelId(),
            first.ts()));
  }

  /// When somebody's reactions were last forgotten.
  public Optional<Instant> lastForgotten(String teamId) {
    return database.read(sql -> sql.first(FORGOTTEN, row -> row.instant("forgotten_at"), teamId));
  }

  private static void put(Map<String, List<String>> byEmoji, Given given) {
    byEmoji.computeIfAbsent(given.emoji(), _ -> new ArrayList<>()).add(given.userId());
  }
}
