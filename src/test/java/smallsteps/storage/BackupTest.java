package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.SetupException;

@SqliteOnly
class BackupTest {
  private static final String PAIRS =
      "SELECT number FROM pair WHERE person = ? AND half = 1 ORDER BY number";
  private static final String HALVES =
      "SELECT person FROM pair GROUP BY person, number HAVING count(*) <> 2";

  private @TempDir Path folder;
  private Path file;
  private Path copy;
  private String url;

  @BeforeEach
  void aDatabaseThatRemembers() {
    file = folder.resolve("data").resolve("bot.db");
    copy = folder.resolve("copy.db");
    url = "jdbc:sqlite:" + file;
    keep("first");
  }

  @Test
  void aCopyMadeWhileTheBotRunsIsPutBackWhole() throws IOException {
    try (var bot = Database.open(url)) {
      bot.write(sql -> sql.update("INSERT INTO memory VALUES ('second')"));
      assertThat(Backup.write(url, copy)).isEqualTo(file);
      bot.write(sql -> sql.update("INSERT INTO memory VALUES ('third')"));
    }
    assertThat(Backup.restore(url, copy, true)).isEqualTo(new Backup.Restored(file, true));
    assertThat(remembered()).containsExactly("first", "second");
    assertThat(file.getParent().toFile().list()).containsExactly("bot.db");
  }

  /// Each person keeps two rows at a time, one after the other: a copy has both or none, and all
  /// that were kept before it was begun.
  @Test
  void aCopyMadeWhileManyWriteIsOfOneMoment() throws Exception {
    var kept = new int[4];
    var isCopied = new AtomicBoolean();
    int[] before;
    try (var bot = Database.open(url)) {
      bot.write(sql -> sql.update("CREATE TABLE pair (person INT, number INT, half INT) STRICT"));
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int person = 0; person < kept.length; person++) {
          int who = person;
          people.execute(() -> {
            while (!isCopied.get()) {
              keepPair(bot, who, kept[who] + 1);
              synchronized (kept) {
                kept[who]++;
                kept.notifyAll();
              }
            }
          });
        }
        synchronized (kept) {
          while (Arrays.stream(kept).min().orElseThrow() < 20) {
            kept.wait();
          }
          before = kept.clone();
        }
        Backup.write(url, copy);
        isCopied.set(true);
      }
    }
    Backup.restore(url, copy, true);

    try (var bot = Database.open(url)) {
      assertThat(bot.damage()).isEmpty();
      for (int person = 0; person < kept.length; person++) {
        int who = person;
        List<Integer> numbers =
            bot.read(sql -> sql.list(PAIRS, row -> row.numberOrNull("number"), who));
        assertThat(numbers).hasSizeBetween(before[who], kept[who]);
        assertThat(numbers)
            .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
      }
      List<Integer> halves = bot.read(sql -> sql.list(HALVES, row -> row.number("person")));
      assertThat(halves).isEmpty();
    }
  }

  private static void keepPair(Database bot, int person, int number) {
    bot.write(sql ->
        sql.update("INSERT INTO pair VALUES (?, ?, 1)", person, number)
            + sql.update("INSERT INTO pair VALUES (?, ?, 2)", person, number));
  }

  @Test
  void theCopyIsForItsOwnerAlone() throws IOException {
    Backup.write(url, copy);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    Files.delete(file);
    Backup.restore(url, copy, false);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aCopyOverwritesNothing() throws IOException {
    Files.writeString(copy, "dear");
    assertThatThrownBy(() -> Backup.write(url, copy))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("already");
    assertThat(copy).hasContent("dear");
  }

  @Test
  void restoringOverADatabaseTakesForce() {
    Backup.write(url, copy);
    keep("later");
    assertThatThrownBy(() -> Backup.restore(url, copy, false))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("--force");
    assertThat(remembered()).contains("later");
  }

  @Test
  void restoringWhileTheBotRunsIsRefused() {
    Backup.write(url, copy);
    try (var bot = Database.open(url)) {
      assertThatThrownBy(() -> Backup.restore(url, copy, true))
          .isInstanceOf(SetupException.class)
          .hasMessageContaining("in use");
      bot.write(sql -> sql.update("INSERT INTO memory VALUES ('still here')"));
    }
    assertThat(remembered()).contains("still here");
  }

  @Test
  void aDamagedCopyIsRefusedAndTheDatabaseStays() throws IOException {
    Backup.write(url, copy);
    byte[] bytes = Files.readAllBytes(copy);
    Files.write(copy, new byte[bytes.length - 200], StandardOpenOption.WRITE);
    assertRefused("damaged");

    Files.write(copy, bytes);
    try (var channel = Files.newByteChannel(copy, StandardOpenOption.WRITE)) {
      channel.truncate(bytes.length / 2);
    }
    assertRefused("damaged");

    Files.writeString(copy, "not a database at all");
    assertRefused("damaged");
  }

  @Test
  void anotherProgramsDatabaseIsRefused() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = other.createStatement()) {
      statement.execute("CREATE TABLE other (x)");
    }
    assertRefused("no database of Small Steps");
  }

  @Test
  void aNewerDatabaseIsRefused() throws SQLException {
    Backup.write(url, copy);
    try (var newer = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = newer.createStatement()) {
      statement.execute(
          """
          INSERT INTO flyway_schema_history
          SELECT 99, '999', 'future', type, 'V999__future.sql', checksum, installed_by,
            installed_on, execution_time, success FROM flyway_schema_history LIMIT 1
          """);
    }
    assertRefused("newer");
  }

  @Test
  void aDamagedDatabaseIsReplacedByASoundCopy() throws IOException {
    Backup.write(url, copy);
    Files.writeString(file, "damaged".repeat(1000));
    Backup.restore(url, copy, true);
    assertThat(remembered()).containsExactly("first");
  }

  @Test
  void aPlainCopyIsTakenWithTheLogBesideIt() throws IOException {
    try (var bot = Database.open(url)) {
      bot.write(sql -> sql.update("INSERT INTO memory VALUES ('in the log')"));
      Files.copy(file, copy);
      Files.copy(Path.of(file + "-wal"), Path.of(copy + "-wal"));
    }
    Backup.restore(url, copy, true);
    assertThat(remembered()).containsExactly("first", "in the log");
  }

  @Test
  void whereTheDatabaseIsALinkWhatItLeadsToIsReplacedAndNoOldWordStays() throws IOException {
    Backup.write(url, copy);
    keep("an old word");
    Path link = folder.resolve("link.db");
    Files.createSymbolicLink(link, file);

    Backup.restore("jdbc:sqlite:" + link, copy, true);

    assertThat(link).isSymbolicLink();
    assertThat(remembered()).containsExactly("first");
  }

  @Test
  void aDatabaseWithASecondNameIsNotReplacedUnderOneOfThem() throws IOException {
    Backup.write(url, copy);
    Files.createLink(folder.resolve("second.db"), file);
    assertRefused("another name", file);
  }

  @Test
  void theDatabaseIsNoBackupOfItself() throws IOException {
    Path link = folder.resolve("link.db");
    Files.createSymbolicLink(link, file);
    for (Path same : List.of(file, link)) {
      assertThatThrownBy(() -> Backup.restore(url, same, true))
          .isInstanceOf(SetupException.class)
          .hasMessageContaining("the database itself");
    }
  }

  @Test
  void aCopyIsNotMadeWhereItCannotBe() throws IOException {
    Files.createSymbolicLink(folder.resolve("ring"), folder.resolve("ring"));
    for (Path wrong :
        List.of(
            file,
            Path.of(file + "-wal"),
            Path.of(file + "-journal"),
            folder,
            folder.resolve("missing").resolve("copy.db"),
            file.resolve("copy.db"),
            folder.resolve("ring"),
            folder.resolve("ring").resolve("copy.db"),
            folder.resolve("x".repeat(300)))) {
      assertThatThrownBy(() -> Backup.write(url, wrong))
          .isInstanceOf(SetupException.class)
          .hasMessageContaining("The copy ")
          .hasMessageNotContaining("\n");
    }
    assertThat(file.getParent().toFile().list()).containsExactly("bot.db");
  }

  private void assertRefused(String why) {
    assertRefused(why, copy);
  }

  private void assertRefused(String why, Path named) {
    assertThatThrownBy(() -> Backup.restore(url, copy, true))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining(why)
        .hasMessageContaining(named.toString());
    assertThat(remembered()).containsExactly("first");
    assertThat(file.resolveSibling("bot.db.incoming")).doesNotExist();
  }

  private void keep(String what) {
    try (var bot = Database.open(url)) {
      bot.write(sql -> {
        sql.update("CREATE TABLE IF NOT EXISTS memory (what TEXT) STRICT");
        return sql.update("INSERT INTO memory VALUES (?)", what);
      });
    }
  }

  private List<String> remembered() {
    try (var bot = Database.open(url)) {
      return bot.read(sql -> sql.list("SELECT what FROM memory", row -> row.text("what")));
    }
  }
}
