package smallsteps.app;

import java.time.Instant;
import java.util.List;
import smallsteps.storage.Database;

/// Reads what an export holds from the rooms that keep it.
final class ExportRows {
  private final Database database;

  ExportRows(Database database) {
    this.database = database;
  }

  /// @param since null for the beginning
  /// @param until the first moment that is left out; null for none
  /// @param channelId null for every channel
  List<Exported> read(Instant since, Instant until, String channelId) {
    return database.read(_ -> List.of());
  }
}
