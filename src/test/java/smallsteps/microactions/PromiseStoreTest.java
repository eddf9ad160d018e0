package smallsteps.microactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

class PromiseStoreTest {
  private static final User ALVA = new User("T1", "U1");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  @TempDir Path folder;

  /// Slack shows the button to one person, and a request can be made up.
  @Test
  void whatOneTookOnIsFoundByThatPersonAlone() {
    try (var database = Migrated.open(folder.resolve("smallsteps.db"))) {
      var promise = new Promise(ALVA, "P1", "C1", "1.1", "p:one", 3, 5, "ring någon", NOW);
      database.write(sql -> {
        new PromiseStore(sql).add(promise, NOW);
        return null;
      });
      assertThat(found(database, ALVA)).isTrue();
      assertThat(found(database, new User("T1", "U2"))).isFalse();
      assertThat(found(database, new User("T2", "U1"))).isFalse();
    }
  }

  private static boolean found(Database database, User user) {
    return database.read(sql -> new PromiseStore(sql).find(user, "P1")).isPresent();
  }
}
