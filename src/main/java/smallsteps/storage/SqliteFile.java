package smallsteps.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;
import smallsteps.SetupException;

/// The database file: where it is, who may read it, and how each connection to it is set up.
final class SqliteFile {
  private static final String PREFIX = "jdbc:sqlite:";
  private final String url;
  private final Path path;
  private volatile Object key; // tells the file from another one of its name; may be null

  private SqliteFile(String url, Path path) {
    this.url = url;
    this.path = path;
  }

  static SqliteFile at(String url) {
    if (!url.startsWith(PREFIX) || url.length() == PREFIX.length()) {
      throw new SetupException(
          "DATABASE_URL must be jdbc:sqlite: and the path of a file, such as"
              + " jdbc:sqlite:data/smallsteps.db; other databases are not supported.");
    }
    return new SqliteFile(url, Path.of(url.substring(PREFIX.length())).toAbsolutePath());
  }

  /// @throws SetupException when there is no such file
  static SqliteFile existing(String url) {
    SqliteFile file = at(url);
    if (!Files.exists(file.path)) {
      throw new SetupException(
          "There is no database "
              + file.path
              + ". Set DATABASE_URL to the bot's, or start where the bot is started.");
    }
    return file;
  }

  Path path() {
    return path;
  }

  /// Makes folder and file for their owner alone. SQLite gives its log files the same mode.
  void prepare() {
    try {
      OwnerOnly.createFolders(path.getParent());
      if (!Files.exists(path)) {
        OwnerOnly.createFile(path);
      }
    } catch (IOException e) {
      throw new SetupException(
          "The database "
              + path
              + " can't be made. Give DATABASE_URL a path in a folder that this user may write.",
          e);
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path) || !Files.isWritable(path)) {
      throw new SetupException(
          "The database "
              + path
              + " can't be read and written. Check that it is a file that this user owns.");
    }
    key = key();
  }

  /// Null where there is no file, or where the system has no such thing.
  private Object key() {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException gone) {
      return null;
    }
  }

  /// False once the file that was prepared is deleted, or another one has taken its place.
  boolean isInPlace() {
    return key == null || key.equals(key());
  }

  /// With its log: what a copy takes at most.
  long bytes() throws IOException {
    Path log = path.resolveSibling(path.getFileName() + "-wal");
    return Files.size(path) + (Files.exists(log) ? Files.size(log) : 0);
  }

  long usableBytes() {
    try {
      return Files.getFileStore(path.getParent()).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }

  /// Looks without the settings of ours, which would change another program's file.
  void requireOursOrEmpty() {
    var source = new SQLiteDataSource();
    source.setUrl(url);
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                """
                SELECT count(*) = 0 OR coalesce(sum(name = 'flyway_schema_history'), 0) > 0
                FROM sqlite_master
                """)) {
      if (!found.getBoolean(1)) {
        throw new SetupException(
            "The database "
                + path
                + " is another program's. Give DATABASE_URL a path of its own for Small Steps.");
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  SQLiteDataSource dataSource() {
    return dataSource(new SQLiteConfig());
  }

  void copyTo(Path target) {
    try (Connection connection = connect();
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, target.toString());
      statement.execute();
    } catch (SQLException e) {
      throw new SetupException(
          "The copy " + target + " could not be written: " + e.getMessage() + ".", e);
    }
  }

  /// Checks every page, and that it is a database of ours and not a newer one. Leaves the file
  /// without a log beside it.
  ///
  /// @param named what the file is called where the answer is no
  void requireSound(Path named) {
    if (check("PRAGMA integrity_check(1)").isPresent()) {
      throw new SetupException(
          "The file " + named + " is damaged or no SQLite database: use another backup.");
    }
    Migrations.requireOurs(this, named);
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=DELETE");
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /// What is damaged in it, in SQLite's words; empty when every page is as it should be.
  Optional<String> damage() {
    return check("PRAGMA quick_check(1)");
  }

  private Optional<String> check(String pragma) {
    try (Connection connection = dataSource().getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(pragma)) {
      return Optional.of(found.getString(1)).filter(said -> !said.equals("ok"));
    } catch (SQLException unreadable) {
      return Optional.of(unreadable.getMessage());
    }
  }

  /// Asks for the file alone, which nobody gets while the bot has it open. A damaged file has no
  /// locks to ask for, and passes.
  void requireUnused() {
    var config = new SQLiteConfig();
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setBusyTimeout(0);
    config.setTransactionMode(SQLiteConfig.TransactionMode.EXCLUSIVE);
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      if (StoreFault.of(e) == StoreFault.LOCKED) {
        throw new SetupException(
            "The database " + path + " is in use: stop the bot, then restore.", e);
      }
    }
  }

  Connection connect() {
    try {
      return dataSource().getConnection();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  SetupException unreadable(Exception e) {
    return new SetupException(StoreFault.of(e).sentence(path), e);
  }

  private SQLiteDataSource dataSource(SQLiteConfig config) {
    config.resetOpenMode(SQLiteOpenMode.CREATE); // only `prepare` makes one: it is for its owner
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(5000);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    // Checkpoints have a thread; should it fall behind, the writer still does them at 32 MiB.
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "8000");
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }
}
