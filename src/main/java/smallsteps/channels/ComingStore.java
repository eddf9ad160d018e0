package smallsteps.channels;

import java.time.Instant;
import java.util.List;
import smallsteps.Channel;
import smallsteps.storage.Sql;

/// The tables `nudge_invitation` and `nudge_owner_told`, in one transaction.
record ComingStore(Sql sql) {
  private static final String INVITED =
      """
      INSERT INTO nudge_invitation (team_id, channel_id, event_ts) VALUES (?, ?, ?)
      ON CONFLICT (team_id, channel_id) DO UPDATE SET event_ts = excluded.event_ts
        WHERE nudge_invitation.event_ts < excluded.event_ts
      """;
  private static final String RESTS =
      " p.pause_reason IN ('not_in_channel', 'channel_not_found', 'is_archived')";
  private static final String UNTOLD =
      "SELECT p.team_id, p.channel_id FROM nudge_plan p WHERE p.set_by IS NOT NULL AND"
          + RESTS
          + """
           AND NOT EXISTS (SELECT 1 FROM nudge_owner_told t
                           WHERE t.team_id = p.team_id AND t.channel_id = p.channel_id)
          """;
  private static final String OVER =
      """
       FROM nudge_owner_told WHERE NOT EXISTS
        (SELECT 1 FROM nudge_plan p WHERE p.team_id = nudge_owner_told.team_id
           AND p.channel_id = nudge_owner_told.channel_id AND
      """
          + RESTS
          + ")";
  private static final String NOT_TOLD =
      "DELETE FROM nudge_owner_told WHERE team_id = ? AND channel_id = ?";
  private static final String TOLD =
      "INSERT INTO nudge_owner_told (team_id, channel_id, told_at) VALUES (?, ?, ?)";

  /// False when this invitation has been answered, or a later one.
  boolean isNew(Channel channel, String eventTs) {
    return sql.update(INVITED, channel.teamId(), channel.id(), eventTs) > 0;
  }

  /// The channels whose plan rests until a person lets the bot write, without the owner's knowing.
  List<Channel> untold() {
    return sql.list(UNTOLD, row -> new Channel(row.text("team_id"), row.text("channel_id")));
  }

  void keepAsTold(Channel channel, Instant now) {
    sql.update(TOLD, channel.teamId(), channel.id(), now);
  }

  /// They are to be told, after all.
  void untold(Channel channel) {
    sql.update(NOT_TOLD, channel.teamId(), channel.id());
  }

  boolean isSomethingOver() {
    return sql.first("SELECT 1" + OVER + " LIMIT 1", _ -> true).isPresent();
  }

  /// Of plans that go on again nothing has been told.
  void forgetWhatIsOver() {
    sql.update("DELETE" + OVER);
  }
}
