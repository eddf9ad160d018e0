package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smallsteps.app.BotDisk;
import smallsteps.rehearsal.state.View;
import smallsteps.storage.Migrated;
import smallsteps.storage.SqliteOnly;

/// The disk fills while people talk: what is not on it is not acknowledged, everybody is told, and
/// the bot goes on by itself when there is room.
@SqliteOnly
class FullDiskTest extends EachTransport {
  private static final String LONG = "labelled the door ".repeat(150);

  @Test
  @Timeout(600)
  void whatFindsNoRoomIsNotAcknowledgedAndIsKeptOnceWhenThereIs() throws Exception {
    scene.slackIsImpatient();
    scene.alva.command(scene.channel, "/smallthing");
    View modal = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    BotDisk.fill(scene.bot());

    var said = new ArrayList<String>();
    while (scene.workspace.unacknowledged().isEmpty()) {
      said.add(scene.ben.say(scene.channel, "I did a small thing: " + LONG));
    }
    assertThat(scene.alva.command(scene.channel, "/smallthing " + LONG).message().text())
        .contains("ingenting sparades");
    assertThat(scene.alva.submit(modal, Map.of("win_text", LONG)).acked()).isFalse();
    HttpResponse<String> ill = scene.page("/healthz");
    assertThat(ill.statusCode()).isEqualTo(503);
    assertThat(ill.body()).contains("the disk is full");

    BotDisk.makeRoom(scene.bot());
    scene.workspace.retryUntilAcknowledged();

    assertThat(scene.page("/healthz").statusCode()).isEqualTo(200);
    assertThat(scene.exported("win").stream().map(win -> win.getString("ts")))
        .containsExactlyInAnyOrderElementsOf(said);
  }

  @Test
  @Timeout(600)
  void nothingIsAcknowledgedIntoAFileThatWasDeleted() throws Exception {
    scene.slackIsImpatient();
    Path aside = scene.folder().resolve("aside.db");
    Files.move(scene.database(), aside);

    String ts = scene.ben.say(scene.channel, "I did a small thing: labelled the door");
    assertThat(scene.workspace.unacknowledged()).hasSize(1);
    assertThat(scene.page("/healthz").body()).contains("not where it was");

    Files.move(aside, scene.database());
    scene.workspace.retryUntilAcknowledged();
    assertThat(scene.win(ts)).isPresent();
    assertThat(scene.exported("win")).hasSize(1);
    assertThat(scene.page("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  @Timeout(600)
  void aDamagedFileIsToldByHealthWithWhatToDo() throws Exception {
    scene.slackIsImpatient();
    for (int i = 0; i < 20; i++) {
      scene.ben.say(scene.channel, "I did a small thing: " + LONG);
    }
    damage();

    scene.alva.command(scene.channel, "/smallthing list");
    String told =
        scene.workspace.await(
            "health to say so",
            () ->
                Optional.of(scene.page("/healthz").body())
                    .filter(said -> said.contains("restore FILE")));
    assertThat(told).containsPattern("damaged|written over").contains("--force");
    assertThat(scene.alva.command(scene.channel, "/smallthing x").message().text())
        .contains("ingenting sparades");
  }

  /// What a failing disk does to all pages but the first.
  private void damage() throws Exception {
    try (var other = Migrated.connect(scene.database());
        var statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    byte[] bytes = Files.readAllBytes(scene.database());
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
    Files.write(scene.database(), bytes, StandardOpenOption.WRITE);
  }
}
