package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import smallsteps.config.ConfigFiles;

/// Signed requests of every kind that the bot hears, each with something wrong in it, 100 at a time
/// from eight connections: it refuses them or makes the best of them, and lives on.
class PayloadFuzzTest {
  private static final int AT_ONCE = 100;
  private static final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private static final PrintStream before = System.err;
  private static Scene scene;
  private static List<Delivered> real;
  private static HttpClient client;
  private static ExecutorService connections;

  @BeforeContainer
  static void begin() throws Exception {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    scene = new Scene(Scene.Transport.HTTP);
    real = RealPayloads.of(scene);
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    connections = Executors.newFixedThreadPool(8);
  }

  @AfterContainer
  static void end() throws Exception {
    connections.close();
    client.close();
    scene.closeWhateverWasSaid();
    System.setErr(before);
  }

  @Property(tries = 1)
  void everyListenerIsAmongTheRealPayloads() {
    JsonObject features = ConfigFiles.packed().read("manifest.json").getJsonObject("features");
    String all =
        String.join(
            "\n",
            real.stream()
                .map(delivered ->
                    delivered.isCommand() ? Delivered.decoded(delivered.body()) : delivered.json())
                .toList());

    for (String kind : List.of("slash_commands", "shortcuts")) {
      for (JsonObject each : features.getJsonArray(kind).getValuesAs(JsonObject.class)) {
        assertThat(all).contains(each.getString("command", each.getString("callback_id", "")));
      }
    }
    assertThat(all)
        .contains("reaction_added", "reaction_removed", "message_changed", "message_deleted")
        .contains("block_actions", "view_submission", "message_action", "\"shortcut\"");
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void whateverComesIsAnsweredAndNoWordOfItIsLogged(@ForAll Random random) throws Exception {
    var requests = new ArrayList<Callable<Void>>();
    for (int i = 0; i < AT_ONCE; i++) {
      Delivered mutated = Mutation.of(real.get(random.nextInt(real.size())), random);
      requests.add(() -> {
        assertThat(sent(mutated).statusCode()).as(mutated.toString()).isBetween(200, 499);
        return null;
      });
    }
    for (var answer : connections.invokeAll(requests)) {
      answer.get();
    }

    var command = new Delivered(Delivered.FORM, principle());
    assertThat(sent(command).body()).contains("3. Experimentera");
    assertThat(log.toString(StandardCharsets.UTF_8))
        .as("the log")
        .doesNotContain(RealPayloads.WORD, " failed in workspace", "After the ack");
    log.reset();
  }

  private static String principle() {
    return "command=%2Fprinciple&text=3&team_id="
        + scene.workspace.teamId()
        + "&channel_id="
        + scene.channel.id()
        + "&user_id="
        + scene.alva.id()
        + "&trigger_id=1.2.3&response_url=http%3A%2F%2F127.0.0.1%3A9%2Fnone";
  }

  private static HttpResponse<String> sent(Delivered delivered) throws Exception {
    var request = scene.signed(delivered).timeout(Duration.ofMinutes(2)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
