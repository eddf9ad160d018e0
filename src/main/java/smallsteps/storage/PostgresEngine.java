package smallsteps.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.SetupException;
import smallsteps.supervision.Supervisor;

/// A PostgreSQL server. Those who write have connections of their own, so that who reads within a
/// write never waits for another who does the same.
final class PostgresEngine implements Engine {
  static final int READERS = 4;
  static final int WRITERS = 6;

  /// As long as a write waits behind SQLite's one writer.
  private static final long PATIENCE_MS = 2500;

  /// For a command Slack does not wait.
  private static final long OF_A_COMMAND_MS = 10_000;

  private static final Logger log = LoggerFactory.getLogger(PostgresEngine.class);
  private static final String BYTES = "SELECT pg_database_size(current_database()) / 1024 AS kib";

  private final PostgresServer server;
  private final Function<BackupFolder, Migrations.Schema> prepare;
  private final long patience;
  private final Trouble trouble;
  private final Dialect dialect;
  private HikariDataSource reads;
  private HikariDataSource writes;

  private PostgresEngine(
      PostgresServer server, Function<BackupFolder, Migrations.Schema> prepare, long patience) {
    this.server = server;
    this.patience = patience;
    this.prepare = prepare;
    dialect = server.dialect();
    trouble = new Trouble(server);
  }

  static PostgresEngine at(String url) {
    PostgresServer server = PostgresServer.at(url);
    return new PostgresEngine(
        server, _ -> Migrations.migrate(server, schema -> tell(server, schema)), PATIENCE_MS);
  }

  private static void tell(PostgresServer server, Migrations.Schema schema) {
    log.info(
        "The database {} is brought from version {} to {}.",
        server.name(),
        schema.version(),
        schema.newest());
  }

  /// One that is there and of this version: a command does not change the schema under a bot.
  static PostgresEngine existing(String url) {
    PostgresServer server = PostgresServer.at(url);
    if (!server.isThere()) {
      throw new SetupException(
          "The database " + server.name() + " is empty: the bot makes its tables when it runs.");
    }
    Migrations.Schema schema = Migrations.look(server);
    if (!schema.isCurrent()) {
      throw new SetupException(
          schema.age(server)
              + ": 'run' brings it there. Make a copy first: "
              + server.dump().copy());
    }
    return new PostgresEngine(server, _ -> schema, OF_A_COMMAND_MS);
  }

  @Override
  public Location location() {
    return server;
  }

  @Override
  public Trouble trouble() {
    return trouble;
  }

  @Override
  public Migrations.Schema prepare(BackupFolder copies) {
    Migrations.Schema schema = prepare.apply(copies);
    reads = pool("reads", READERS);
    writes = pool("writes", WRITERS);
    return schema;
  }

  private HikariDataSource pool(String name, int size) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(server.impatient());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(patience);
    config.setValidationTimeout(patience / 2);
    config.setInitializationFailTimeout(-1); // a server that is away comes back
    if (name.equals("writes")) {
      config.setAutoCommit(false);
      config.setConnectionInitSql("SET lock_timeout = " + patience);
      config.setIsolateInternalQueries(true); // else the first rollback would take it back
      config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    }
    return new HikariDataSource(config);
  }

  @Override
  public Writes writes(SchemaWatch schema, Supervisor supervisor) {
    return new ParallelWrites(
        writes, dialect, schema, trouble, new Vacuum(server, dialect, supervisor));
  }

  /// A connection may have broken while nobody used it: then it is read once more by another.
  @Override
  public <T> T read(Function<Sql, T> work) {
    Connection first = connection();
    try {
      return readBy(first, work);
    } catch (StoreException broken) {
      if (!broken.isWorthAnotherTry()) {
        throw broken;
      }
      return readBy(connection(), work);
    }
  }

  private <T> T readBy(Connection connection, Function<Sql, T> work) {
    try (connection) {
      return work.apply(new JdbcSql(connection, dialect));
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  private Connection connection() {
    try {
      return reads.getConnection();
    } catch (SQLException e) {
      throw ParallelWrites.noConnection(e);
    }
  }

  @Override
  public Optional<String> age() {
    return Optional.empty();
  }

  /// How long an answer takes is measured on a connection that stands already.
  @Override
  public Optional<String> about() {
    return read(sql -> {
      String version =
          sql.first("SELECT current_setting('server_version') AS v", row -> row.text("v"))
              .orElseThrow();
      long before = System.nanoTime();
      sql.list("SELECT 1", _ -> true);
      long ms = Math.ceilDiv(System.nanoTime() - before, 1_000_000L);
      return Optional.of(
          "PostgreSQL %s, %s, answers in %d ms, needs no extension, takes up to %d connections"
              .formatted(version, server.name(), ms, READERS + WRITERS));
    });
  }

  @Override
  public Optional<String> refusal() {
    return Optional.empty();
  }

  @Override
  public Optional<String> damage() {
    return server.damage();
  }

  @Override
  public Optional<Backups> backups(BackupFolder folder, int keep) {
    return Optional.empty();
  }

  @Override
  public long bytes() {
    try {
      return 1024L * read(sql -> sql.first(BYTES, row -> row.number("kib")).orElse(0));
    } catch (StoreException | StoreBusyException away) {
      return 0;
    }
  }

  @Override
  public Optional<String> warning() {
    return Optional.empty();
  }

  @Override
  public void close() {
    if (reads != null) {
      reads.close();
      writes.close();
    }
  }
}
