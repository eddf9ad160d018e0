package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.SetupException;

/// A server that is not as it should be, or goes away: each in a sentence with its fix, and never a
/// password.
class PostgresTest {
  private static final Duration IN_THE_END = Duration.ofMinutes(1);
  private static final String NAMED =
      "INSERT INTO name (team_id, id, name) VALUES ('T1', ?, 'Alva')";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:",
        "jdbc:postgresql://",
        "jdbc:postgresql://db.example.org",
        "jdbc:postgresql://db.example.org/",
        "jdbc:postgresql:smallsteps?user=me&password=hidden",
        "jdbc:postgresql://me:hidden@db.example.org/smallsteps",
        "jdbc:postgresql://db.example.org:port/smallsteps?user=me&password=hidden",
        "jdbc:postgresql://db.example.org/smallsteps?user=me&sslmod=require",
        "jdbc:postgresql://db.example.org/smallsteps?user=me&password=hid&hidden",
        "jdbc:postgresql://db.example.org/smallsteps?password=hidden",
        "postgres://me:hidden@db.example.org/smallsteps",
      })
  void anAddressThatIsNoneIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("DATABASE_")
        .hasMessageNotContaining("hidden")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "asks_for_a_password, user=postgres&password=hidden, DATABASE_PASSWORD",
    "asks_for_a_password, user=postgres, DATABASE_PASSWORD",
    "asks_for_a_password, user=nobody&password=hidden, DATABASE_USER",
    "not_there, user=postgres&password=hidden, CREATE DATABASE",
  })
  void whoIsNotLetInHearsWhatToLookAt(String name, String as, String fix) throws Exception {
    OwnPostgres.asksForAPassword("asks_for_a_password");
    assertRefused(OwnPostgres.url(name).replaceFirst("user=.*", as), fix);
  }

  @Test
  void aServerThatIsAwayIsSaidToBe() throws Exception {
    try (var gate = new Gate(1)) {
      String url = "jdbc:postgresql://localhost:" + gate.port() + "/d?user=u&password=hidden";
      gate.shut();
      assertRefused(url, "does not answer");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENCODING 'LATIN1' LOCALE 'C', LATIN1",
    "ENCODING 'UTF8' LOCALE 'C', no letters but a to z"
  })
  void aDatabaseThatDoesNotKnowAllLettersIsNotUsed(String as, String why) {
    String name = "letters_" + Integer.toHexString(as.hashCode());
    OwnPostgres.execute("CREATE DATABASE " + name + " TEMPLATE template0 " + as);
    assertRefused(OwnPostgres.url(name), why);
    assertRefused(OwnPostgres.url(name), "CREATE DATABASE");
  }

  @Test
  void aServerThatIsTooOldIsNotUsed() {
    PostgresServer server = PostgresServer.at(url());
    assertThatThrownBy(() -> server.require(13, "UTF8", "public"))
        .isInstanceOf(SetupException.class)
        .hasMessageContainingAll("PostgreSQL 13", "14 or newer");
    server.require(14, "UTF8", "public");
  }

  @Test
  void anotherProgramsDatabaseIsLeftAlone() throws Exception {
    OwnPostgres.executeIn(url(), "CREATE TABLE theirs (id bigint)");
    assertRefused(url(), "another program's");
  }

  @Test
  void whoMayMakeNoTablesHearsHowTo() throws Exception {
    OwnPostgres.execute("CREATE ROLE guest LOGIN");
    assertRefused(url().replace("user=postgres", "user=guest"), "OWNER");
  }

  @Test
  void aCommandMakesNoTables() {
    assertThat(Database.isThere(url())).isFalse();
    assertThatThrownBy(() -> Database.existing(url()))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("empty");
    assertThat(Database.isThere(url())).isFalse();
  }

  @Test
  void itsOwnToolsCopyIt() {
    assertThatThrownBy(() -> Backup.write(url(), folder.resolve("copy")))
        .isInstanceOf(SetupException.class)
        .hasMessageContainingAll(
            "pg_dump ", "--host=localhost --port=", "--username=postgres test");
    assertThatThrownBy(() -> Backup.restore(url(), folder.resolve("copy"), true))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("pg_restore ");
  }

  /// The pool still holds connections, of which it does not know that they are dead.
  @Test
  void whatIsNotKeptIsNotAcknowledgedAndItGoesOnByItself() throws Exception {
    try (var gate = new Gate(OwnPostgres.port());
        var inUse = DriverManager.getConnection(url()); // else it would be cleared away
        var database = Database.open(url().replace(":" + OwnPostgres.port(), ":" + gate.port()))) {
      assertThat(inUse.isClosed()).isFalse();
      keep(database, "U1");
      gate.shut();
      assertThatThrownBy(() -> keep(database, "U2")).isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> count(database)).isInstanceOf(StoreException.class);
      assertThat(database.problem().orElseThrow()).contains("does not answer", "goes on by itself");
      assertThat(database.bytes()).isZero();

      gate.open();
      keep(database, "U2");
      assertThat(countInTheEnd(database)).isEqualTo(2);
      keep(database, "U3");
      assertThat(database.problem()).isEmpty();
    }
  }

  /// As a server does that is restarted in an instant.
  @Test
  void aConnectionThatBreaksBeforeAnythingIsKeptIsTriedAgain() throws Exception {
    try (var database = Database.open(url())) {
      keep(database, "U1");
      var tries = new AtomicInteger();
      database.write(sql -> {
        if (tries.incrementAndGet() == 1) {
          OwnPostgres.throwOut(url());
        }
        return sql.update(NAMED, "U2");
      });
      assertThat(tries).hasValue(2);
      assertThat(countInTheEnd(database)).isEqualTo(2);
      OwnPostgres.throwOut(url());
      assertThat(countInTheEnd(database)).isEqualTo(2);
    }
  }

  @Test
  void anErrorRepeatsNothingOfWhatWasWritten() {
    try (var database = Database.open(url())) {
      assertThatThrownBy(() ->
              database.write(sql ->
                  sql.update(
                      "INSERT INTO weekly (team_id, channel_id, kind, weekday, local_time, since)"
                          + " VALUES ('T1', 'C1', 'nudge', ?, 'hidden', 'hidden')",
                      "hidden")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("PostgreSQL says")
          .hasMessageNotContaining("hidden")
          .hasNoCause();
    }
  }

  @Test
  @Timeout(60)
  void whatWasErasedIsClearedAwayByTheServer() {
    try (var database = Database.open(url())) {
      keep(database, "U1");
      database.write(sql -> sql.erase("DELETE FROM name"));
      while (cleared(database) == 0) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  private static int cleared(Database database) {
    return database.read(sql ->
        sql.first(
                "SELECT vacuum_count AS n FROM pg_stat_user_tables WHERE relname = 'name'",
                row -> row.number("n"))
            .orElseThrow());
  }

  @Test
  void twoBotsThatStartAtOnceMakeTheTablesOnce() throws Exception {
    var begin = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<String> start =
          () -> {
            begin.await();
            try (var database = Database.open(url())) {
              return database.version();
            }
          };
      for (Future<String> version : threads.invokeAll(List.of(start, start))) {
        assertThat(version.get()).isEqualTo("21");
      }
    }
  }

  private String url() {
    return OwnPostgres.url(folder.resolve("one"), false);
  }

  private static void assertRefused(String url, String why) {
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("hidden")
        .message()
        .hasLineCount(1);
  }

  private static void keep(Database database, String id) {
    database.write(sql -> sql.update(NAMED, id));
  }

  /// Whoever reads waits a moment for a connection, and on a busy machine it may take longer.
  private static int countInTheEnd(Database database) {
    long until = System.nanoTime() + IN_THE_END.toNanos();
    while (true) {
      try {
        return count(database);
      } catch (StoreException notYet) {
        if (System.nanoTime() > until) {
          throw notYet;
        }
      }
    }
  }

  private static int count(Database database) {
    return database.read(sql -> sql.list("SELECT id FROM name", row -> row.text("id"))).size();
  }
}
