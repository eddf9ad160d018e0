package smallsteps.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import smallsteps.SetupException;

/// A database of a PostgreSQL server: where it is, and what it must be for the bot to use it.
final class PostgresServer implements Location {
  static final int OLDEST = 14;
  private static final int USUAL_PORT = 5432;
  private static final int LOOKS = 20;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /// The driver's own troubles reach us as exceptions, and are told in a sentence. Held here, since
  /// a logger that nobody holds forgets its level.
  private static final Logger DRIVERS = Logger.getLogger("org.postgresql");

  private static final String KIND =
      "SELECT current_setting('server_version_num') AS version,"
          + " current_setting('server_encoding') AS encoding, current_schema() AS schema";

  /// By which it knows small letters from capitals: of those that no accent can be taken from.
  private static final String KNOWS_LETTERS =
      "SELECT lower(U&'\\00C6' COLLATE \"default\") = U&'\\00E6'";

  private static final String IS_OURS_OR_EMPTY =
      """
      SELECT count(*) = 0 OR bool_or(relname = 'flyway_schema_history') FROM pg_class
      WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind IN ('r', 'p')
      """;
  private static final String IS_OURS =
      "SELECT to_regclass(current_schema() || '.flyway_schema_history') IS NOT NULL";

  private static final String IS_USED =
      """
      SELECT count(*) > 0 FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
      """;
  private static final String NUMBERED =
      """
      SELECT c.table_name AS tab, coalesce(pg_sequence_last_value(CAST(
        pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) AS regclass)), 0) AS last
      FROM information_schema.columns c
      WHERE c.table_schema = current_schema() AND c.is_identity = 'YES'
      """;
  private static final String NEXT_NUMBER =
      "SELECT setval(pg_get_serial_sequence(?, 'id'),"
          + " greatest((SELECT max(id) FROM %s), ?, 0) + 1, false)";

  private final String url;
  private final String name;

  private PostgresServer(String url, String name) {
    this.url = url;
    this.name = name;
  }

  /// @throws SetupException why it is no address, in a sentence that repeats nothing of it
  static PostgresServer at(String url) {
    DRIVERS.setLevel(Level.OFF);
    PGSimpleDataSource source = PostgresUrl.source(url);
    String hosts = String.join(",", source.getServerNames());
    return new PostgresServer(url, source.getDatabaseName() + " at " + hosts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String migrations() {
    return "postgresql";
  }

  /// For what may take its time.
  @Override
  public DataSource asItIs() {
    return source();
  }

  @Override
  public DataSource dataSource() {
    return source();
  }

  /// For what somebody waits for: a server that says nothing any more is given up.
  DataSource impatient() {
    PGSimpleDataSource source = source();
    source.setSocketTimeout(30);
    return source;
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source = PostgresUrl.source(url);
    source.setProperty(
        PGProperty.STRING_TYPE, "unspecified"); // text, number or null: the column decides
    source.setProperty(PGProperty.LOG_SERVER_ERROR_DETAIL, "false"); // it holds what somebody wrote
    source.setProperty(PGProperty.TCP_KEEP_ALIVE, "true");
    source.setProperty(PGProperty.APPLICATION_NAME, "Small Steps");
    source.setProperty(PGProperty.CONNECT_TIMEOUT, "5");
    if (source.getServerNames().length > 1) {
      source.setProperty(PGProperty.TARGET_SERVER_TYPE, "primary");
    }
    return source;
  }

  PgDump dump() {
    PGSimpleDataSource source = source();
    int port = source.getPortNumbers()[0];
    return new PgDump(
        source.getServerNames()[0],
        port == 0 ? USUAL_PORT : port,
        source.getUser(),
        source.getDatabaseName());
  }

  private interface Look<T> {
    T at(ResultSet row) throws SQLException;
  }

  private <T> T ask(String query, Look<T> look) {
    try (Connection connection = impatient().getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      found.next();
      return look.at(found);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// Whether the bot keeps something there already.
  ///
  /// @throws SetupException where it does not, and could not
  boolean isThere() {
    boolean isOurs = ask(IS_OURS, row -> row.getBoolean(1));
    if (!isOurs) {
      requireOursOrEmpty();
    }
    return isOurs;
  }

  /// @throws SetupException what has to be different there, in a sentence with the line to type
  @Override
  public void requireOursOrEmpty() {
    ask(
        KIND,
        row -> {
          require(
              row.getInt("version") / 10_000, row.getString("encoding"), row.getString("schema"));
          return null;
        });
    if (!ask(KNOWS_LETTERS, row -> row.getBoolean(1))) {
      throw new SetupException(
          "The database " + name + " knows no letters but a to z. " + makeAnother());
    }
    if (!ask(IS_OURS_OR_EMPTY, row -> row.getBoolean(1))) {
      throw new SetupException(
          "The database "
              + name
              + " is another program's. Give Small Steps one of its own: CREATE DATABASE smallsteps");
    }
  }

  void require(int version, String encoding, String schema) {
    if (version < OLDEST) {
      throw new SetupException(
          "The server of the database "
              + name
              + " is PostgreSQL "
              + version
              + ", and Small Steps needs "
              + OLDEST
              + " or newer: upgrade it.");
    }
    if (!encoding.equals("UTF8")) {
      throw new SetupException(
          "The database " + name + " keeps letters as " + encoding + ". " + makeAnother());
    }
    if (schema == null) {
      throw new SetupException(
          "The database " + name + " has no schema for its tables. Make it: CREATE SCHEMA public");
    }
  }

  private static String makeAnother() {
    return "Make one that knows all: CREATE DATABASE smallsteps ENCODING 'UTF8' LOCALE 'C.UTF-8'"
        + " TEMPLATE template0";
  }

  @Override
  public Dialect dialect() {
    return new PostgresDialect();
  }

  /// Whoever has just ended is still there for a moment.
  @Override
  public void requireUnused() {
    for (int looks = 1; ask(IS_USED, row -> row.getBoolean(1)); looks++) {
      if (looks == LOOKS || Thread.currentThread().isInterrupted()) {
        throw new SetupException(
            "The database " + name + " is in use: stop the bot, and whoever else is at it.");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  @Override
  public Connection snapshot() throws SQLException {
    Connection connection = source().getConnection();
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public String lastNumbers() {
    return NUMBERED;
  }

  @Override
  public void giveNoNumberAgain(Connection connection, Map<String, Long> given)
      throws SQLException {
    for (String table : numbersGiven(connection).keySet()) {
      try (var select = connection.prepareStatement(NEXT_NUMBER.formatted(table))) {
        select.setString(1, table);
        select.setLong(2, given.getOrDefault(table, 0L));
        select.execute();
      }
    }
  }

  @Override
  public void migrated(boolean isNew) {
    // it looks after itself
  }

  /// The server itself looks at what it reads.
  @Override
  public Optional<String> damage() {
    return Optional.empty();
  }

  @Override
  public SetupException unreadable(Exception e) {
    StoreFault fault = StoreFault.of(e);
    return new SetupException(
        fault == StoreFault.OTHER
            ? "The database " + name + " can't be used: " + DriverWords.by(e)
            : fault.sentence(name));
  }
}
