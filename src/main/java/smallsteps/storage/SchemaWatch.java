package smallsteps.storage;

import java.util.Set;

/// Notices that a newer bot has brought the file to a version that this one does not know: what
/// this one would write there, the newer one may not understand.
final class SchemaWatch {
  private static final String NEWEST =
      "SELECT max(installed_rank) AS rank FROM flyway_schema_history";
  private static final String VERSIONS =
      "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL";

  private final Set<String> known;
  private volatile int rank = -1;

  SchemaWatch(Set<String> known) {
    this.known = known;
  }

  /// In the transaction that is to be committed.
  ///
  /// @throws StoreException when nothing more may be written
  void requireKnown(Sql sql) {
    int newest = sql.first(NEWEST, row -> row.number("rank")).orElse(-1);
    if (newest != rank) {
      if (!known.containsAll(sql.list(VERSIONS, row -> row.text("version")))) {
        throw new StoreException(StoreFault.NEWER);
      }
      rank = newest;
    }
  }
}
