package smallsteps.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
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
    return write(SqliteFile.existing(url), target);
  }

  static Path write(SqliteFile database, Path target) {
    try {
      OwnerOnly.createFile(target.toAbsolutePath());
    } catch (FileAlreadyExistsException e) {
      throw new SetupException(
          "There is a file " + target + " already. Give the copy another name.", e);
    } catch (IOException e) {
      throw new SetupException(
          "The copy " + target + " can't be made: is its folder there, and may you write it?", e);
    }
    try {
      database.copyTo(target.toAbsolutePath());
      force(target);
      return database.path();
    } catch (SetupException incomplete) {
      remove(target);
      throw incomplete;
    }
  }

  /// Puts a copy in the database's place, in one step and only when it is sound.
  ///
  /// @param force whether a database that is there may be overwritten
  /// @throws SetupException why it could not be; the database is then as it was
  public static Restored restore(String url, Path copy, boolean force) {
    SqliteFile database = SqliteFile.at(url);
    Path path = database.path();
    boolean overwrites = Files.exists(path);
    if (!Files.isRegularFile(copy) || !Files.isReadable(copy)) {
      throw new SetupException("There is no file " + copy + " that can be read.");
    }
    if (overwrites && !force) {
      throw new SetupException(
          "There is a database at " + path + " already. To overwrite it, add --force.");
    }
    Path incoming = path.resolveSibling(path.getFileName() + ".incoming");
    try {
      bring(copy, incoming);
      SqliteFile.at("jdbc:sqlite:" + incoming).requireSound(copy);
      force(incoming);
      if (overwrites) {
        database.requireUnused();
        remove(log(path, "-wal"));
        remove(log(path, "-shm"));
      }
      Files.move(incoming, path, StandardCopyOption.ATOMIC_MOVE);
      return new Restored(path, overwrites);
    } catch (AtomicMoveNotSupportedException e) {
      throw new SetupException("The folder of " + path + " can't take a file in one step.", e);
    } catch (IOException e) {
      throw new SetupException(
          "The database " + path + " can't be put in place: may you write its folder?", e);
    } finally {
      remove(incoming);
      remove(log(incoming, "-wal"));
      remove(log(incoming, "-shm"));
    }
  }

  /// With its log, where it is a plain copy of a database in use.
  private static void bring(Path copy, Path incoming) throws IOException {
    OwnerOnly.createFolders(incoming.getParent());
    Files.deleteIfExists(incoming);
    OwnerOnly.createFile(incoming);
    append(copy, incoming);
    Path log = log(copy, "-wal");
    if (Files.exists(log)) {
      Path incomingLog = log(incoming, "-wal");
      Files.deleteIfExists(incomingLog);
      OwnerOnly.createFile(incomingLog);
      append(log, incomingLog);
    }
  }

  private static void append(Path from, Path to) throws IOException {
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

  private static Path log(Path database, String suffix) {
    return database.resolveSibling(database.getFileName() + suffix);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new SetupException("The file " + file + " is left over: remove it by hand.", e);
    }
  }
}
