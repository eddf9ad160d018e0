package smallsteps.channels;

import smallsteps.Channel;
import smallsteps.storage.Sql;

/// The table `nudge_invitation`, in one transaction.
record ComingStore(Sql sql) {
  private static final String INVITED =
      """
      INSERT INTO nudge_invitation (team_id, channel_id, event_ts) VALUES (?, ?, ?)
      ON CONFLICT (team_id, channel_id) DO UPDATE SET event_ts = excluded.event_ts
        WHERE nudge_invitation.event_ts < excluded.event_ts
      """;

  /// False when this invitation has been answered, or a later one.
  boolean isNew(Channel channel, String eventTs) {
    return sql.update(INVITED, channel.teamId(), channel.id(), eventTs) > 0;
  }
}
