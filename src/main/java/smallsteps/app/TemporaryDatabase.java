package smallsteps.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import smallsteps.storage.Database;

/// A database for what needs rooms and keeps nothing.
final class TemporaryDatabase {
  private TemporaryDatabase() {}

  static <T> T with(Function<Database, T> work) {
    try (var folder = new TemporaryFolder();
        var database = Database.open("jdbc:sqlite:" + folder.file("smallsteps.db"))) {
      return work.apply(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
