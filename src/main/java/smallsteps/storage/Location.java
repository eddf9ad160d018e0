package smallsteps.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import smallsteps.SetupException;

/// Where the rows stand, be it open or not.
interface Location {
  /// As people know it: the path of a file, or a server and its database. Never a secret.
  String name();

  /// The folder of its migrations.
  String migrations();

  /// To look without changing anything.
  DataSource asItIs();

  /// As the bot works with it.
  DataSource dataSource();

  /// @throws SetupException when another program keeps its own there
  void requireOursOrEmpty();

  /// Is done once all tables are of the newest version.
  ///
  /// @param isNew they have just been made
  void migrated(boolean isNew);

  Dialect dialect();

  /// @throws SetupException when a bot has it open
  void requireUnused();

  /// A connection that sees all as it is now, whoever writes meanwhile, and changes nothing.
  Connection snapshot() throws SQLException;

  /// SQL for the last number that each table has given, where numbers are given once: `tab`,
  /// `last`.
  String lastNumbers();

  default Map<String, Long> numbersGiven(Connection connection) throws SQLException {
    var numbers = new HashMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(lastNumbers())) {
      while (rows.next()) {
        numbers.put(rows.getString("tab"), rows.getLong("last"));
      }
    }
    return numbers;
  }

  /// Every number that is given from now on is a new one.
  ///
  /// @param given as another one says that it has given
  void giveNoNumberAgain(Connection connection, Map<String, Long> given) throws SQLException;

  /// What is damaged in it, in the engine's words; empty where nothing is known to be.
  Optional<String> damage();

  /// The sentence, with its fix, for what was met when it was opened or looked into.
  SetupException unreadable(Exception e);
}
