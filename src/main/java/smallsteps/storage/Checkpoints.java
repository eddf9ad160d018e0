package smallsteps.storage;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// Moves the write-ahead log into the database beside the writer, on a connection of its own. Left
/// to the writer it would be done within somebody's write, who waits for it.
final class Checkpoints implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final JdbcSql sql;
  private final Part part;
  private boolean wasMoved = true;

  Checkpoints(JdbcSql sql, Supervisor supervisor) {
    this.sql = sql;
    part = supervisor.start("checkpoints", this::moved);
  }

  private boolean moved() throws InterruptedException {
    Thread.sleep(EVERY);
    wasMoved = isMoved();
    return true;
  }

  /// A full disk is full for a while: it is said once, and tried on.
  private boolean isMoved() {
    try {
      sql.list("PRAGMA wal_checkpoint(PASSIVE)", row -> row.number("log"));
      return true;
    } catch (StoreException e) {
      if (wasMoved) {
        log.warn("The write-ahead log can't be moved into the database yet: {}", e.getMessage());
      }
      return false;
    }
  }

  @Override
  public void close() {
    part.close();
    sql.close();
  }
}
