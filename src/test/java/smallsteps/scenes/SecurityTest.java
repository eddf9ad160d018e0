package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody tries who means ill, or only writes oddly.
class SecurityTest extends OwnScene {
  private static final String ELSEWHERE = "T0ELSEWHERE";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x'); DROP TABLE win; --",
        "\" OR 1=1 --",
        "zebrafink* NEAR(x, 5) {text} : ^y",
        "%' UNION SELECT text FROM win --",
        "?1 :name @x $y \\ \u0000 \u202e",
      })
  void whatLooksLikeSqlIsKeptAndSearchedForAsText(String typed) {
    scene.ben.command(scene.channel, "/smallthing matade zebrafinken");
    String other = scene.channel.id() + typed;

    scene.alva.command(scene.channel, "/smallthing " + other);
    String found = scene.alva.command(scene.channel, "/smallthing find " + typed).message().text();

    assertThat(found).doesNotContain("zebrafinken");
    assertThat(scene.exported("win")).hasSize(2);
    assertThat(scene.exported("win")) // both said in the same second
        .extracting(win -> win.getString("text"))
        .anyMatch(text -> text.startsWith(scene.channel.id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel>",
        "<!here|here>",
        "<!everyone>",
        "<!subteam^S123>",
        "<@U0BENEK0001>",
        "<#C1|general>",
        "<https://evil.example|https://oneteamgov.se>",
        "&lt;!channel&gt;"
      })
  void noRepeatedTextPingsOrMisleads(String typed) {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: ropade " + typed);
    scene.alva.command(scene.channel, "/smallthing ropade " + typed);
    String listed = scene.ben.command(scene.channel, "/smallthing list").message().text();
    String found = scene.ben.command(scene.channel, "/smallthing find ropade").message().text();
    String asked = scene.ben.command(scene.channel, "/principle " + typed).message().text();
    String posted = scene.lastMessage().text();

    for (String said : new String[] {listed, found, asked, posted}) {
      assertThat(said.replace("<@" + scene.alva.id() + ">", ""))
          .doesNotContain("<!", "<@", "<#", "<https://evil");
    }
  }

  @Test
  void anotherWorkspaceSeesAndChangesNothingOfThisOne() throws Exception {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: matade zebrafinken");

    for (String typed : new String[] {"list", "mine", "find zebrafinken"}) {
      HttpResponse<String> answer = send(command(ELSEWHERE, typed));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(send(event(reaction(ts))).statusCode()).isEqualTo(200);
    assertThat(send(event(deletion(ts))).statusCode()).isEqualTo(200);
    assertThat(scene.win(ts).orElseThrow().getString("text")).isEqualTo("matade zebrafinken");
    assertThat(scene.win(ts).orElseThrow().getJsonObject("reactions")).isEmpty();
  }

  @Test
  void aRequestThatIsReplayedIsOneSmallThing() throws Exception {
    String body =
        event(
            scene.workspace.teamId(),
            """
            {"type":"message","user":"%s","channel":"%s","ts":"1700000000.000100",
            "event_ts":"1700000000.000100","text":"I did a small thing: labelled the door"}\
            """
                .formatted(scene.alva.id(), scene.channel.id()));
    for (int i = 0; i < 3; i++) {
      assertThat(send(body).statusCode()).isEqualTo(200);
    }
    assertThat(scene.exported("win")).hasSize(1);
  }

  @Test
  void healthAndMetricsTellOfNobody() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: matade zebrafinken");
    scene.ben.react(scene.channel, ts, "tada");
    scene.ben.command(scene.channel, "/smallthing find zebrafinken");
    scene.bot().awaitIdle();

    for (String page : new String[] {"/healthz", "/metrics"}) {
      assertThat(scene.page(page).body())
          .isNotEmpty()
          .doesNotContain(
              "zebrafinken",
              scene.alva.id(),
              scene.ben.id(),
              scene.channel.id(),
              scene.workspace.teamId(),
              scene.workspace.botToken(),
              scene.workspace.signingSecret(),
              scene.folder().toString());
    }
  }

  private String command(String teamId, String typed) {
    var fields =
        Map.of(
            "command",
            "/smallthing",
            "text",
            typed,
            "team_id",
            teamId,
            "channel_id",
            scene.channel.id(),
            "user_id",
            scene.alva.id(),
            "trigger_id",
            "1.2.3",
            "response_url",
            "http://127.0.0.1:9/none");
    var body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
            .append('&'));
    return body.substring(0, body.length() - 1);
  }

  private static String event(String event) {
    return event(ELSEWHERE, event);
  }

  private static String event(String team, String event) {
    return "{\"type\":\"event_callback\",\"team_id\":\"%s\",\"event_id\":\"Ev1\",\"event\":%s}"
        .formatted(team, event);
  }

  private String reaction(String ts) {
    return """
    {"type":"reaction_added","user":"%s","reaction":"tada","event_ts":"1700000009.000100",
    "item":{"type":"message","channel":"%s","ts":"%s"}}\
    """
        .formatted(scene.ben.id(), scene.channel.id(), ts);
  }

  private String deletion(String ts) {
    return """
    {"type":"message","subtype":"message_deleted","channel":"%s","ts":"1700000009.000200",
    "deleted_ts":"%s","previous_message":{"type":"message","user":"%s","ts":"%s","text":"x"}}\
    """
        .formatted(scene.channel.id(), ts, scene.alva.id(), ts);
  }

  private HttpResponse<String> send(String body) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          scene.signed(Delivered.of(body)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
