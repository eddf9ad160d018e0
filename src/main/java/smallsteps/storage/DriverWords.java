package smallsteps.storage;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sqlite.SQLiteException;

/// What a driver says of a failure, without what somebody wrote. SQLite's messages name tables and
/// columns alone; PostgreSQL's may repeat a value, and only its code and the names are taken.
final class DriverWords {
  private DriverWords() {}

  static String by(Throwable e) {
    return switch (e) {
      case null -> "it does not say why.";
      case PSQLException refused -> by(refused);
      case SQLException said -> said.getMessage();
      default -> by(e.getCause());
    };
  }

  /// Whether its own message may be shown, in a log as well.
  static boolean isPlain(SQLException e) {
    return e instanceof SQLiteException;
  }

  private static String by(PSQLException refused) {
    ServerErrorMessage said = refused.getServerErrorMessage();
    String code = "PostgreSQL says " + refused.getSQLState();
    return said == null
        ? code
        : code + named(" of table ", said.getTable()) + named(", ", said.getConstraint());
  }

  private static String named(String what, String name) {
    return name == null ? "" : what + name;
  }
}
