package smallsteps.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import smallsteps.storage.Database;

/// A database for what needs rooms and keeps nothing.
final class TemporaryDatabase {
  private TemporaryDatabase() {}

  static <T> T with(Function<Database, T> work) {
    try {
      Path folder = Files.createTempDirectory("smallsteps");
      try (var database = Database.open("jdbc:sqlite:" + folder.resolve("smallsteps.db"))) {
        return work.apply(database);
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
