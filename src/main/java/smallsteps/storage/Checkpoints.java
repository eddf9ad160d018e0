package smallsteps.storage;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves the write-ahead log into the database beside the writer, on a connection of its own. Left
/// to the writer it would be done within somebody's write, who waits for it.
final class Checkpoints implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final JdbcSql sql;
  private final FileWatch file;
  private final Trouble trouble;
  private final Thread thread = new Thread(this::work, "checkpoints");

  Checkpoints(JdbcSql sql, FileWatch file, Trouble trouble) {
    this.sql = sql;
    this.file = file;
    this.trouble = trouble;
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    boolean wasMoved = true;
    try {
      while (true) {
        Thread.sleep(EVERY);
        wasMoved = isMoved(wasMoved);
      }
    } catch (InterruptedException stopped) {
      sql.close();
    }
  }

  /// A full disk is full for a while: it is said once, and tried on.
  private boolean isMoved(boolean wasMoved) {
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
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
