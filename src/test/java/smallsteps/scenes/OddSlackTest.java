package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Secret;
import smallsteps.SetupException;
import smallsteps.app.Bot;
import smallsteps.config.Environment;
import smallsteps.storage.Migrated;

/// What stands between the bot and Slack answers in Slack's place, or Slack says what nobody
/// understands. The bot goes on, says what it meets, and is there again when Slack is.
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
class OddSlackTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final OddSlack slack = new OddSlack();
  private final CountDownLatch gaveUp = new CountDownLatch(1);

  @AfterEach
  void end() {
    slack.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {OddSlack.PORTAL, "", "[]", "null"})
  void whateverIsAnsweredInsteadOfAnAddressItConnectsOnceThereIsOne(String answer)
      throws Exception {
    slack.answers(OddSlack.OPEN, answer);
    clock.run(20);
    try (var bot = bot()) {
      awaitCalls(OddSlack.OPEN, 2);
      assertThat(Scene.page(bot, "/healthz").body()).contains("no connection to Slack yet");

      slack.answersItsOwnAddress();
      assertThat(bot.awaitReady(SOON)).isTrue();
    }
  }

  @Test
  void anAddressThatIsNoneIsToldAndConnectsOnceThereIsOne() throws Exception {
    clock.run(20);
    slack.answers(OddSlack.OPEN, "{\"ok\":true}");
    try (var bot = bot()) {
      for (String answer :
          List.of(
              "{\"ok\":true,\"url\":null}",
              "{\"ok\":true,\"url\":[]}",
              "{\"ok\":true,\"url\":\"\"}",
              "{\"ok\":true,\"url\":\"not an address\"}",
              "{\"ok\":true,\"url\":\"https://wss.slack.com/?ticket=secret\"}",
              "{\"ok\":true,\"url\":\"wss:///?ticket=secret\"}",
              "{\"ok\":true,\"url\":\"ws://127.0.0.1:1/?ticket=secret\"}",
              "{\"ok\":true,\"url\":\"wss://127.0.0.1:" + slack.port() + "/?ticket=secret\"}",
              "{\"ok\":false,\"error\":\"never_heard_of\"}",
              "{\"ok\":false}")) {
        slack.answers(OddSlack.OPEN, answer);
        awaitCalls(OddSlack.OPEN, slack.calls(OddSlack.OPEN) + 2);
        assertThat(Scene.page(bot, "/healthz").body())
            .contains("no connection to Slack yet. Slack gives")
            .doesNotContain("secret");
      }
      slack.answersItsOwnAddress();
      assertThat(bot.awaitReady(SOON)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OddSlack.PORTAL, "", "[]", "{\"ok\":true}", "{\"ok\":false}"})
  void whateverIsAnsweredInsteadOfWhoItIsItAsksAgain(String answer) throws Exception {
    slack.answers("auth.test", answer);
    clock.run(100);
    try (var bot = bot()) {
      awaitCalls("auth.test", 12); // for some minutes
      assertThat(Scene.page(bot, "/healthz").body()).contains("not told yet who the bot is");

      slack.answersWhoTheBotIs();
      assertThat(bot.awaitReady(SOON)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {OddSlack.PORTAL, "{\"ok\":true}", "{\"ok\":true,\"url\":\"ws://127.0.0.1:1/\"}"})
  void itGivesUpInTheEndWhateverStandsInTheWay(String answer) throws Exception {
    slack.answers(OddSlack.OPEN, answer);
    clock.run(600);
    try (var _ = bot()) {
      gaveUp.await();
    }
  }

  @Test
  void itGivesUpInTheEndAlsoWhenItWasConnected() throws Exception {
    try (var bot = bot()) {
      assertThat(bot.awaitReady(SOON)).isTrue();
      slack.answers(OddSlack.OPEN, OddSlack.PORTAL);
      clock.run(600);
      slack.connection().disconnect();
      gaveUp.await();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_auth", "not_authed", "not_allowed_token_type", "missing_scope"})
  void anAppTokenThatWasNeverGoodEndsTheStartWithASentence(String error) {
    slack.answers(OddSlack.OPEN, "{\"ok\":false,\"error\":\"" + error + "\"}");
    try (var bot = bot()) {
      assertThatThrownBy(() -> bot.awaitReady(SOON))
          .isInstanceOf(SetupException.class)
          .hasMessageContaining("SLACK_APP_TOKEN")
          .hasMessageContaining(error);
      assertThat(slack.calls(OddSlack.OPEN)).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {OddSlack.OPEN, "auth.test"})
  void aTokenThatIsRefusedLongAfterTheStartEndsItWithTheSameSentence(String method)
      throws Exception {
    slack.answers(method, OddSlack.PORTAL);
    clock.run(20);
    try (var bot = bot()) {
      awaitCalls(method, 2);
      slack.answers(method, "{\"ok\":false,\"error\":\"invalid_auth\"}");
      gaveUp.await();
      assertThatThrownBy(bot::requireTokens).isInstanceOf(SetupException.class);
    }
  }

  @Test
  void aTokenThatIsTakenBackShowsInHealthAndEndsTheBotInItsTime() throws Exception {
    try (var bot = bot()) {
      assertThat(bot.awaitReady(SOON)).isTrue();
      slack.answers(OddSlack.OPEN, "{\"ok\":false,\"error\":\"token_revoked\"}");
      clock.run(600);
      Session connection = slack.connection();
      connection.sendText(
          "{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}", Callback.NOOP);
      gaveUp.await();

      bot.requireTokens(); // it was good once
      assertThat(Scene.page(bot, "/healthz").body()).contains("app token", "token_revoked");
    }
  }

  @Test
  void anEnvelopeThatIsTooLongIsAcknowledgedAndCounted() throws Exception {
    try (var bot = bot()) {
      assertThat(bot.awaitReady(SOON)).isTrue();
      Session connection = slack.connection();
      String long8 = "x".repeat(8 << 20);
      connection.sendText(
          "{\"envelope_id\":\"first\",\"payload\":{\"text\":\"" + long8 + "\"}}", Callback.NOOP);
      assertThat(slack.heard()).contains("first");
      connection.sendText(
          "{\"payload\":{\"text\":\"" + long8 + "\"}, \"envelope_id\" : \"last\"}", Callback.NOOP);
      assertThat(slack.heard()).contains("last");
      connection.sendText(event("short", "{\"type\":\"channel_rename\"}"), Callback.NOOP);
      assertThat(slack.heard()).contains("short");
      assertThat(Scene.page(bot, "/metrics").body())
          .containsPattern("smallsteps_envelopes_unreadable_total\\{why=\"too_long\"} 2");
    }
  }

  @Test
  void whatCanNeverBeReadIsAcknowledged() throws Exception {
    try (var bot = bot()) {
      assertThat(bot.awaitReady(SOON)).isTrue();
      Session connection = slack.connection();
      for (String envelope :
          List.of(
              "{\"envelope_id\":\"E1\",\"type\":\"events_api\",\"payload\":{\"a\":",
              "{\"envelope_id\":\"E1\",\"type\":\"events_api\",\"payload\":nonsense}",
              "{\"envelope_id\":\"E1\",\"type\":\"events_api\",\"payload\":[1,2]}",
              "{\"envelope_id\":\"E1\",\"type\":\"events_api\"}",
              "{\"envelope_id\":\"E1\",\"type\":\"events_api\",\"payload\":null}",
              "{\"envelope_id\":\"E1\",\"type\":\"interactive\",\"payload\":{\"type\":7}}",
              "{\"envelope_id\":\"E1\",\"type\":\"interactive\",\"payload\":{\"type\":\"new_kind\"}}",
              "{\"envelope_id\":\"E1\",\"type\":\"slash_commands\",\"payload\":{}}",
              "{\"envelope_id\":\"E1\",\"type\":\"never_heard_of\",\"payload\":{}}",
              "{\"envelope_id\":\"E1\",\"type\":[],\"payload\":{}}",
              "{\"envelope_id\":\"E1\",\"payload\":{}}",
              "{\"envelope_id\":\"E1\",\"type\":\"events_api\",\"payload\":{\"type\":\"event_callback\","
                  + "\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"user\":\"U1\",\"text\":\"hi\"}}}",
              "{\"envelope_id\":\"E1\",\"type\":\"events_api\",\"payload\":{\"type\":\"event_callback\","
                  + "\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"user\":{},\"text\":[]}}}")) {
        connection.sendText(envelope, Callback.NOOP);
        assertThat(slack.heard()).as(envelope).isEqualTo("{\"envelope_id\":\"E1\"}");
      }
    }
  }

  @Test
  void whatIsNoEnvelopeHarmsNobody() throws Exception {
    try (var bot = bot()) {
      assertThat(bot.awaitReady(SOON)).isTrue();
      Session connection = slack.connection();
      for (String nonsense :
          List.of("", "hello", "[]", "{", "{}", "null", "{\"type\":\"disconnect", "7")) {
        connection.sendText(nonsense, Callback.NOOP);
      }
      connection.sendText(event("E2", "{\"type\":\"channel_rename\"}"), Callback.NOOP);
      assertThat(slack.heard()).contains("E2");
      assertThat(slack.calls(OddSlack.OPEN)).isOne();
    }
  }

  @Test
  void whatComesBeforeTheBotKnowsItselfIsNotAcknowledgedAndIsKeptLater() throws Exception {
    slack.answers("auth.test", OddSlack.PORTAL);
    String said =
        event(
            "early",
            "{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"1700000000.000100\","
                + "\"text\":\"I did a small thing: early\"}");
    try (var bot = bot()) {
      Session connection = slack.connection();
      connection.sendText(said, Callback.NOOP);
      awaitCalls("auth.test", 4); // longer than it is waited for
      assertThat(slack.heardSoFar()).isEmpty();

      slack.answersWhoTheBotIs();
      assertThat(bot.awaitReady(SOON)).isTrue();
      connection.sendText(said, Callback.NOOP);
      assertThat(slack.heard()).contains("early");
    }
  }

  private static String event(String id, String event) {
    return "{\"envelope_id\":\""
        + id
        + "\",\"type\":\"events_api\",\"accepts_response_payload\":false,\"payload\":"
        + "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":"
        + event
        + "}}";
  }

  private Bot bot() {
    var environment =
        new Environment(
            new Secret("xoxb-1"),
            new Secret("xapp-1"),
            null,
            slack.apiUrl(),
            "127.0.0.1",
            0,
            Migrated.url(folder.resolve("smallsteps.db")),
            null);
    return new Bot(environment, clock, clock, gaveUp::countDown);
  }

  private void awaitCalls(String method, int howMany) {
    while (slack.calls(method) < howMany) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
