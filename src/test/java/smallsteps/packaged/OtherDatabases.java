package smallsteps.packaged;

import java.sql.DriverManager;
import java.sql.SQLException;
import smallsteps.storage.Database;

/// SQLite files that the bot must not touch.
final class OtherDatabases {
  private OtherDatabases() {}

  /// Tables of another program.
  static void makeForeign(String url) throws SQLException {
    execute(url, "CREATE TABLE recipe (name TEXT)");
  }

  /// As left by a version of ours with a migration that this one does not know.
  static void makeNewer(String url) throws SQLException {
    Database.open(url).close();
    execute(
        url,
        """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, installed_by, execution_time, success)
        VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', '', 1, 1)
        """);
  }

  private static void execute(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
