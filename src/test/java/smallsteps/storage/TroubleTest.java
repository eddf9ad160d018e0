package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.SetupException;

@SqliteOnly
class TroubleTest {
  private static final String KEEP = "INSERT INTO kept (word) VALUES (?)";
  private static final int PAGE = 4096;

  @TempDir private Path folder;
  private Path file;
  private Database database;

  @BeforeEach
  void open() {
    file = folder.resolve("kept.db");
    database = Database.open(url());
    database.write(sql -> sql.update("CREATE TABLE kept (word TEXT) STRICT"));
    keep("first");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aFullDiskIsToldUntilSomethingIsWrittenAgain() {
    pragma("max_page_count = 1");

    assertThatThrownBy(() -> keep("x".repeat(3 * PAGE))).isInstanceOf(StoreException.class);
    assertThat(database.problem().orElseThrow()).contains("the disk is full", "Make room");

    pragma("max_page_count = 1000000");
    keep("second");
    assertThat(database.problem()).isEmpty();
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void aFileThatMayOnlyBeReadIsTold() {
    database.write(sql -> sql.update("PRAGMA query_only = true"));
    assertThatThrownBy(() -> keep("lost")).isInstanceOf(StoreException.class);
    assertThat(database.problem().orElseThrow()).contains("only be read");
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void nothingIsKeptInAFileThatWasDeletedUntilItIsPutBack() throws IOException {
    Path aside = folder.resolve("aside.db");
    Files.move(file, aside);

    assertThatThrownBy(() -> keep("into the void")).isInstanceOf(StoreException.class);
    assertThat(database.problem().orElseThrow()).contains("not where it was");
    assertThat(file).doesNotExist();

    Files.move(aside, file);
    keep("second");
    assertThat(database.problem()).isEmpty();
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void nothingIsKeptInAnotherFileOfItsName() throws IOException {
    Files.move(file, folder.resolve("aside.db"));
    Files.createFile(file);

    assertThatThrownBy(() -> keep("into the void")).isInstanceOf(StoreException.class);
    assertThat(file).isEmptyFile();
  }

  @Test
  void nothingIsKeptInAFileThatAnotherIsWrittenOverInPlace() throws IOException {
    Path copy = folder.resolve("copy.db");
    Backup.write(url(), copy);
    keep("since the copy");
    Files.write(file, Files.readAllBytes(copy), StandardOpenOption.WRITE);

    assertThatThrownBy(() -> keep("into the void")).isInstanceOf(StoreException.class);
    assertThat(database.problem().orElseThrow()).contains("written over", "restore FILE --force");

    database.close();
    assertThat(file).as("no byte of the old one comes in").hasSameBinaryContentAs(copy);
  }

  @Test
  void nothingIsKeptInAFileThatWasCut() throws IOException {
    try (var cut = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      cut.truncate(PAGE);
    }
    assertThatThrownBy(() -> keep("into the void")).isInstanceOf(StoreException.class);
    assertThat(database.problem().orElseThrow()).contains("cut", "restore FILE --force");
  }

  @Test
  void nothingIsKeptOnceTheLogIsTakenAwayAndWhatWasKeptIsThereAfterARestart() throws IOException {
    Files.delete(log());

    assertThatThrownBy(() -> keep("into the void")).isInstanceOf(StoreException.class);
    assertThat(database.problem().orElseThrow()).contains("log", "Start the bot again");

    database.close();
    database = Database.open(url());
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void nothingIsKeptInALogThatWasCut() throws IOException {
    keep("x".repeat(3 * PAGE));
    keep("a look at the log as it is");
    try (var cut = Files.newByteChannel(log(), StandardOpenOption.WRITE)) {
      cut.truncate(PAGE);
    }
    assertThatThrownBy(() -> keep("into the void")).isInstanceOf(StoreException.class);
    assertThat(database.problem().orElseThrow()).contains("log", "Start the bot again");
  }

  @Test
  void aProcessThatMovesTheWholeLogIntoTheFileIsNoTrouble() throws Exception {
    keep("x".repeat(3 * PAGE));
    moveTheLogIntoTheFile();
    keep("afterwards");
    assertThat(database.problem()).isEmpty();
    assertThat(kept()).isEqualTo(3);
  }

  @Test
  void aFileThatOthersCouldReadIsClosedToThem() throws IOException {
    database.close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (var reader = Database.existing(url())) {
      assertThat(reader.warning().orElseThrow()).contains("Others", "chmod 600");
    }

    database = Database.open(url());

    assertThat(file.toFile()).exists();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log())))
        .isEqualTo("rw-------");
  }

  /// By another process.
  private void moveTheLogIntoTheFile() throws SQLException {
    try (var other = DriverManager.getConnection(url());
        var statement = other.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private Path log() {
    return Path.of(file + "-wal");
  }

  @Test
  @Timeout(600)
  void nothingMoreIsWrittenIntoADamagedFile() throws Exception {
    for (int i = 0; i < 50; i++) {
      keep("x".repeat(PAGE));
    }
    moveTheLogIntoTheFile();
    damage(file);

    while (database.problem().isEmpty()) {
      assertThatThrownBy(this::kept).isInstanceOf(RuntimeException.class);
    }
    assertThat(database.problem().orElseThrow()).contains("damaged", "restore FILE --force");
    assertThat(database.damage()).isPresent();

    while (!isSealed()) { // once a look at all of it has shown that it is no passing fault
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> keep("too late")).hasMessageContaining("damaged");
  }

  @Test
  void aDamagedFileIsRefusedAtTheStartWithTheCommandThatMendsIt() throws IOException {
    database.close();
    damage(file);
    Files.write(file, new byte[PAGE], StandardOpenOption.WRITE);

    assertThatThrownBy(() -> Database.open(url()))
        .isInstanceOf(SetupException.class)
        .hasMessageContainingAll(file.toString(), "damaged", "restore FILE --force");
  }

  /// All but the first page, in place.
  private static void damage(Path file) throws IOException {
    long size = Files.size(file);
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.position(PAGE);
      while (channel.position() < size) {
        channel.write(
            ByteBuffer.wrap("damage!!".repeat(PAGE / 8).getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private boolean isSealed() {
    try {
      keep("x");
      return false;
    } catch (StoreException refused) {
      return refused.getCause() == null;
    }
  }

  private void keep(String word) {
    database.write(sql -> sql.update(KEEP, word));
  }

  private int kept() {
    return database.read(sql -> sql.list("SELECT word FROM kept", _ -> true)).size();
  }

  /// On the connection that writes.
  private void pragma(String pragma) {
    database.write(sql -> sql.list("PRAGMA " + pragma, _ -> true));
  }

  private String url() {
    return "jdbc:sqlite:" + file;
  }
}
