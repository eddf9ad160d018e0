package smallsteps.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.SetupException;

/// A value that can't be right is refused in one sentence, which never repeats a secret.
class EnvironmentTest {
  private static final String BOT = "xoxb-123456789012-1234567890123-Abcdefghijklmnopqrstuvwx";
  private static final String APP =
      "xapp-1-A0123456789-1234567890123-0123456789abcdef0123456789abcdef0123456789abcdef";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private final Map<String, String> variables = new HashMap<>();
  @TempDir private Path folder;

  @Test
  void whatSlackGivesIsTaken() throws IOException {
    variables.put("SLACK_BOT_TOKEN", " " + BOT + "\r\n");
    variables.put("SLACK_APP_TOKEN_FILE", file("\uFEFF" + APP + "\n"));
    variables.put("SLACK_SIGNING_SECRET", "\u00a0" + SECRET);
    Environment environment = Environment.of(variables);
    assertThat(environment.botToken().value()).isEqualTo(BOT);
    assertThat(environment.appToken().value()).isEqualTo(APP);
    assertThat(environment.signingSecret().value()).isEqualTo(SECRET);
    assertThat(environment.hasUsualSigningSecret()).isTrue();
    assertThat(environment.apiUrl()).isEqualTo("https://slack.com/api/");
  }

  @Test
  void anotherServerOnThisMachineGivesWhatTokensItLikes() {
    variables.put("SLACK_BOT_TOKEN", "xoxb-1");
    variables.put("SLACK_APP_TOKEN", "xapp-test");
    variables.put("SLACK_SIGNING_SECRET", "veryhidden");
    variables.put("SLACK_API_URL", "http://127.0.0.1:4700/api");
    assertThat(Environment.of(variables).apiUrl()).isEqualTo("http://127.0.0.1:4700/api/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xoxb-…",
        "xoxb-...",
        "xoxb-",
        "xoxb-your-token",
        "xoxb-YOUR-BOT-TOKEN-HERE",
        "<token>",
        "xoxb-<token>",
        "$SLACK_BOT_TOKEN",
        "xoxb-xxxxxxxx-xxxxxxxx",
        "changeme",
        "'xoxb-1-veryhidden'",
        "\"xoxb-1-veryhidden\"",
        "“xoxb-1-veryhidden”",
        "»xoxb-1-veryhidden",
        "xoxb-1-very hidden",
        "xoxb-1-very\nhidden",
        "xoxb-1-very\u00a0hidden",
        "xoxb-1-vëryhidden",
        "xoxb-1-very\u200bhidden",
        "XOXB-1-veryhidden",
        "xapp-1-veryhidden",
        "xoxp-1-veryhidden",
        "xoxe.xoxb-1-veryhidden",
        "xoxe-1-veryhidden",
        "0123456789abcdef0123456789abcdef",
        "Bearer xoxb-1-veryhidden",
        "xoxb-1-veryhidden,xoxb-2-veryhidden",
        "veryhidden"
      })
  void whatIsNoBotTokenIsRefusedWithoutRepeatingIt(String value) {
    variables.put("SLACK_API_URL", "http://localhost:4700/api/");
    variables.put("SLACK_BOT_TOKEN", value);
    assertThatThrownBy(() -> Environment.of(variables))
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith("SLACK_BOT_TOKEN ")
        .hasMessageNotContainingAny("hidden", SECRET)
        .message()
        .hasLineCount(1)
        .endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xoxb-123456789012",
        "xoxb-123456789012-1234567890123",
        "xoxb-123456789012-1234567890123-Abcdef"
      })
  void aTokenOfSlacksThatWasCutOffIsRefused(String value) {
    variables.put("SLACK_BOT_TOKEN", value);
    assertRefused("SLACK_BOT_TOKEN is too short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0123456789abcdef0123456789abcdef\"",
        "xoxb-1-veryhidden",
        "xapp-1-veryhidden",
        "your-signing-secret",
        "<secret>",
        "0123456789abcdef 0123456789abcdef",
        "…"
      })
  void whatIsNoSigningSecretIsRefused(String value) {
    variables.put("SLACK_API_URL", "http://[::1]:4700/api/");
    variables.put("SLACK_SIGNING_SECRET", value);
    assertRefused("SLACK_SIGNING_SECRET ");
  }

  @Test
  void twoThatWereSwappedAreEachNamedWithTheirPlace() {
    variables.put("SLACK_BOT_TOKEN", APP);
    variables.put("SLACK_APP_TOKEN", BOT);
    variables.put("SLACK_SIGNING_SECRET", BOT);
    assertThatThrownBy(() -> Environment.of(variables))
        .message()
        .hasLineCount(3)
        .contains("belongs in SLACK_APP_TOKEN", "belongs in SLACK_BOT_TOKEN")
        .doesNotContain("Abcdef", "89abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slack",
        "slack.com/api/",
        "ftp://slack.com/api/",
        "https://slack.com:99999/api/",
        "https://slack.com:0/api/",
        "http://slack.com/api/",
        "http://10.0.0.7:8080/api/",
        "https://veryhidden@slack.com/api/",
        "https://slack.com/",
        "https:///api/",
        "https://",
        "https://slack.com/api/auth.test",
        "https://slack.com/api/?token=veryhidden",
        "http://a b/",
        "https://my_host/api/",
        "https://[slack.com]/api/",
        "'https://slack.com/api/'"
      })
  void anApiAddressThatCannotBeRightIsRefused(String url) {
    variables.put("SLACK_API_URL", url);
    assertRefused("SLACK_API_URL ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "65536", "70000", "http", "3 000", "3000/tcp", "99999999999", "٣٠٠٠"})
  void aPortThatIsNoneIsRefused(String port) {
    variables.put("PORT", port);
    assertRefused("PORT must be a number from 0 to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://0.0.0.0", "0.0.0.0:3000", "a/b", "a b", "\"0.0.0.0\"", "härd"})
  void aHostThatIsNoneIsRefused(String host) {
    variables.put("HOST", host);
    assertRefused("HOST ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-host.invalid", "192.0.2.1"})
  void aHostThatIsNotThisMachinesIsRefusedBeforeTheStart(String host) {
    variables.put("HOST", host);
    Environment environment = Environment.of(variables);
    assertThatThrownBy(environment::requireHost)
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith("HOST is ");
  }

  @Test
  void aSecretInTwoPlacesOrInAFileThatIsOfNoUseIsRefused() throws IOException {
    variables.put("SLACK_BOT_TOKEN", BOT);
    variables.put("SLACK_BOT_TOKEN_FILE", file(BOT));
    assertRefused("SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set");
    variables.remove("SLACK_BOT_TOKEN");
    variables.put("SLACK_BOT_TOKEN_FILE", file(" \n"));
    assertRefused("which is empty");
    variables.put("SLACK_BOT_TOKEN_FILE", folder.toString());
    assertRefused("which is a folder");
    variables.put("SLACK_BOT_TOKEN_FILE", folder.resolve("none").toString());
    assertRefused("can't be read");
    variables.put("SLACK_BOT_TOKEN_FILE", BOT);
    assertRefused("SLACK_BOT_TOKEN_FILE names something");
    variables.put("SLACK_BOT_TOKEN_FILE", file("SLACK_BOT_TOKEN=" + BOT));
    assertRefused("SLACK_BOT_TOKEN must begin with xoxb-");
    variables.put("SLACK_BOT_TOKEN_FILE", file(BOT + "\n" + APP));
    assertRefused("SLACK_BOT_TOKEN holds a line break");
    Path utf16 = folder.resolve("utf16");
    Files.write(utf16, BOT.getBytes(StandardCharsets.UTF_16));
    variables.put("SLACK_BOT_TOKEN_FILE", utf16.toString());
    assertRefused("no text in UTF-8");
  }

  @Test
  void aSecretFromADeviceWithoutAnEndIsRefused() {
    variables.put("SLACK_BOT_TOKEN_FILE", "/dev/zero");
    assertRefused("which is far too long for a secret");
    variables.put("SLACK_BOT_TOKEN_FILE", "/dev/null");
    assertRefused("which is empty");
  }

  @Test
  void aSecretMayComeThroughAPipe() throws Exception {
    Path pipe = pipe();
    Thread writer =
        Thread.startVirtualThread(
            () -> assertThatNoException().isThrownBy(() -> Files.writeString(pipe, BOT)));
    variables.put("SLACK_BOT_TOKEN_FILE", pipe.toString());
    assertThat(Environment.of(variables).botToken().value()).isEqualTo(BOT);
    writer.join();
  }

  @Test
  void aPipeThatNobodyWritesIntoIsGivenUp() throws Exception {
    variables.put("SLACK_BOT_TOKEN_FILE", pipe().toString());
    var impatient = new Variables(variables, Duration.ZERO);
    assertThat(impatient.secret("SLACK_BOT_TOKEN")).isEmpty();
    assertThat(impatient.problems())
        .singleElement()
        .asString()
        .contains("SLACK_BOT_TOKEN_FILE names ", "which keeps its reader waiting");
  }

  private Path pipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  @ParameterizedTest
  @CsvSource({
    "SMALLSTEPS_CONFIG, '\"/etc/smallsteps\"'", "DATABASE_URL, \"'jdbc:sqlite:a.db'\"",
    "DATABASE_URL, jdbc:sqlite:sm\uFFFD\uFFFD.db", "SMALLSTEPS_CONFIG, /etc/sm\uFFFD\uFFFD",
    "DATABASE_URL, 'jdbc:sqlite:a\nb.db'"
  })
  void quotesLineBreaksAndLettersOfAnotherLocaleAreRefusedEverywhere(String name, String value) {
    variables.put(name, value);
    assertRefused(name + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, http://proxy:99999",
    "https_proxy, socks5://proxy:1080",
    "HTTP_PROXY, ://",
    "http_proxy, http://u:hidden@/"
  })
  void aProxyThatIsNoneIsRefusedWhetherOrNotItStandsOnTheWay(String name, String value) {
    variables.put(name, value);
    variables.put("NO_PROXY", "*");
    assertRefused(name + " must be the address of an http proxy");
    variables.put("SLACK_API_URL", "http://127.0.0.1:4700/api/");
    assertRefused(name + " must be the address of an http proxy");
    assertThat(Environment.withoutWayOut(variables).proxies()).isSameAs(Proxies.NONE);
  }

  @Test
  void eachProxyThatIsNoneIsNamedAlsoBehindAnother() {
    variables.put("HTTPS_PROXY", "http://proxy:0");
    variables.put("http_proxy", "socks5://proxy:1080");
    assertThatThrownBy(() -> Environment.of(variables))
        .message()
        .hasLineCount(2)
        .contains("HTTPS_PROXY must", "http_proxy must");
  }

  @Test
  void userAndPasswordOfAServerStandInTheAddressAsItsDriverReadsThem() throws IOException {
    variables.put("DATABASE_URL", "jdbc:postgresql://db.example.org/smallsteps?sslmode=require");
    variables.put("DATABASE_USER", "small steps");
    variables.put("DATABASE_PASSWORD_FILE", file("hid&den=%\n"));
    Environment environment = Environment.of(variables);
    assertThat(environment.databaseUrl())
        .isEqualTo(
            "jdbc:postgresql://db.example.org/smallsteps?sslmode=require"
                + "&user=small+steps&password=hid%26den%3D%25");
    assertThat(environment).asString().doesNotContain("hid");
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_USER, jdbc:sqlite:bot.db",
    "DATABASE_PASSWORD, jdbc:sqlite:bot.db",
    "DATABASE_USER, jdbc:postgresql://h/d?user=other",
    "DATABASE_PASSWORD, jdbc:postgresql://h/d?sslmode=require&password=hidden",
  })
  void aUserOrPasswordThatIsForNobodyOrSaidTwiceIsRefused(String variable, String url) {
    variables.put("DATABASE_URL", url);
    variables.put(variable, "hidden");
    assertRefused(variable + " is ");
  }

  @Test
  void aPathThatIsTooLongIsRefused() {
    variables.put("SMALLSTEPS_CONFIG", "/" + "a".repeat(256));
    assertRefused("SMALLSTEPS_CONFIG names a folder whose path is longer");
    variables.put("SMALLSTEPS_CONFIG", "/a".repeat(3000));
    assertRefused("SMALLSTEPS_CONFIG names a folder whose path is longer");
  }

  private void assertRefused(String begins) {
    assertThatThrownBy(() -> Environment.of(variables))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining(begins)
        .hasMessageNotContainingAny("hidden", "Abcdef", SECRET)
        .message()
        .hasLineCount(1);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("secret"), text).toString();
  }
}
