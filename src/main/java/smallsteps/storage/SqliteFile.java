package smallsteps.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import smallsteps.SetupException;

/// The database file: where it is, who may read it, and how each connection to it is set up.
final class SqliteFile {
  private static final String PREFIX = "jdbc:sqlite:";
  private final String url;
  private final Path path;

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

  Path path() {
    return path;
  }

  /// Makes folder and file for their owner alone. SQLite gives its log files the same mode.
  void prepare() {
    try {
      if (!Files.isDirectory(path.getParent())) {
        Files.createDirectories(path.getParent(), mode("rwx------"));
      }
      if (!Files.exists(path)) {
        Files.createFile(path, mode("rw-------"));
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
  }

  private FileAttribute<?>[] mode(String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  SQLiteDataSource dataSource() {
    return dataSource(new SQLiteConfig());
  }

  Connection writer() {
    Connection connection = connect(new SQLiteConfig());
    try {
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  Connection reader() {
    return connect(new SQLiteConfig());
  }

  void copyTo(Path target) {
    try (Connection connection = reader();
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, target.toString());
      statement.execute();
    } catch (SQLException e) {
      throw new SetupException(
          "The copy " + target + " could not be written: " + e.getMessage() + ".", e);
    }
  }

  private Connection connect(SQLiteConfig config) {
    try {
      return dataSource(config).getConnection();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  SetupException unreadable(Exception e) {
    return new SetupException(
        "The database "
            + path
            + " can't be used. If it is damaged, put a backup in its place with 'restore'.",
        e);
  }

  private SQLiteDataSource dataSource(SQLiteConfig config) {
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(5000);
    config.enforceForeignKeys(true);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }
}
