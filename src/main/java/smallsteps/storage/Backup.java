package smallsteps.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import smallsteps.SetupException;

/// Copies of the database: one made while the bot runs, and one put back.
public final class Backup {
  private Backup() {}

  /// @param database where it stands now
  /// @param overwrote whether another one stood there before
  public record Restored(Path database, boolean overwrote) {}

  /// Copies the database as it is at one moment; never over another file.
  ///
  /// @param url `jdbc:sqlite:` and a path
  /// @return the path of the database that was copied
  /// @throws SetupException why it could not be
  public static Path write(String url, Path target) {
    if (Engines.isPostgres(url)) {
      throw PostgresServer.at(url).dump().insteadOfBackup();
    }
    SqliteFile database = SqliteFile.existing(url);
    new FileCheck(database).requireOursOrEmpty();
    return write(database, target);
  }

  static Path write(SqliteFile database, Path target) {
    Path copy = target.toAbsolutePath();
    PathFault.refuse("The copy " + target + " can't be made", PathFault.ofNew(copy));
    requireNoPart(database, copy);
    try {
      OwnerOnly.createFile(copy);
    } catch (IOException e) {
      throw new SetupException(
          "The copy "
              + target
              + " can't be made: "
              + SqliteFile.reason(e)
              + ". Is its folder there, and may you write it?",
          e);
    }
    try {
      database.copyTo(copy);
      force(copy);
      return database.path();
    } catch (SetupException incomplete) {
      remove(copy);
      throw incomplete;
    }
  }

  /// What SQLite takes for the log of the database would be written into it.
  private static void requireNoPart(SqliteFile database, Path copy) {
    String own = "\\Q" + database.path().getFileName() + "\\E(-wal|-shm|-journal|\\.incoming.*)?";
    try {
      if (copy.getFileName().toString().matches(own)
          && Files.isSameFile(copy.getParent(), database.path().getParent())) {
        throw new SetupException(
            "The copy " + copy + " can't have a name that the database needs. Choose another.");
      }
    } catch (IOException e) {
      throw new SetupException(
          "The copy " + copy + " can't be made: " + SqliteFile.reason(e) + ".", e);
    }
  }

  /// Puts a copy in the database's place, in one step and only when it is sound. Where the place is
  /// a link, what it leads to is replaced.
  ///
  /// @param force whether a database that is there may be overwritten
  /// @throws SetupException why it could not be; the database is then as it was
  public static Restored restore(String url, Path copy, boolean force) {
    if (Engines.isPostgres(url)) {
      throw PostgresServer.at(url).dump().insteadOfRestore();
    }
    PathFault.refuse("The file " + copy + " can't be read", PathFault.ofOld(copy, false));
    SqliteFile database = SqliteFile.at(url);
    boolean overwrites = database.isThere();
    if (overwrites) {
      requireReplaceable(database, copy, force);
    }
    Path path = database.path();
    Path incoming = path.resolveSibling(path.getFileName() + ".incoming");
    SqliteFile arriving = SqliteFile.at(incoming);
    try {
      bring(copy, arriving);
      new FileCheck(arriving).requireSound(copy);
      force(incoming);
      if (overwrites) {
        new FileCheck(database).requireUnused("restore");
        remove(database.log());
        remove(database.logIndex());
      }
      Files.move(incoming, path, StandardCopyOption.ATOMIC_MOVE);
      return new Restored(path, overwrites);
    } catch (AtomicMoveNotSupportedException e) {
      throw new SetupException("The folder of " + path + " can't take a file in one step.", e);
    } catch (IOException e) {
      throw new SetupException(
          "The database "
              + path
              + " can't be put in place: "
              + SqliteFile.reason(e)
              + ". May you write its folder, and is there room?",
          e);
    } finally {
      arriving.parts().forEach(Backup::remove);
    }
  }

  private static void requireReplaceable(SqliteFile database, Path copy, boolean force) {
    Path path = database.path();
    PathFault.refuse("The database " + path + " can't be replaced", PathFault.ofOld(path, true));
    if (isSame(path, copy)) {
      throw new SetupException("The file " + copy + " is the database itself. Name a backup.");
    }
    if (!force) {
      throw new SetupException(
          "There is a database at " + path + " already. To overwrite it, add --force.");
    }
    if (names(path) > 1) {
      throw new SetupException(
          "The database "
              + path
              + " has another name as well (a hard link), under which its words would stay. Remove"
              + " that one first.");
    }
  }

  private static boolean isSame(Path path, Path copy) {
    try {
      return Files.isSameFile(path, copy);
    } catch (IOException e) {
      throw new SetupException("The file " + copy + " can't be read: " + SqliteFile.reason(e), e);
    }
  }

  /// How many a file has; 1 where the system can't tell.
  private static int names(Path file) {
    try {
      return (Integer) Files.getAttribute(file, "unix:nlink");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return 1;
    }
  }

  /// With its log, where it is a plain copy of a database in use.
  private static void bring(Path copy, SqliteFile arriving) throws IOException {
    OwnerOnly.createFolders(arriving.path().getParent());
    append(copy, arriving.path());
    Path log = copy.resolveSibling(copy.getFileName() + "-wal");
    if (Files.isRegularFile(log)) {
      append(log, arriving.log());
    }
  }

  private static void append(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    OwnerOnly.createFile(to);
    try (var out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
      Files.copy(from, out);
    }
  }

  private static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new SetupException("The copy " + file + " could not be put on disk.", e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new SetupException("The file " + file + " is left over: remove it by hand.", e);
    }
  }
}
