package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.scenes.Delivered.FORM;
import static smallsteps.scenes.Delivered.JSON;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsOverHttpTest {
  private static Scene scene;
  private static HttpClient client;

  @BeforeAll
  static void begin() throws Exception {
    scene = new Scene(Scene.Transport.HTTP);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void end() throws Exception {
    client.close();
    scene.close();
  }

  @Test
  void slacksOwnCheckOfTheAddressIsAnswered() throws Exception {
    var answer =
        signed(JSON, "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("3eZbrw1aBm2rZgRNFdxV");
  }

  @Test
  void aRequestWithAnotherKeyWithoutSignatureOrWithAChangedBodyIsTurnedAway() throws Exception {
    String body = command("3");
    String now = seconds(Scene.BEGINNING);

    assertThat(send(FORM, body, now, Signature.of("another key", now, body)).statusCode())
        .isEqualTo(401);
    assertThat(send(FORM, body, now, Signature.of("---", now, body)).statusCode()).isEqualTo(401);
    assertThat(send(FORM, body, now, "v0=").statusCode()).isEqualTo(401);
    assertThat(send(FORM, body, null, null).statusCode()).isEqualTo(401);
    assertThat(send(FORM, command("4"), now, Signature.of(secret(), now, body)).statusCode())
        .isEqualTo(401);
    assertThat(send(FORM, body, now, Signature.of(secret(), now, body)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRequestFromThePastOrTheFutureIsTurnedAway() throws Exception {
    for (int off : new int[] {-6, 6}) {
      assertThat(signedAt(off)).isEqualTo(401);
    }
    for (int off : new int[] {-4, 0, 4}) {
      assertThat(signedAt(off)).isEqualTo(200);
    }
    String odd = "soon";
    assertThat(send(FORM, "x", odd, Signature.of(secret(), odd, "x")).statusCode()).isEqualTo(401);
  }

  private static int signedAt(int minutesOff) throws Exception {
    String then = seconds(Scene.BEGINNING.plus(Duration.ofMinutes(minutesOff)));
    String body = command("3");
    return send(FORM, body, then, Signature.of(secret(), then, body)).statusCode();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "not json",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":7}",
        "{\"type\":\"block_actions\"}",
        "{\"type\":\"view_submission\",\"view\":{\"type\":\"modal\"}}",
        "payload=%7B%7D",
        "payload=",
        "command=",
      })
  void aBrokenBodyIsRefusedOrUnderstoodAndHarmsNothing(String body) throws Exception {
    assertThat(signed(JSON, body).statusCode()).isBetween(200, 499);
    assertThat(signed(FORM, command("3")).statusCode()).as("a whole one").isEqualTo(200);
    assertThat(scene.page("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void aHugeBodyAndADeeplyNestedOneAreRefused() throws Exception {
    assertThat(signed(JSON, "x".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    String nested = "{\"type\":\"event_callback\",\"event\":" + "[".repeat(200_000);
    assertThat(signed(JSON, nested).statusCode()).isEqualTo(400);
    String closed =
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"text\":"
            + "[".repeat(100_000)
            + "]".repeat(100_000)
            + "}}";
    assertThat(signed(JSON, closed).statusCode()).isBetween(400, 499);
    assertThat(scene.page("/healthz").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"emoji_changed\",\"subtype\":\"add\"}",
        "{\"type\":\"never_heard_of\",\"odd\":[1,2]}",
        "{\"type\":\"message\",\"subtype\":\"channel_topic\",\"channel\":\"C1\",\"ts\":\"1.2\"}",
        "{\"type\":\"message\",\"subtype\":\"never_heard_of\",\"channel\":\"C1\",\"ts\":\"1.2\"}",
        "{\"type\":\"message\",\"subtype\":\"bot_message\",\"text\":\"I did a small thing: x\","
            + "\"channel\":\"C1\",\"ts\":\"1.2\",\"bot_id\":\"B1\"}",
      })
  void anUnknownEventIsAcknowledgedAndKeepsNothing(String event) throws Exception {
    String body =
        "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event\":"
            + event
            + "}";

    assertThat(signed(JSON, body).statusCode()).isEqualTo(200);
    assertThat(scene.exported("win")).isEmpty();
  }

  @Test
  void anUnknownKindOfPayloadIsAcknowledged() throws Exception {
    assertThat(signed(JSON, "{\"type\":\"app_rate_limited\"}").statusCode()).isEqualTo(200);
    assertThat(signed(FORM, "ssl_check=1&token=x").statusCode()).isEqualTo(200);
  }

  @Test
  void healthAndMetricsAreServedBesideIt() throws Exception {
    assertThat(scene.page("/healthz").body()).startsWith("{\"status\":\"up\"");
    signed(FORM, command("3"));
    assertThat(scene.page("/metrics").body()).contains("smallsteps_requests_seconds_count");
  }

  private static String command(String text) {
    return form(
        Map.of(
            "command",
            "/principle",
            "text",
            text,
            "team_id",
            scene.workspace.teamId(),
            "channel_id",
            scene.channel.id(),
            "user_id",
            scene.alva.id(),
            "trigger_id",
            "1.2.3",
            "response_url",
            "http://127.0.0.1:9/none"));
  }

  private static String form(Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(body.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return body.toString();
  }

  private static HttpResponse<String> signed(String type, String body) throws Exception {
    var request = scene.signed(new Delivered(type, body)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(
      String type, String body, String timestamp, String signature) throws Exception {
    var request =
        HttpRequest.newBuilder(scene.events())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (timestamp != null) {
      request.header("X-Slack-Request-Timestamp", timestamp).header("X-Slack-Signature", signature);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String secret() {
    return scene.workspace.signingSecret();
  }

  private static String seconds(Instant instant) {
    return Long.toString(instant.getEpochSecond());
  }
}
