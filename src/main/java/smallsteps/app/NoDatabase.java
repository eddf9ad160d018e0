package smallsteps.app;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import smallsteps.storage.BackupFolder;
import smallsteps.storage.Database;
import smallsteps.supervision.Supervisor;

/// A database that is never there, for who only wants to know what rooms the bot has: they ask it
/// nothing before they work. No folder has to be writable for it.
final class NoDatabase {
  private NoDatabase() {}

  static <T> T with(Function<Database, T> work) {
    return work.apply(
        Database.opening(
            "jdbc:sqlite:none", BackupFolder.USUAL, new CompletableFuture<>(), new Supervisor()));
  }
}
