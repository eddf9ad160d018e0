package smallsteps.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An empty database of the newest version, as a bot leaves it: migrated once for all tests that
/// try something else than that.
public final class Migrated {
  private static final byte[] FILE = make();

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

  /// Opens the file, and makes it where it is missing.
  public static Database open(Path file) {
    if (!Files.exists(file)) {
      putTo(file);
    }
    return Database.open("jdbc:sqlite:" + file);
  }

  public static void putTo(Path file) {
    try {
      OwnerOnly.createFolders(file.getParent());
      OwnerOnly.createFile(file);
      Files.write(file, FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
