package smallsteps.storage;

import java.time.Duration;
import java.util.Optional;
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
  private final FileWatch file;
  private final Trouble trouble;
  private final Part part;
  private boolean wasMoved = true;

  Checkpoints(JdbcSql sql, FileWatch file, Trouble trouble, Supervisor supervisor) {
    this.sql = sql;
    this.file = file;
    this.trouble = trouble;
    part = supervisor.start("checkpoints", this::moved);
  }

  private boolean moved() throws InterruptedException {
    Thread.sleep(EVERY);
    wasMoved = isMoved();
    return true;
  }

  /// A full disk is full for a while: it is said once, and tried on.
  private boolean isMoved() {
    Optional<StoreFault> fault = file.look();
    fault.ifPresent(trouble::met);
    if (fault.equals(Optional.of(StoreFault.OVERWRITTEN))) {
      return false; // nor is anything moved into what was put there
    }
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
    if (!trouble.isOverwritten()) {
      sql.close();
    }
  }
}
