package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The jar as it is typed in a shell: a mistake is one clear sentence and exit code 2, never a
/// stack trace and never a secret.
@Execution(ExecutionMode.CONCURRENT)
class CommandLineIT {
  private static final String BOT_TOKEN = "xoxb-1-veryhidden";
  private static final String APP_TOKEN = "xapp-1-veryhidden";
  private static final Map<String, String> TOKENS =
      Map.of("SLACK_BOT_TOKEN", BOT_TOKEN, "SLACK_APP_TOKEN", APP_TOKEN);

  @TempDir Path folder;

  @Test
  void theJavaThatAShellFindsIsEnough() throws Exception {
    var version = Jar.onPath(folder).run(Map.of(), "--version");
    var help = Jar.onPath(folder).run(Map.of(), "--help");

    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("Small Steps 1\\.\\S+ \\(commit \\w+; Java 2[5-9]\\S*\\)\\R");
    assertThat(version.err()).isEmpty();
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Små steg", "run", "rehearse", "doctor", "export", "restore");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void whatItSaysIsUtf8WhateverTheLocale() throws Exception {
    var help =
        Jar.itself(folder).run(Map.of("LANG", "C", "LC_ALL", "C", "LC_CTYPE", "C"), "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Små steg");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void withoutTokensItSaysInThreeLinesHowToBegin() throws Exception {
    var ended = Jar.onPath(folder).run(Map.of());

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).hasLineCount(3).contains("rehearse", "SLACK_BOT_TOKEN", "manifest");
    assertThat(folder).isEmptyDirectory();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("PORT must be", Map.of("PORT", "http")),
        Arguments.of("PORT must be", Map.of("PORT", "65536")),
        Arguments.of(
            "SLACK_SIGNING_SECRET", Map.of("SLACK_APP_TOKEN", "", "SLACK_SIGNING_SECRET", "  ")),
        Arguments.of("what a manual puts", Map.of("SLACK_BOT_TOKEN", "xoxb-…")),
        Arguments.of("in quotes", Map.of("SLACK_SIGNING_SECRET", "\"veryhidden\"")),
        Arguments.of("belongs in SLACK_APP_TOKEN", Map.of("SLACK_BOT_TOKEN", APP_TOKEN)),
        Arguments.of("a port from 1", Map.of("SLACK_API_URL", "https://slack.com:99999/api/")),
        Arguments.of("HOST is a name", Map.of("HOST", "no-such-host.invalid")),
        Arguments.of("HTTPS_PROXY must be", Map.of("HTTPS_PROXY", "http://h:99999")),
        Arguments.of("http_proxy must be", Map.of("http_proxy", "socks5://h:1")),
        Arguments.of(
            "far too long", Map.of("SLACK_BOT_TOKEN", "", "SLACK_BOT_TOKEN_FILE", "/dev/zero")),
        Arguments.of("locale", Map.of("SMALLSTEPS_CONFIG", "an-åfolder", "LC_ALL", "C")),
        Arguments.of("{week}", Map.of("SMALLSTEPS_CONFIG", "a-slip")),
        Arguments.of("SLACK_BOT_TOKEN must begin", Map.of("SLACK_BOT_TOKEN", "veryhidden")),
        Arguments.of("SLACK_API_URL must be", Map.of("SLACK_API_URL", "slack")),
        Arguments.of("SMALLSTEPS_CONFIG names", Map.of("SMALLSTEPS_CONFIG", "no/such/folder")),
        Arguments.of("can't be made", Map.of("DATABASE_URL", "jdbc:sqlite:a-file/data/bot.db")),
        Arguments.of("can't be read", Map.of("DATABASE_URL", "jdbc:sqlite:a-folder")),
        Arguments.of("can't be used", Map.of("DATABASE_URL", "jdbc:sqlite:a-file")),
        Arguments.of(
            "DATABASE_USER", Map.of("DATABASE_URL", "jdbc:postgresql://h/d?password=veryhidden")),
        Arguments.of(
            "other databases", Map.of("DATABASE_URL", "jdbc:mysql://h/d?password=veryhidden")),
        Arguments.of("can't be read", Map.of("SLACK_BOT_TOKEN", "", "SLACK_BOT_TOKEN_FILE", "no")),
        Arguments.of("colour", Map.of("SMALLSTEPS_CONFIG", "a-folder")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeInTheEnvironmentIsOneSentence(String says, Map<String, String> mistake)
      throws Exception {
    Files.writeString(folder.resolve("a-file"), "This is no database, but a text.\n".repeat(200));
    Files.createDirectory(folder.resolve("a-folder"));
    Files.writeString(folder.resolve("a-folder/smallsteps.json"), "{\"colour\": \"green\"}");
    Files.createDirectories(folder.resolve("a-slip/words"));
    Files.writeString(
        folder.resolve("a-slip/words/en.json"), "{\"calendar\": {\"week\": \"{wek}\"}}");

    assertIsRefused(says, mistake);
    assertThat(folder.resolve("data")).as("an empty database, left behind").doesNotExist();
  }

  @Test
  void aDatabaseOfAnotherProgramOrOfANewerVersionIsLeftAlone() throws Exception {
    Path foreign = folder.resolve("foreign.db");
    Path newer = folder.resolve("newer.db");
    OtherDatabases.makeForeign("jdbc:sqlite:" + foreign);
    OtherDatabases.makeNewer("jdbc:sqlite:" + newer);
    byte[] foreignBefore = Files.readAllBytes(foreign);
    byte[] newerBefore = Files.readAllBytes(newer);

    assertIsRefused("another program's", Map.of("DATABASE_URL", "jdbc:sqlite:" + foreign));
    assertIsRefused("newer Small Steps", Map.of("DATABASE_URL", "jdbc:sqlite:" + newer));

    assertThat(foreign).hasBinaryContent(foreignBefore);
    assertThat(newer).hasBinaryContent(newerBefore);
  }

  @Test
  void aPortThatIsTakenIsSaidSo() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertIsRefused("Port " + port, Map.of("PORT", port, "HOST", "127.0.0.1"));

      var rehearsal = Jar.itself(folder).run(Map.of(), "rehearse", "--port", port);
      assertThat(rehearsal.exitCode()).isEqualTo(2);
      assertThat(rehearsal.err()).hasLineCount(1).contains("port " + port);
    }
  }

  /// Slack is there, and has not answered yet: that it could not be reached would be a second line.
  private void assertIsRefused(String says, Map<String, String> mistake) throws Exception {
    try (var slack = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var variables = new HashMap<>(TOKENS);
      variables.put("SLACK_API_URL", "http://127.0.0.1:" + slack.getLocalPort() + "/api/");
      variables.put("PORT", "0");
      variables.putAll(mistake);

      var ended = Jar.itself(folder).run(variables, "run");

      assertThat(ended.exitCode()).as(ended.said()).isEqualTo(2);
      assertThat(ended.err()).hasLineCount(1).contains(says);
      assertThat(ended.said()).doesNotContain("veryhidden", "\tat ", "Exception");
    }
  }
}
