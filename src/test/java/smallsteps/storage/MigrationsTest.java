package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.SetupException;
import smallsteps.supervision.Supervisor;

@SqliteOnly
class MigrationsTest {
  private static final BackupFolder BACKUPS = new BackupFolder(Path.of("backups"), ZoneOffset.UTC);
  private static final String WIN =
      "INSERT INTO win (team_id, channel_id, source_id, user_id, text, kind, said_at, origin)"
          + " VALUES ('T1', 'C1', '1.1', 'U1', 'the old door', 'did', '2026-11-23T08:00:00Z',"
          + " 'phrase')";
  private static final String PLAN =
      "INSERT INTO nudge_plan (team_id, channel_id, weekday, local_time, zone, language, set_by,"
          + " set_at, digest_weekday, digest_time, digest_set_at)"
          + " VALUES ('T1', 'C1', 1, '09:00', 'Europe/Stockholm', 'sv', 'U1',"
          + " '2026-11-01T08:00:00Z', 5, '15:00', '2026-11-20T08:00:00Z')";
  private static final String WEEKLY =
      "SELECT channel_id || ' ' || kind || ' ' || weekday || ' ' || local_time || ' '"
          + " || every_weeks || ' ' || coalesce(counted_from, '-') || ' ' || since AS c"
          + " FROM weekly ORDER BY channel_id, kind";
  private static final String LATER =
      "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
          + " installed_by, execution_time, success)"
          + " VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', '', 1, 1)";

  private @TempDir Path folder;
  private Path file;
  private String url;

  @BeforeEach
  void aFileOfVersion12() {
    file = folder.resolve("bot.db");
    url = "jdbc:sqlite:" + file;
    migrate("12");
    execute(WIN);
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:smallsteps/migrations/sqlite")
        .target(version)
        .load()
        .migrate();
  }

  @Test
  void dataOfABuildWhoseMigrationsLandedOutOfOrderOpens() {
    execute("DROP TABLE nudge_owner_told");
    execute("DROP TABLE nudge_invitation");
    execute("DELETE FROM flyway_schema_history WHERE version = '11'");

    try (var bot = Database.open(url)) {
      assertThat(texts(bot)).isEqualTo("the old door");
      assertThat(
              bot.<Integer>read(sql -> sql.list("SELECT * FROM nudge_owner_told", _ -> 1).size()))
          .isZero();
    }
  }

  @Test
  void beforeAnOlderFileIsChangedACopyOfItStandsInTheBackups() throws IOException {
    try (var bot = Database.open(url)) {
      Backups backups = bot.backups(BACKUPS, 7).orElseThrow();
      assertThat(backups.list()).as("the nightly ones").isEmpty();
      assertThat(backups.ofVersions()).hasSize(1);
      Path copy = backups.ofVersions().getFirst().file();
      assertThat(copy.getFileName().toString()).startsWith("bot-version-12-");
      assertThat(OwnerOnly.isOpenToOthers(copy)).isFalse();
      assertThat(Migrations.look(SqliteFile.at(copy)).version()).isEqualTo("12");
    }
    try (var bot = Database.open(url)) {
      assertThat(bot.backups(BACKUPS, 7).orElseThrow().ofVersions()).as("once").hasSize(1);
    }
  }

  /// No machine of ours is so far east, and so far west at once.
  @ParameterizedTest
  @ValueSource(strings = {"+14:00", "-12:00"})
  void theCopyHasTheSameLocalTimeInItsNameAsTheNightlyOnes(String zone) {
    var there = new BackupFolder(Path.of("backups"), ZoneOffset.of(zone));
    Instant before = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    try (var bot =
        Database.opening(url, there, CompletableFuture.completedFuture(null), new Supervisor())) {
      bot.awaitOpen();
      Backups.Copy copy = bot.backups(there, 7).orElseThrow().ofVersions().getFirst();
      assertThat(copy.made().toInstant()).isBetween(before, Instant.now());
    }
  }

  @Test
  void whereNoCopyCanBeMadeTheFileStaysAsItIs() throws IOException {
    Files.writeString(folder.resolve("backups"), "in the way");

    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("backups");
    assertThat(Migrations.look(SqliteFile.at(url)).version()).isEqualTo("12");
  }

  @Test
  void theCopyOfAVersionGoesWhenTheNightlyOnesAreAllNewer() {
    try (var bot = Database.open(url)) {
      Backups backups = bot.backups(BACKUPS, 2).orElseThrow();
      var tomorrow = Instant.now().plus(Duration.ofDays(1));
      backups.make(tomorrow);
      assertThat(backups.ofVersions()).hasSize(1);
      backups.make(tomorrow.plus(Duration.ofDays(1)));
      assertThat(backups.ofVersions()).isEmpty();
      assertThat(backups.list()).hasSize(2);
    }
  }

  @Test
  void whoOnlyReadsChangesNothingOfAnOlderFile() throws IOException {
    byte[] before = Files.readAllBytes(file);

    try (var reader = Database.existing(url)) {
      assertThat(texts(reader)).isEqualTo("the old door");
      assertThat(reader.version()).isEqualTo("12");
      assertThat(reader.problem()).isEmpty();
      assertThat(reader.age().orElseThrow()).contains("version 12", "'run'", "copy");
      assertThatThrownBy(() -> reader.write(sql -> sql.update("DELETE FROM win")))
          .isInstanceOf(SetupException.class)
          .hasMessageContaining("version 12");
    }

    assertThat(file).hasBinaryContent(before);
    assertThat(folder.toFile().list()).containsExactly("bot.db");
  }

  @Test
  void anOlderBotWritesNothingMoreOnceANewerOneHasBroughtTheFileOn() {
    try (var bot = Database.open(url)) {
      execute(LATER);

      assertThatThrownBy(() -> bot.write(sql -> sql.update("DELETE FROM win")))
          .isInstanceOf(StoreException.class);
      assertThat(bot.problem().orElseThrow()).contains("newer Small Steps");
      assertThat(texts(bot)).isEqualTo("the old door");
    }
  }

  /// The pause, the days off and who set it stay where they were.
  @Test
  void whatAChannelAskedForGoesOnEachWeekAsItDid() {
    execute(PLAN);
    execute(
        PLAN.replace("C1", "C2").replace("5, '15:00', '2026-11-20T08:00:00Z'", "NULL, NULL, NULL"));

    try (var bot = Database.open(url)) {
      assertThat(rows(bot, WEEKLY))
          .containsExactly(
              "C1 digest 5 15:00 1 - 2026-11-20T08:00:00Z",
              "C1 nudge 1 09:00 1 - 2026-11-01T08:00:00Z",
              "C2 nudge 1 09:00 1 - 2026-11-01T08:00:00Z");
      assertThat(rows(bot, "SELECT zone || ' ' || set_by AS c FROM nudge_plan"))
          .containsExactly("Europe/Stockholm U1", "Europe/Stockholm U1");
    }
  }

  @Test
  void everySecondWeekIsEverySecondWeekStill() {
    migrate("17");
    execute(PLAN);
    execute("UPDATE nudge_plan SET every_second_from = '2026-11-09'");

    try (var bot = Database.open(url)) {
      assertThat(rows(bot, WEEKLY)).contains("C1 nudge 1 09:00 2 2026-11-09 2026-11-01T08:00:00Z");
    }
  }

  private static List<String> rows(Database database, String query) {
    return database.read(sql -> sql.list(query, row -> row.text("c")));
  }

  @Test
  void aFileOfAnotherBuildIsNotCalledDamaged() {
    execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '5'");

    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("another build")
        .hasMessageNotContaining("restore");
  }

  private static String texts(Database database) {
    return database.read(
        sql -> String.join(" ", sql.list("SELECT text FROM win", row -> row.text("text"))));
  }

  private void execute(String sql) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
