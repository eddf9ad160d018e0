package smallsteps.spread;

import java.util.Optional;
import smallsteps.Channel;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `win_link`, in one transaction.
record LinkStore(Sql sql) {
  private static final String ADD =
      """
      INSERT INTO win_link (team_id, channel_id, source_id, parent_channel_id, parent_ts,
        idea_channel_id, idea_ts)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String IDEA_OF =
      """
      SELECT link.idea_channel_id, link.idea_ts FROM win
      JOIN win_link link ON link.team_id = win.team_id
        AND link.channel_id = win.channel_id AND link.source_id = win.source_id
      WHERE win.team_id = ? AND win.channel_id = ? AND win.ts = ?
      """;
  private static final String PARENT_OF =
      """
      SELECT parent_channel_id, parent_ts FROM win_link
      WHERE team_id = ? AND channel_id = ? AND source_id = ?
      """;
  private static final String HAS_PERSON =
      """
      SELECT 1 FROM idea_win
      WHERE team_id = ? AND idea_channel_id = ? AND idea_ts = ? AND user_id = ? LIMIT 1
      """;

  /// @param channelId with `sourceId`, the win that followed
  /// @param parent the one it followed from
  void add(String channelId, String sourceId, MessageId parent) {
    MessageId idea = ideaOf(parent);
    sql.update(
        ADD,
        parent.teamId(),
        channelId,
        sourceId,
        parent.channelId(),
        parent.ts(),
        idea.channelId(),
        idea.ts());
  }

  /// The first of the wins that this one is linked to; itself where it is the first.
  MessageId ideaOf(MessageId win) {
    return sql.first(IDEA_OF, LinkStore::idea, win.teamId(), win.channelId(), win.ts())
        .map(idea -> new MessageId(win.teamId(), idea.channelId(), idea.ts()))
        .orElse(win);
  }

  /// The win that this one followed from; empty where it followed from none.
  Optional<MessageId> parentOf(Channel channel, String sourceId) {
    return sql.first(
        PARENT_OF,
        row ->
            new MessageId(channel.teamId(), row.text("parent_channel_id"), row.text("parent_ts")),
        channel.teamId(),
        channel.id(),
        sourceId);
  }

  /// Whether this person has a win of the same idea already.
  boolean isPartOf(MessageId win, User user) {
    MessageId idea = ideaOf(win);
    return sql.first(HAS_PERSON, _ -> true, user.teamId(), idea.channelId(), idea.ts(), user.id())
        .isPresent();
  }

  private record Idea(String channelId, String ts) {}

  private static Idea idea(Row row) {
    return new Idea(row.text("idea_channel_id"), row.text("idea_ts"));
  }
}
