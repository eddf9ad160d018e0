package smallsteps.catchup;

import java.time.Instant;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.storage.Database;

/// The table `heard`.
final class HeardStore {
  private static final String UNTIL =
      "SELECT until FROM heard WHERE team_id = ? AND channel_id = ?";
  private static final String PUT =
      """
      INSERT INTO heard (team_id, channel_id, until) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET until = excluded.until
      """;

  private final Database database;

  HeardStore(Database database) {
    this.database = database;
  }

  Optional<Instant> until(Channel channel) {
    return database.read(
        sql -> sql.first(UNTIL, row -> row.instant("until"), channel.teamId(), channel.id()));
  }

  void put(Channel channel, Instant until) {
    database.write(sql -> sql.update(PUT, channel.teamId(), channel.id(), until));
  }
}
