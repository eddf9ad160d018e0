package smallsteps.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// After something was erased, has the server clear away the rows that nobody can see any more, and
/// what its indexes hold of them: by itself it would leave them for weeks in a table that is quiet.
final class Vacuum implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Vacuum.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// A table that is large takes a while.
  private static final long BETWEEN = Duration.ofMinutes(10).toNanos();

  private final PostgresServer server;
  private final String tables;
  private final Part part;
  private volatile boolean isDue;
  private long last = System.nanoTime() - BETWEEN;

  Vacuum(PostgresServer server, Dialect dialect, Supervisor supervisor) {
    this.server = server;
    tables = "SELECT DISTINCT tab FROM " + dialect.columns() + " c ORDER BY tab";
    part = supervisor.start("vacuum", this::look);
  }

  void isDue() {
    isDue = true;
  }

  private boolean look() throws InterruptedException {
    Thread.sleep(LOOK_EVERY);
    if (isDue && System.nanoTime() - last > BETWEEN) {
      isDue = false;
      last = System.nanoTime();
      clear();
    }
    return true;
  }

  private void clear() {
    try (Connection connection = server.dataSource().getConnection();
        var statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        statement.execute("VACUUM (INDEX_CLEANUP ON, SKIP_LOCKED) \"" + table + "\"");
      }
    } catch (SQLException e) {
      isDue = true;
      log.warn("What was erased could not be cleared away yet: {}", DriverWords.by(e));
    }
  }

  private List<String> tables(Statement statement) throws SQLException {
    var names = new ArrayList<String>();
    try (var rows = statement.executeQuery(tables)) {
      while (rows.next()) {
        names.add(rows.getString("tab"));
      }
    }
    return names;
  }

  @Override
  public void close() {
    part.close();
  }
}
