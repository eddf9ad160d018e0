package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.rehearsal.state.Message;

/// The jar as a process that runs until it is told to end. Told by SIGTERM it ends in good order,
/// with 143, the code by which Java and shells say so.
@Execution(ExecutionMode.CONCURRENT)
class RunIT {
  private static final int TOLD_TO_END = 143;
  private static final Duration ON_A_BUSY_MACHINE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatIsSaidIsKeptForTheOwnerAloneAndExported(Slackside.Transport transport) throws Exception {
    try (var slack = new Slackside(transport, folder);
        var bot = slack.start(Jar.onPath(folder))) {
      var alva = slack.workspace.alva();
      String ts = alva.say(slack.channel, "Jag gjorde en liten sak: märkte dörren");
      slack.workspace.await(
          "the seedling",
          () ->
              slack
                  .workspace
                  .message(slack.channel, ts)
                  .filter(message -> message.reactions().containsKey("seedling")));
      assertThat(alva.command(slack.channel, "/principle 3").message().text()).contains("3");
      assertAreForTheirOwnerAlone(slack.data());
      assertThat(bot.processList()).contains("run").doesNotContain(slack.secrets());

      bot.tellToEnd();
      var ended = bot.awaitEnd(Duration.ofSeconds(10));

      assertThat(ended.exitCode()).isEqualTo(TOLD_TO_END);
      assertThat(ended.said()).doesNotContain(slack.secrets()).doesNotContain("märkte dörren");
      var exported = Jar.itself(folder).run(slack.variables(), "export");
      assertThat(exported.exitCode()).isZero();
      assertThat(exported.err()).isEmpty();
      assertThat(exported.out())
          .hasLineCount(1)
          .contains("\"text\":\"märkte dörren\"", "\"ts\":\"" + ts + "\"");
    }
  }

  @Test
  void secretsMayStandInFilesAndTheTokensAloneAreEnough() throws Exception {
    try (var slack = new Slackside(Slackside.Transport.SOCKET_MODE, folder)) {
      Path bot = Files.writeString(folder.resolve("bot"), slack.workspace.botToken() + "\n");
      Path app = Files.writeString(folder.resolve("app"), slack.workspace.appToken() + "\n");
      var variables =
          Map.of(
              "SLACK_BOT_TOKEN_FILE", bot.toString(),
              "SLACK_APP_TOKEN_FILE", app.toString(),
              "SLACK_API_URL", slack.workspace.apiUrl(),
              "PORT", "0",
              "HOST", "127.0.0.1");
      try (var process = Jar.itself(folder).start(variables)) {
        String health = process.awaitReady();

        assertThat(BotProcess.page(health).statusCode()).isEqualTo(200);
        assertThat(BotProcess.page(health).body()).contains("\"up\"");
        assertThat(folder.resolve("data/smallsteps.db")).exists();
        process.tellToEnd();
        assertThat(process.awaitEnd(Duration.ofSeconds(10)).said()).doesNotContain(slack.secrets());
      }
    }
  }

  @Test
  void aTokenThatSlackHasRevokedEndsTheStartInTwoSentencesAndIsUsedOnce() throws Exception {
    try (var slack = new Slackside(Slackside.Transport.SOCKET_MODE, folder)) {
      slack.workspace.faults().refuse("auth.test", "token_revoked", 100);

      var ended = Jar.itself(folder).run(slack.variables(), "run");

      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err())
          .hasLineCount(2)
          .contains("no more calls until a restart")
          .contains("Slack turns SLACK_BOT_TOKEN down (token_revoked). Copy the Bot User OAuth")
          .doesNotContain(slack.secrets())
          .doesNotContain("\tat ", "Exception");
      assertThat(slack.workspace.calls("auth.test")).hasSize(1);
      assertThat(slack.workspace.isConnected()).isFalse();
    }
  }

  @Test
  void aRehearsalShowsItsPageAndEndsInTenSeconds() throws Exception {
    try (var process = Jar.onPath(folder).start(Map.of(), "rehearse", "--port", "0")) {
      String page = process.awaitReady();
      assertThat(BotProcess.page(page).body()).contains("<html");

      process.tellToEnd();
      var ended = process.awaitEnd(Duration.ofSeconds(10));

      assertThat(ended.exitCode()).isEqualTo(TOLD_TO_END);
      assertThat(ended.out()).hasLineCount(1).contains(page);
      assertThat(ended.err()).isEmpty();
    }
  }

  /// Slack's client looks into the environment by itself, as it is loaded.
  @Test
  void aRehearsalStartsWithAProxyThatIsNone() throws Exception {
    var variables = Map.of("HTTPS_PROXY", "http://proxy:99999");
    try (var process = Jar.itself(folder).start(variables, "rehearse", "--port", "0")) {
      assertThat(BotProcess.page(process.awaitReady()).body()).contains("<html");
    }
  }

  @Test
  void aProxyInTheEnvironmentIsNotAskedOnTheWayToThisMachine() throws Exception {
    try (var slack = new Slackside(Slackside.Transport.SOCKET_MODE, folder)) {
      var variables = new HashMap<>(slack.variables());
      variables.putAll(
          Map.of("HTTPS_PROXY", "http://192.0.2.1:3128", "http_proxy", "http://192.0.2.1:3128"));
      try (var bot = Jar.itself(folder).start(variables, "run")) {
        assertThat(BotProcess.page(bot.awaitReady()).statusCode()).isEqualTo(200);
        slack.workspace.ackLimit(ON_A_BUSY_MACHINE);
        assertThat(slack.workspace.alva().command(slack.channel, "/principle 3").acked()).isTrue();
      }
    }
  }

  @Test
  void theBotEndsWithTheLauncherThatWasKilled() throws Exception {
    try (var slack = new Slackside(Slackside.Transport.SOCKET_MODE, folder);
        var launcher = slack.start(Jar.onPath(folder))) {
      assumeFalse(launcher.children().isEmpty(), "java on the PATH is new enough by itself");
      ProcessHandle bot = launcher.children().getFirst();

      launcher.kill();

      bot.onExit().get(10, TimeUnit.SECONDS);
      slack.workspace.await(
          "the closed connection",
          () -> Optional.of(!slack.workspace.isConnected()).filter(Boolean::booleanValue));
    }
  }

  @Test
  void aNudgeThatIsBeingPostedIsSettledBeforeTheEnd() throws Exception {
    try (var slack = new Slackside(Slackside.Transport.HTTP, folder);
        var bot = slack.start(Jar.itself(folder))) {
      slack.workspace.ackLimit(ON_A_BUSY_MACHINE);
      slack.workspace.faults().hang("chat.postMessage", Duration.ofSeconds(1), 1);
      assertThat(slack.workspace.ben().command(slack.channel, "/nudge now").acked()).isTrue();
      var slots = new SlotRows(slack.databaseUrl());
      new Patience(ON_A_BUSY_MACHINE, bot::said)
          .await("the post to be under way", () -> slots.underWay() > 0);

      bot.tellToEnd();
      bot.awaitEnd(Duration.ofSeconds(10));

      Message nudge = slack.workspace.messages(slack.channel).getLast();
      assertThat(Jar.itself(folder).run(slack.variables(), "export").out())
          .contains("\"ts\":\"" + nudge.ts() + "\"", "\"state\":\"posted\"");
    }
  }

  private static void assertAreForTheirOwnerAlone(Path data) throws IOException {
    try (var files = Files.walk(data)) {
      List<Path> made = files.toList();
      assertThat(made).hasSizeGreaterThan(2);
      for (Path each : made) {
        String wanted = Files.isDirectory(each) ? "rwx------" : "rw-------";
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
            .as(each.toString())
            .isEqualTo(wanted);
      }
    }
  }
}
