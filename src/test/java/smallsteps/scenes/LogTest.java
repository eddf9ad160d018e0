package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.state.View;
import smallsteps.storage.Migrated;
import smallsteps.storage.SqliteOnly;

/// Whatever fails, the log tells what and where, and never what somebody wrote nor a secret.
@ParameterizedClass
@EnumSource(Scene.Transport.class)
@Isolated("the log is the whole process's")
class LogTest {
  private static final String WORD = "zebrafinken";
  @Parameter Scene.Transport transport;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private Scene scene;

  @BeforeEach
  void begin() throws Exception {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    scene = new Scene(transport);
  }

  @AfterEach
  void end() throws Exception {
    scene.close();
    System.setErr(before);
  }

  @Test
  void whatSlackRefusesOrLosesIsLoggedWithoutWordsOrSecrets() {
    scene
        .workspace
        .faults()
        .status("users.info", 500, 1)
        .refuse("reactions.add", "internal_error", 1)
        .refuse("views.open", "expired_trigger_id", 1)
        .refuse("chat.postMessage", "not_in_channel", 1)
        .doneButCut("chat.postMessage", 1)
        .status("chat.postEphemeral", 503, 2);
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: " + WORD);
    scene.alva.edit(scene.channel, ts, "Jag gjorde en liten sak: <!channel> " + WORD);
    scene.ben.messageShortcut("save_small_thing", scene.channel, ts);
    scene.alva.command(scene.channel, "/smallthing " + WORD);
    scene.alva.command(scene.channel, "/smallthing " + WORD);
    scene.alva.command(scene.channel, "/smallthing find " + WORD + " \" * NEAR(");
    scene.alva.command(scene.channel, "/smallthing");
    scene.alva.command(scene.channel, "/principle " + WORD.repeat(400));
    scene.alva.command(scene.channel, "/nudge " + WORD);
    scene.bot().awaitIdle();

    assertLogged("views.open did not work: expired_trigger_id");
  }

  @Test
  void aFaultOfOurOwnIsToldByItsPlaceAlone() throws Exception {
    scene.alva.command(scene.channel, "/smallthing");
    View modal = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    try (var other = Migrated.connect(scene.database());
        var statement = other.createStatement()) {
      if (!Migrated.IS_POSTGRES) {
        statement.execute("PRAGMA busy_timeout = 5000");
      }
      statement.execute("DROP TABLE win" + (Migrated.IS_POSTGRES ? " CASCADE" : ""));
    }
    scene.workspace.ackLimit(Duration.ofSeconds(1)); // neither is acknowledged
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: " + WORD);
    scene.alva.submit(modal, Map.of("win_text", WORD));
    scene.slackIsImpatient();
    scene.bot().awaitIdle();

    assertThat(scene.alva.command(scene.channel, "/smallthing " + WORD).message().text())
        .contains("ingenting");
    assertLogged("/smallthing failed in workspace " + scene.workspace.teamId());
  }

  @SqliteOnly
  @Test
  void aFolderThatTakesNoBackupsIsToldAtTheStart() throws Exception {
    scene.stopBot();
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("backup");
    Path folder = scene.database().resolveSibling("backups");
    Files.writeString(folder, "a file where the folder should be");
    scene.startBot();
    assertLogged("No copy can be made in " + folder + " (the setting backup.folder): ");
  }

  @Test
  void aBrokenRequestIsNotRepeatedInTheLog() throws Exception {
    assumeThat(transport).isEqualTo(Scene.Transport.HTTP);
    String[] bodies = {
      "{\"text\":\"" + WORD + "\"",
      "{\"type\":\"event_callback\",\"event\":\"" + WORD + "\"}",
      "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"text\":[\"" + WORD + "\"]}}",
      "payload=%7B%22type%22%3A%22" + WORD,
      "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%22" + WORD + "%22%7D",
      "command=%2F" + WORD + "&text=" + WORD,
    };
    for (String body : bodies) {
      assertThat(signed(body)).isBetween(200, 499);
    }
    assertThat(signed("{\"type\":\"never_heard_of\"}")).as("one that is whole").isEqualTo(200);
    assertLogged("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"message_action\",\"callback_id\":\"save_small_thing\"",
        "\"type\":\"shortcut\",\"callback_id\":\"new_small_thing\"",
        "\"type\":\"view_submission\","
            + "\"view\":{\"type\":\"modal\",\"id\":\"V1\",\"callback_id\":\"win\"}",
        "\"type\":\"block_actions\",\"actions\":[{\"action_id\":\"win_too\",\"type\":\"button\"}]",
        "\"type\":\"block_suggestion\",\"action_id\":\"nudge_zone\"",
      })
  void anInteractionOfNoTeamIsRefusedForJustThat(String kind) throws Exception {
    assumeThat(transport).isEqualTo(Scene.Transport.HTTP);
    String json = "{" + kind + ",\"trigger_id\":\"1.2.3\",\"user\":{\"id\":\"U1\"}}";

    assertThat(signed(Delivered.interaction(json).body())).isEqualTo(400);
    assertLogged("A request from Slack has no team as Slack writes it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"view_submission\",\"view\":{\"type\":\"modal\",\"id\":\"V1\","
            + "\"callback_id\":\"spread_too\",\"private_metadata\":\"zebrafinken\"}",
        "\"type\":\"view_submission\",\"view\":{\"type\":\"modal\",\"id\":\"V1\","
            + "\"callback_id\":\"privacy_next_page\",\"private_metadata\":\"zebrafinken\"}",
        "\"type\":\"block_actions\",\"actions\":[{\"type\":\"button\","
            + "\"action_id\":\"difference_none_yet\",\"value\":\"zebrafinken\"}]",
      })
  void whatWeNeverGaveOutIsRefusedAndNoFaultOfOurs(String kind) throws Exception {
    assumeThat(transport).isEqualTo(Scene.Transport.HTTP);
    String team = scene.workspace.teamId();
    String json =
        "{%s,\"trigger_id\":\"1.2.3\",\"team\":{\"id\":\"%s\"},\"user\":{\"id\":\"%s\"}}"
            .formatted(kind, team, scene.alva.id());

    assertThat(signed(Delivered.interaction(json).body())).isEqualTo(400);
    assertLogged("as Slack writes it");
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("failed in workspace");
  }

  private int signed(String body) throws Exception {
    var request = scene.signed(Delivered.of(body)).timeout(Duration.ofMinutes(1)).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private void assertLogged(String something) {
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains(something)
        .doesNotContain(
            WORD,
            scene.workspace.botToken(),
            scene.workspace.appToken(),
            scene.workspace.signingSecret());
  }
}
