package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.storage.Backup;
import smallsteps.storage.SqliteOnly;

/// A copy each night at 03:30 in Stockholm, the newest seven.
@SqliteOnly
class NightlyBackupTest {
  private static final Instant FIRST_NIGHT = Instant.parse("2026-11-24T02:30:00Z");
  private Scene scene;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene(Scene.Transport.HTTP);
    scene.bot().runNow("nightly-backup");
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte dörren");
  }

  @AfterEach
  void end() throws Exception {
    scene.close();
  }

  @Test
  void oneIsMadeEachNightAndRestoresToWhatWasKept() throws Exception {
    nightOf(Scene.BEGINNING.plus(Duration.ofMinutes(10))); // none yet: made up for
    scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde");
    nightOf(FIRST_NIGHT);
    scene.ben.say(scene.channel, "Jag gjorde en liten sak: mejlade");
    nightOf(FIRST_NIGHT.plus(Duration.ofHours(5)));

    assertThat(backups())
        .containsExactly("smallsteps-2026-11-23-1010.db", "smallsteps-2026-11-24-0330.db");
    Path copy = folder().resolve("smallsteps-2026-11-24-0330.db");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    scene.stopBot();
    Backup.restore("jdbc:sqlite:" + scene.database(), copy, true);
    assertThat(scene.exported("win")).hasSize(2);
    scene.startBot();
  }

  @Test
  void theOldestGoWhenThereAreMoreThanAreKept() throws Exception {
    Path notes = Files.createDirectories(folder()).resolve("smallsteps-notes.db");
    Files.writeString(notes, "somebody's own file");
    for (int night = 0; night < 9; night++) {
      nightOf(FIRST_NIGHT.plus(Duration.ofDays(night)));
    }
    assertThat(backups())
        .hasSize(8)
        .contains("smallsteps-2026-11-26-0330.db", "smallsteps-2026-12-02-0330.db")
        .doesNotContain("smallsteps-2026-11-25-0330.db")
        .contains("smallsteps-notes.db");
  }

  @Test
  void aClockThatWasAYearAheadLeavesNoNightWithoutItsCopy() throws Exception {
    for (int night = 0; night < 7; night++) {
      nightOf(FIRST_NIGHT.plus(Duration.ofDays(365 + night)));
    }
    nightOf(FIRST_NIGHT);
    nightOf(FIRST_NIGHT.plus(Duration.ofDays(1)));

    assertThat(backups())
        .hasSize(7)
        .contains("smallsteps-2026-11-24-0330.db", "smallsteps-2026-11-25-0330.db");
  }

  @Test
  void aNightThatFailedIsTriedAgainAlsoWhenTheClockIsPutBack() throws Exception {
    Files.writeString(folder(), "a file where the folder should be");
    nightOf(FIRST_NIGHT.plus(Duration.ofDays(2)));
    Files.delete(folder());
    nightOf(FIRST_NIGHT);
    assertThat(backups()).containsExactly("smallsteps-2026-11-24-0330.db");
  }

  @Test
  void whatAKilledProcessHasLeftIsRemoved() throws Exception {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("smallsteps-2026-11-20-0330.db.part"), "half of it");
    nightOf(FIRST_NIGHT);
    assertThat(backups()).containsExactly("smallsteps-2026-11-24-0330.db");
  }

  @Test
  void oneThatCannotBeMadeIsToldAndTriedAgainAndStopsNothing() throws Exception {
    Files.writeString(folder(), "a file where the folder should be");
    nightOf(FIRST_NIGHT);

    HttpResponse<String> health = scene.page("/healthz");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("The nightly backup was not made", folder().toString());
    scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde");
    assertThat(scene.exported("win")).hasSize(2);

    Files.delete(folder());
    nightOf(FIRST_NIGHT.plus(Duration.ofMinutes(59)));
    assertThat(folder()).doesNotExist();
    nightOf(FIRST_NIGHT.plus(Duration.ofMinutes(60)));
    assertThat(backups()).containsExactly("smallsteps-2026-11-24-0430.db");
    assertThat(scene.page("/healthz").body()).doesNotContain("backup");
  }

  @Test
  void whoeverForgetsAPersonIsToldOfTheBackups() {
    nightOf(FIRST_NIGHT);
    assertThat(scene.forget(scene.alva))
        .contains("1 row", "still stands in the backup in " + folder());
  }

  private void nightOf(Instant time) {
    scene.clock.set(time);
    scene.bot().runNow("nightly-backup");
  }

  private Path folder() {
    return scene.database().resolveSibling("backups");
  }

  private List<String> backups() throws Exception {
    try (var files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
