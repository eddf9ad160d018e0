package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.slack.manifest.Scope;
import smallsteps.storage.BackupFolder;
import smallsteps.storage.Backups;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;
import smallsteps.storage.SqliteOnly;

class DoctorTest {
  private static final String AUTH_OK =
      "{\"ok\":true,\"team\":\"Kommunen\",\"team_id\":\"T1\",\"user_id\":\"UBOT\"}";
  private final FakeSlack slack = new FakeSlack();
  private final HelloServer socket = new HelloServer();
  private final Shell shell = new Shell();

  @BeforeEach
  void everythingIsWell(@TempDir Path folder) {
    shell.variables.put("SLACK_BOT_TOKEN", "xoxb-secret");
    shell.variables.put("SLACK_APP_TOKEN", "xapp-secret");
    shell.variables.put("SLACK_API_URL", slack.apiUrl());
    Path file = folder.resolve("bot.db");
    Migrated.url(file);
    shell.variables.put("DATABASE_URL", "jdbc:sqlite:" + file);
    shell.listeners.add(new Listener.Message(_ -> Reply.nothing()));
    shell.listeners.add(new Listener.ReactionAdded(_ -> Reply.nothing()));
    shell.channels.add(new Channel("T1", "C1"));
    slack.answers("auth.test", 200, AUTH_OK, scopesBut(""));
    slack.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + socket.url() + "\"}");
    channelIs("\"is_member\":true,\"is_archived\":false");
  }

  @AfterEach
  void noSecretIsEverPrinted() {
    assertThat(shell.out() + shell.err()).doesNotContain("xoxb-secret", "xapp-secret");
    slack.close();
    socket.close();
  }

  @SqliteOnly
  @Test
  void aLineForEachCheckThatIsWell() {
    assertThat(shell.type("doctor")).as(shell.out() + shell.err()).isZero();
    assertThat(shell.out())
        .contains("ok: configuration", "ok: environment", "Kommunen", "ok: scopes", "#allmänt")
        .doesNotContain("problem");
  }

  @Test
  void aBadTokenAndNoNetworkAreToldApart() {
    slack.answers("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .contains("bot token: Slack refuses it (invalid_auth)", "copy SLACK_BOT");

    slack.answers("auth.test", 503, "<html>", "");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .contains("Slack can't be reached", "slack-status")
        .doesNotContain("copy");

    slack.answers("auth.test", 200, "<html>Hotel Wi-Fi</html>", "");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("is not Slack").doesNotContain("copy");

    slack.close();
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("no connection to 127.0.0.1").doesNotContain("copy");
  }

  @Test
  void aMissingScopeIsSaidWithWhatItIsForAndHowToAddIt() {
    slack.answers("auth.test", 200, AUTH_OK, scopesBut("reactions:read"));
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("reactions:read is not granted", "keeping the reactions");
    assertThat(shell.out()).contains("reinstall the app");
  }

  @Test
  void anOptionalScopeIsAHintAndNoFailure() {
    slack.answers("auth.test", 200, AUTH_OK, scopesBut("users:read"));
    assertThat(shell.type("doctor")).as(shell::out).isZero();
    assertThat(shell.out()).contains("hint: scope users:read");
  }

  @SqliteOnly
  @Test
  void aChannelThatCannotBeNudgedIsSaidWithItsFix() {
    channelIs("\"is_member\":false,\"is_archived\":false");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("the bot is not in it", "/invite");

    channelIs("\"is_member\":true,\"is_archived\":true");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("is archived");
  }

  @Test
  void aRefusedAppTokenIsSaid() {
    slack.answers("apps.connections.open", "{\"ok\":false,\"error\":\"not_allowed_token_type\"}");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("app token: Slack refuses it", "connections:write");
  }

  @Test
  void aSocketThatDoesNotOpenIsAProblemWithItsCause() {
    socket.answers(403);
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .contains("socket: Slack gives an address", "answers HTTP 403", "let WebSockets")
        .doesNotContain("hidden");

    socket.answers(101);
    socket.greets(null);
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("is closed at once").doesNotContain("hidden");

    socket.greets("{\"type\":\"disconnect\",\"reason\":\"link_disabled\"}");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("Socket Mode is on");

    socket.close();
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("takes no connection").doesNotContain("hidden");

    slack.answers("apps.connections.open", "{\"ok\":true}");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("socket: Slack gives an address");
  }

  @Test
  void scopesThatSlackDoesNotTellAreUnknownAndNotMissing() {
    slack.answers("auth.test", 200, AUTH_OK, null);
    assertThat(shell.type("doctor")).as(shell.out()).isZero();
    assertThat(shell.out()).contains("hint: scopes:").doesNotContain("not granted");
  }

  @Test
  void scopesAreComparedAlsoWithABadDatabaseAndABadConfiguration(
      @TempDir Path folder, @TempDir Path config) throws IOException {
    Path file = Files.writeString(folder.resolve("damaged.db"), "not a database".repeat(1000));
    shell.variables.put("DATABASE_URL", "jdbc:sqlite:" + file);
    shell.variables.put("SMALLSTEPS_CONFIG", config.toString());
    Files.writeString(config.resolve("smallsteps.json"), "{\"zone\":\"Mars\"}");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .contains("ok: scopes: all")
        .containsOnlyOnce("\"zone\" must be")
        .doesNotContain("not granted");
  }

  @Test
  void dataOfAnotherWorkspaceThanTheTokensIsAProblem(@TempDir Path folder) {
    shell.variables.put("DATABASE_URL", keptOf("T0OTHER", folder));
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("problem: workspace:", "(T0OTHER)", "for T1", "DATABASE_URL");

    slack.answers("auth.test", 200, AUTH_OK.replace("\"T1\"", "\"T0OTHER\""), scopesBut(""));
    shell.type("doctor");
    assertThat(shell.out()).doesNotContain("problem: workspace:");
  }

  private static String keptOf(String teamId, Path folder) {
    String url = "jdbc:sqlite:" + folder.resolve("kept.db");
    try (var database = Database.open(url)) {
      database.write(sql -> sql.update("CREATE TABLE kept_of (team_id TEXT)"));
      database.write(sql -> sql.update("INSERT INTO kept_of VALUES (?)", teamId));
    }
    return url;
  }

  @Test
  void aProxyThatIsDeadIsNamedAsTheCause() throws IOException {
    shell.variables.put("SLACK_API_URL", "https://slack.invalid/api/");
    shell.variables.put("HTTPS_PROXY", "http://us:hidden@127.0.0.1:" + unused());
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .contains("the proxy 127.0.0.1:", "HTTPS_PROXY names", "NO_PROXY")
        .doesNotContain("hidden", "the name slack.invalid is not found");

    shell.variables.put("NO_PROXY", "slack.invalid");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("the name slack.invalid is not found");

    shell.variables.remove("NO_PROXY");
    shell.variables.put("HTTPS_PROXY", "http://proxy.invalid:3128");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("proxy.invalid:3128", "is not found by its name");
  }

  @Test
  void noProxyIsAskedOnTheWayToThisMachine() {
    shell.variables.put("HTTPS_PROXY", "http://proxy.invalid:3128");
    assertThat(shell.type("doctor")).as(shell.out()).isZero();
  }

  @Test
  void whatCannotBeRightInTheEnvironmentIsWrongUse() {
    shell.variables.put("SLACK_BOT_TOKEN", "xoxb-…");
    shell.variables.put("PORT", "many");
    assertThat(shell.type("doctor")).isEqualTo(2);
    assertThat(shell.out().lines()).hasSize(2).allMatch(line -> line.startsWith("✗ problem: "));
    shell.variables.put("SLACK_BOT_TOKEN", "xoxb-secret");
    shell.variables.remove("PORT");
    shell.variables.put("HOST", "no-such-host.invalid");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("problem: HOST is a name that is not found");
  }

  @Test
  void aFolderThatCannotBeReadIsOneProblemAndTheRestIsStillLookedAt(@TempDir Path config)
      throws IOException {
    shell.variables.put("SMALLSTEPS_CONFIG", config.toString());
    Files.createSymbolicLink(config.resolve("words"), config); // never ends
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .containsOnlyOnce("where a folder can't be read")
        .contains("ok: bot token");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void aSigningSecretThatIsNoneOfSlacksIsSaid() {
    shell.variables.remove("SLACK_APP_TOKEN");
    shell.variables.put("SLACK_SIGNING_SECRET", "hidden-somehow");
    shell.type("doctor");
    assertThat(shell.out()).contains("hint: connection: HTTP").doesNotContain("hidden");
    shell.variables.put("SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef");
    shell.type("doctor");
    assertThat(shell.out()).contains("ok: connection: HTTP").doesNotContain("89abcdef");
  }

  @Test
  void aVariableWithASlipInItsNameIsAHintWithoutItsValue() {
    shell.variables.put("SLACK_BOT_TOKN", "xoxb-hidden");
    shell.variables.put("slack_app_token", "xapp-hidden");
    shell.type("doctor");
    assertThat(shell.out())
        .contains("SLACK_BOT_TOKN is no variable", "(did you mean \"SLACK_BOT_TOKEN\"?)")
        .contains("slack_app_token is no variable")
        .doesNotContain("hidden");
  }

  private static int unused() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Test
  void withoutAnyTokenItSaysWhichAreMissingAndLooksAtTheRest() {
    shell.variables.remove("SLACK_BOT_TOKEN");
    shell.variables.remove("SLACK_APP_TOKEN");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .contains("SLACK_BOT_TOKEN is not set", "SLACK_SIGNING_SECRET", "ok: configuration");
  }

  @Test
  void mistakesInTheFilesAreSaidAndTheTokensStillLookedAt(@TempDir Path config) throws IOException {
    shell.variables.put("SMALLSTEPS_CONFIG", config.toString());
    Files.createDirectory(config.resolve("words"));
    Files.writeString(config.resolve("words/sv.json"), "{\"app\":{\"name\":\"Steg\"}}");
    Files.createDirectory(config.resolve("prompts"));
    Files.writeString(
        config.resolve("prompts/sv.json"),
        "{\"prompts\":[{\"id\":\"open-say-thanks\",\"question\":\"Vem?\"}]}");
    assertThat(shell.type("doctor")).as(shell.out()).isZero();
    assertThat(shell.out())
        .contains("words/sv.json: 1 sentence of your own; what it lacks is said as shipped,")
        .contains("app.description", "ok: bot token")
        .contains("prompts/sv.json: 1 of your own, 42 in all");

    Files.writeString(config.resolve("words/sv.json"), "{\"calendar\":{\"week\":\"{wek}\"}}");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .containsOnlyOnce("words/sv.json")
        .contains("\"calendar.week\" has {wek}", "ok: bot token");

    Files.writeString(config.resolve("smallsteps.json"), "{\"zone\":\"Mars\"}");
    Files.writeString(config.resolve("word.json"), "{}");
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .contains("\"zone\" must be a time zone", "ok: bot token", "word.json is not taken");
  }

  @Test
  void aDamagedDatabaseIsSaid(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("damaged.db"), "not a database".repeat(1000));
    shell.variables.put("DATABASE_URL", "jdbc:sqlite:" + file);
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("problem: The database", "restore", "ok: bot token");
  }

  @Test
  void aDatabaseWithADamagedPageIsSaidWithTheCommandThatMendsIt(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("bot.db");
    shell.variables.put("DATABASE_URL", "jdbc:sqlite:" + file);
    try (var database = Database.open("jdbc:sqlite:" + file)) {
      database.write(sql -> sql.update("CREATE TABLE on_the_last_page (text TEXT)"));
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length - 4096, bytes.length, (byte) 0x5a);
    Files.write(file, bytes);

    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out()).contains("pages are damaged", "restore FILE --force", "ok: bot token");
  }

  @Test
  void theNewestBackupIsSaidAndOneThatIsTooOldIsAProblem(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bot.db");
    shell.variables.put("DATABASE_URL", "jdbc:sqlite:" + file);
    try (var database = Database.open("jdbc:sqlite:" + file)) {
      shell.type("doctor");
      assertThat(shell.out()).contains("hint: backups: none yet", "03:30");

      Backups backups =
          database
              .backups(new BackupFolder(Path.of("backups"), ZoneId.of("Europe/Stockholm")), 7)
              .orElseThrow();
      backups.make(Instant.parse("2026-01-01T02:30:00Z"));
      assertThat(shell.type("doctor")).isEqualTo(1);
      assertThat(shell.out()).contains("problem: backups: 1", "more than a day old");

      backups.make(Instant.now());
      assertThat(shell.type("doctor")).as(shell.out()).isZero();
      assertThat(shell.out()).contains("ok: backups: 2, the newest is");
    }
  }

  @Test
  void aFolderThatTakesNoBackupsIsAProblemWithItsFix(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("bot.db");
    shell.variables.put("DATABASE_URL", "jdbc:sqlite:" + file);
    Files.writeString(folder.resolve("backups"), "a file where the folder should be");
    assertThat(shell.type("doctor")).as("before there is a database").isEqualTo(1);
    assertThat(shell.out()).contains("problem: backups: No copy can be made in ", "none yet");

    Database.open("jdbc:sqlite:" + file).close();
    assertThat(shell.type("doctor")).isEqualTo(1);
    assertThat(shell.out())
        .containsOnlyOnce("problem: ")
        .contains("the setting backup.folder", "is a file and no folder. Choose another path.");

    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("smallsteps.json"), "{\"backup\": {\"on\": false}}");
    shell.variables.put("SMALLSTEPS_CONFIG", config.toString());
    assertThat(shell.type("doctor")).as(shell.out()).isZero();
  }

  private void channelIs(String how) {
    slack.answers(
        "conversations.info",
        "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"name\":\"allmänt\"," + how + "}}");
  }

  private static String scopesBut(String without) {
    return Stream.of(Scope.values())
        .map(Scope::id)
        .filter(id -> !id.equals(without))
        .collect(Collectors.joining(","));
  }
}
