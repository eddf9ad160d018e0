package smallsteps.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// [Sql] on one connection, used by one thread at a time. Statements are kept: their texts are
/// constants, few, and SQLite needs longer to read one than to run it.
final class JdbcSql implements Sql, AutoCloseable {
  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean erases;

  JdbcSql(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public int update(String sql, Object... args) {
    try {
      return bound(sql, args).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  @Override
  public <T> List<T> list(String sql, Function<Row, T> row, Object... args) {
    try (ResultSet results = bound(sql, args).executeQuery()) {
      var list = new ArrayList<T>();
      var current = new Row(results);
      while (results.next()) {
        list.add(row.apply(current));
      }
      return list;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// The driver closes a statement that failed, as on a full disk: the next one is a new one.
  private StoreException failed(String sql, SQLException e) {
    PreparedStatement dead = statements.remove(sql);
    try {
      if (dead != null) {
        dead.close();
      }
    } catch (SQLException alsoClosing) {
      e.addSuppressed(alsoClosing);
    }
    return new StoreException(e);
  }

  @Override
  public int erase(String sql, Object... args) {
    erases = true;
    return update(sql, args);
  }

  /// Whether something was erased since this was last asked.
  boolean takeErases() {
    boolean was = erases;
    erases = false;
    return was;
  }

  private PreparedStatement bound(String sql, Object... args) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < args.length; i++) {
      bind(statement, i + 1, args[i] instanceof String text ? dialect.storable(text) : args[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int at, Object arg) throws SQLException {
    switch (arg) {
      case null -> statement.setString(at, null);
      case String text -> statement.setString(at, text);
      case Instant time -> statement.setString(at, time.truncatedTo(ChronoUnit.SECONDS).toString());
      case Boolean flag -> statement.setInt(at, flag ? 1 : 0);
      case Integer number -> statement.setInt(at, number);
      case Long number -> statement.setLong(at, number);
      default ->
          throw new IllegalArgumentException(
              "No column type for argument " + at + ", a " + arg.getClass().getName());
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }
}
