package smallsteps.principles;

import java.util.List;
import java.util.Map;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.outbox.Debt;
import smallsteps.storage.Sql;

/// The table `principle_share`, in one transaction: where a principle stands that somebody shared.
record ShareStore(Sql sql) {
  private static final String ADD =
      """
      INSERT INTO principle_share (team_id, channel_id, share, ts, user_id)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String STANDS =
      """
      SELECT 1 FROM principle_share
      WHERE team_id = ? AND channel_id = ? AND share = ? AND ts = ?
      """;
  private static final String OF_USER =
      "SELECT * FROM principle_share WHERE team_id = ? AND user_id = ? ORDER BY ts";
  private static final String FORGET =
      "DELETE FROM principle_share WHERE team_id = ? AND user_id = ?";

  /// False where it stands elsewhere already.
  boolean add(Debt debt, String ts) {
    sql.update(ADD, debt.teamId(), debt.channelId(), debt.subject(), ts, debt.askedBy());
    return sql.first(STANDS, _ -> true, debt.teamId(), debt.channelId(), debt.subject(), ts)
        .isPresent();
  }

  List<MessageId> of(User user) {
    return sql.list(
        OF_USER,
        row -> new MessageId(row.text("team_id"), row.text("channel_id"), row.text("ts")),
        user.teamId(),
        user.id());
  }

  int forget(User user) {
    return sql.erase(FORGET, user.teamId(), user.id());
  }

  List<Map<String, Object>> export(User user) {
    return sql.list(
        OF_USER, row -> row.texts(List.of("channel_id", "ts")), user.teamId(), user.id());
  }
}
