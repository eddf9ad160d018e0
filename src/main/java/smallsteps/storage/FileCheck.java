package smallsteps.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import smallsteps.SetupException;

/// What a look into a database file tells: whose it is, whether it is sound, whether somebody has
/// it open.
record FileCheck(SqliteFile file) {

  /// Looks without the settings of ours, which would change another program's file.
  void requireOursOrEmpty() {
    if (!isTrue(
        "SELECT count(*) = 0 OR coalesce(sum(name = 'flyway_schema_history'), 0) > 0 FROM"
            + " sqlite_master")) {
      throw new SetupException(
          "The database "
              + file.path()
              + " is another program's. Give DATABASE_URL a path of its own for Small Steps.");
    }
  }

  private boolean isTrue(String query) {
    try (Connection connection = file.asItIs().getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      return found.getBoolean(1);
    } catch (SQLException e) {
      throw file.unreadable(e);
    }
  }

  /// Checks every page, and that it is a database of ours and not a newer one. Leaves the file
  /// without a log beside it.
  ///
  /// @param named what the file is called where the answer is no
  void requireSound(Path named) {
    if (said("PRAGMA integrity_check(1)").isPresent()) {
      throw new SetupException(
          "The file " + named + " is damaged or no SQLite database: use another backup.");
    }
    Migrations.requireOurs(file, named.toString());
    try (Connection connection = file.connect();
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=DELETE");
    } catch (SQLException e) {
      throw file.unreadable(e);
    }
  }

  /// What is damaged in it, in SQLite's words; empty when every page is as it should be.
  Optional<String> damage() {
    return said("PRAGMA quick_check(1)");
  }

  private Optional<String> said(String pragma) {
    try (Connection connection = file.asItIs().getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(pragma)) {
      return Optional.of(found.getString(1)).filter(said -> !said.equals("ok"));
    } catch (SQLException unreadable) {
      return Optional.of(unreadable.getMessage());
    }
  }

  /// Asks for the file alone, which nobody gets while the bot has it open. A damaged file has no
  /// locks to ask for, and passes.
  ///
  /// @param then what may be done when nobody has it
  void requireUnused(String then) {
    var config = new SQLiteConfig();
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setBusyTimeout(0);
    config.setTransactionMode(SQLiteConfig.TransactionMode.EXCLUSIVE);
    try (Connection connection = file.source(config).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      if (StoreFault.of(e) == StoreFault.LOCKED) {
        throw new SetupException(
            "The database " + file.path() + " is in use: stop the bot, then " + then + ".", e);
      }
    }
  }
}
