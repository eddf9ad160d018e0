package smallsteps.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// An empty database of the newest version, as a bot leaves it: migrated once for all tests that
/// try something else than that. It is SQLite's, or with `-Dsmallsteps.engine=postgresql` a
/// database of a server of the tests' own, which a path stands for all the same.
public final class Migrated {
  public static final boolean IS_POSTGRES =
      "postgresql".equals(System.getProperty("smallsteps.engine"));

  public static final Dialect DIALECT = IS_POSTGRES ? new PostgresDialect() : new SqliteDialect();

  /// By it another program holds what the bot wants to write, until it ends its transaction.
  public static final String LOCK =
      IS_POSTGRES ? "BEGIN; LOCK TABLE win, outbox IN EXCLUSIVE MODE" : "BEGIN IMMEDIATE";

  private static final byte[] FILE = IS_POSTGRES ? new byte[0] : make();

  private Migrated() {}

  private static byte[] make() {
    try {
      Path folder = Files.createTempDirectory("migrated");
      Path file = folder.resolve("new.db");
      Database.open("jdbc:sqlite:" + file).close();
      byte[] made = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(folder);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where what a path stands for is; it is made where it is missing.
  public static String url(Path file) {
    if (IS_POSTGRES) {
      return OwnPostgres.url(file, true);
    }
    if (!Files.exists(file)) {
      putTo(file);
    }
    return "jdbc:sqlite:" + file;
  }

  /// Opens it, and makes it where it is missing.
  public static Database open(Path file) {
    return Database.open(url(file));
  }

  /// Another program's way into it.
  public static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection(url(file));
  }

  private static void putTo(Path file) {
    try {
      OwnerOnly.createFolders(file.getParent());
      OwnerOnly.createFile(file);
      Files.write(file, FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
