package smallsteps.catchup;

import java.time.Instant;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.storage.Sql;

/// The table `heard`, in one transaction.
record HeardStore(Sql sql) {
  private static final String UNTIL =
      "SELECT until FROM heard WHERE team_id = ? AND channel_id = ?";
  private static final String PUT =
      """
      INSERT INTO heard (team_id, channel_id, until) VALUES (?, ?, ?)
      ON CONFLICT (team_id, channel_id) DO UPDATE SET until = excluded.until
      """;

  Optional<Instant> until(Channel channel) {
    return sql.first(UNTIL, row -> row.instant("until"), channel.teamId(), channel.id());
  }

  void put(Channel channel, Instant until) {
    sql.update(PUT, channel.teamId(), channel.id(), until);
  }
}
