package smallsteps.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;
import smallsteps.SetupException;

/// The database file: where it is, who may read it, and how each connection to it is set up.
final class SqliteFile implements Location {
  private final String url;
  private final Path path;

  private SqliteFile(String url, Path path) {
    this.url = url;
    this.path = path;
  }

  /// A link is followed, as SQLite does: its log stands beside what the link leads to.
  static SqliteFile at(String url) {
    Path path = DatabaseUrl.path(url);
    try {
      return new SqliteFile(url, path.toRealPath());
    } catch (IOException notThere) {
      return new SqliteFile(url, path);
    }
  }

  static SqliteFile at(Path path) {
    return at("jdbc:sqlite:" + path);
  }

  /// @throws SetupException when there is no such file, or none that can be read
  static SqliteFile existing(String url) {
    SqliteFile file = at(url);
    if (!Files.exists(file.path)) {
      throw new SetupException(
          "There is no database "
              + file.path
              + PathFault.ofWay(file.path)
                  .map(why -> ": " + why)
                  .orElse(". Set DATABASE_URL to the bot's, or start where the bot is started."));
    }
    file.requireReadable();
    return file;
  }

  private void requireReadable() {
    PathFault.refuse("The database " + path + " can't be read", PathFault.ofOld(path, false));
  }

  Path path() {
    return path;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public String migrations() {
    return "sqlite";
  }

  /// Beside it, while it is open.
  Path log() {
    return beside("-wal");
  }

  Path logIndex() {
    return beside("-shm");
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /// It and what stands beside it.
  List<Path> parts() {
    return List.of(path, log(), logIndex());
  }

  /// @throws SetupException where it is not there and can't be made either
  boolean isThere() {
    if (Files.exists(path)) {
      return true;
    }
    PathFault.refuse("The database " + path + " can't be made", PathFault.ofNewDatabase(path));
    return false;
  }

  /// Makes folder and file for their owner alone, and closes to others one that was not. SQLite
  /// gives its log files the same mode.
  void prepare() {
    if (!isThere()) {
      make();
    }
    PathFault.refuse(
        "The database " + path + " can't be read and written", PathFault.ofOld(path, true));
    parts().forEach(OwnerOnly::close);
  }

  private void make() {
    try {
      OwnerOnly.createFolders(path.getParent());
      OwnerOnly.createFile(path);
    } catch (IOException e) {
      throw new SetupException(
          "The database "
              + path
              + " can't be made: "
              + reason(e)
              + ". Give DATABASE_URL a path in a folder that this user may write.",
          e);
    }
  }

  /// The system's own words.
  static String reason(IOException e) {
    return e instanceof FileSystemException said && said.getReason() != null
        ? said.getReason()
        : e.getClass().getSimpleName();
  }

  /// With its log: what a copy takes at most.
  long bytes() throws IOException {
    return Files.size(path) + (Files.exists(log()) ? Files.size(log()) : 0);
  }

  long usableBytes() {
    try {
      return Files.getFileStore(path.getParent()).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }

  void copyTo(Path target) {
    try (Connection connection = asItIs().getConnection();
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, target.toString());
      statement.execute();
    } catch (SQLException e) {
      StoreFault fault = StoreFault.of(e);
      throw new SetupException(
          fault == StoreFault.OTHER || fault == StoreFault.CLOSED
              ? "The copy " + target + " could not be written: " + e.getMessage() + "."
              : fault.sentence(name()),
          e);
    }
  }

  Connection connect() {
    try {
      return dataSource().getConnection();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  JdbcSql sql() {
    return new JdbcSql(connect(), dialect());
  }

  @Override
  public SetupException unreadable(Exception e) {
    return new SetupException(StoreFault.of(e).sentence(name()), e);
  }

  /// To look without changing anything: with our settings another program's file would be changed.
  @Override
  public SQLiteDataSource asItIs() {
    var config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(5000);
    if (!Files.isWritable(path)) {
      config.setReadOnly(true);
    }
    return source(config);
  }

  @Override
  public SQLiteDataSource dataSource() {
    var config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE); // only `prepare` makes one: it is for its owner
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(5000);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    // Checkpoints have a thread; should it fall behind, the writer still does them at 32 MiB.
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "8000");
    return source(config);
  }

  @Override
  public void requireOursOrEmpty() {
    new FileCheck(this).requireOursOrEmpty();
  }

  @Override
  public Dialect dialect() {
    return new SqliteDialect();
  }

  @Override
  public void requireUnused() {
    new FileCheck(this).requireUnused("move");
  }

  @Override
  public Connection snapshot() throws SQLException {
    Connection connection = asItIs().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public String lastNumbers() {
    return "SELECT name AS tab, seq AS last FROM sqlite_sequence";
  }

  /// Those of a table that has none of its own sequence end with its last row.
  @Override
  public void giveNoNumberAgain(Connection connection, Map<String, Long> given)
      throws SQLException {
    for (String table : numbersGiven(connection).keySet()) {
      try (var update =
          connection.prepareStatement(
              "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?")) {
        update.setLong(1, given.getOrDefault(table, 0L));
        update.setString(2, table);
        update.executeUpdate();
      }
    }
  }

  @Override
  public Optional<String> damage() {
    return new FileCheck(this).damage();
  }

  /// A new file has gone through all that older ones have, and holds empty pages of tables that are
  /// no more.
  @Override
  public void migrated(boolean isNew) {
    by(Statistics::tell);
    if (isNew) {
      by(sql -> sql.update("VACUUM"));
    }
  }

  private void by(Consumer<Sql> work) {
    var sql = sql();
    try {
      work.accept(sql);
    } finally {
      sql.close();
    }
  }

  /// @throws SetupException when the driver's own library can't be loaded
  SQLiteDataSource source(SQLiteConfig config) {
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw new SetupException(StoreFault.DRIVER.sentence(), e);
    }
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }
}
