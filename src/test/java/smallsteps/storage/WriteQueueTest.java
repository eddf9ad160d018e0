package smallsteps.storage;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Unchecked;
import smallsteps.supervision.Supervisor;

@SqliteOnly
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

  @Test
  void whateverEndsTheWriterEachCallerHasAnAnswerAndItGoesOn() throws Exception {
    var isKilled = new AtomicBoolean();
    var supervisor =
        new Supervisor(part -> {
          if (part.equals("writer") && isKilled.get()) {
            throw new OutOfMemoryError("by a test");
          }
        });
    try (var database =
        Database.opening(
            url(),
            new BackupFolder(Path.of("backups"), ZoneOffset.UTC),
            completedFuture(null),
            supervisor)) {
      database.write(sql -> sql.update("CREATE TABLE kept (word TEXT PRIMARY KEY) STRICT"));
      for (Throwable end : List.of(new IOException(), new OutOfMemoryError("by a test"))) {
        assertThatThrownBy(() ->
                database.write(sql -> {
                  sql.update(KEEP, "half");
                  throw Unchecked.thrown(end);
                }))
            .satisfiesAnyOf(
                thrown -> assertThat(thrown).isSameAs(end),
                thrown -> assertThat(thrown).hasCause(end));
      }
      database.write(sql -> {
        isKilled.set(true); // from the next turn on
        return sql.update(KEEP, "last");
      });
      assertThatThrownBy(() -> database.write(sql -> sql.update(KEEP, "waiting")))
          .isInstanceOf(StoreBusyException.class);
      isKilled.set(false);
      while (!supervisor.problems().isEmpty()) {
        Thread.onSpinWait();
      }
      database.write(sql -> sql.update(KEEP, "whole"));
      assertThat(kept(database)).containsExactly("last", "whole");
    }
  }

  private static List<String> kept(Database database) {
    return database.read(sql -> sql.list("SELECT word FROM kept", row -> row.text("word")));
  }

  private Database open() {
    return Database.open(url());
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("kept.db");
  }
}
