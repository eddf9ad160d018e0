package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteQueueTest {
  private static final String KEEP = "INSERT INTO kept (word) VALUES (?)";

  @TempDir private Path folder;

  @Test
  void aSecondProcessWritesWhileTheFirstOneRests() {
    try (var first = open()) {
      first.write(sql -> sql.update("CREATE TABLE kept (word TEXT PRIMARY KEY) STRICT"));
      try (var second = open()) {
        second.write(sql -> sql.update(KEEP, "second"));
        first.write(sql -> sql.update(KEEP, "first"));
        second.write(sql -> sql.update(KEEP, "again"));
      }
      assertThat(kept(first)).containsExactlyInAnyOrder("first", "second", "again");
    }
  }

  @Test
  void aWriteThatFailsLeavesNothingBehindAndTheNextOneWorks() {
    try (var database = open()) {
      database.write(sql -> sql.update("CREATE TABLE kept (word TEXT PRIMARY KEY) STRICT"));
      assertThatThrownBy(
              () -> database.write(sql -> sql.update(KEEP, "half") + sql.update(KEEP, "half")))
          .isInstanceOf(StoreException.class);
      database.write(sql -> sql.update(KEEP, "whole"));
      assertThat(kept(database)).containsExactly("whole");
    }
  }

  private static List<String> kept(Database database) {
    return database.read(sql -> sql.list("SELECT word FROM kept", row -> row.text("word")));
  }

  private Database open() {
    return Database.open("jdbc:sqlite:" + folder.resolve("kept.db"));
  }
}
