package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// More wants to be written than gets through: each is kept or refused, in bounded time and room,
/// and who was refused and asks again is kept once.
@SqliteOnly
class FullQueueTest {
  private static final int PEOPLE = 12_000; // more than may wait
  private static final String KEEP = "INSERT INTO kept (number) VALUES (?) ON CONFLICT DO NOTHING";

  @TempDir private Path folder;

  @Test
  @Timeout(600)
  void whatWaitsTooLongOrFindsTheQueueFullIsRefusedAndKeptOnceWhenAskedAgain() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("kept.db");
    try (var database = Database.open(url)) {
      database.write(sql -> sql.update("CREATE TABLE kept (number INT PRIMARY KEY) STRICT"));
      List<Integer> all = IntStream.range(0, PEOPLE).boxed().toList();
      List<Integer> refused;
      try (var other = DriverManager.getConnection(url);
          var statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        refused = refusedOf(all, database);
        statement.execute("ROLLBACK");
      }
      assertThat(refused).hasSizeGreaterThan(PEOPLE - 300);

      while (!refused.isEmpty()) {
        refused = refusedOf(refused, database);
      }
      List<Integer> kept =
          database.read(
              sql -> sql.list("SELECT number FROM kept ORDER BY number", r -> r.number("number")));
      assertThat(kept).isEqualTo(all);
      assertThat(database.problem()).isEmpty();
    }
  }

  private static List<Integer> refusedOf(List<Integer> wanting, Database database) {
    Queue<Integer> refused = new ConcurrentLinkedQueue<>();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Integer number : wanting) {
        people.execute(() -> {
          try {
            database.write(sql -> sql.update(KEEP, number));
          } catch (StoreBusyException | StoreException busy) {
            refused.add(number);
          }
        });
      }
    }
    return List.copyOf(refused);
  }
}
