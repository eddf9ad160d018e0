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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.SetupException;

class BackupTest {
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

  private void assertRefused(String why) {
    assertThatThrownBy(() -> Backup.restore(url, copy, true))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining(why)
        .hasMessageContaining(copy.toString());
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
