package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.SetupException;
import smallsteps.UserTable;
import smallsteps.storage.Database;

class CliTest {
  private final Shell shell = new Shell();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void withoutTokensAndCommandItSaysInThreeLinesHowToBegin() {
    assertThat(shell.type()).isEqualTo(2);
    assertThat(shell.err().lines()).hasSize(3).anyMatch(line -> line.contains("rehearse"));
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void runIsWhatItDoesWhenThereAreTokens() {
    shell.variables.put("SLACK_BOT_TOKEN", "xoxb-1");
    shell.variables.put("SLACK_APP_TOKEN", "xapp-1");
    assertThat(shell.type()).isZero();
    assertThat(shell.out()).contains("running");
    assertThat(shell.type("run")).isZero();
  }

  @Test
  void aPipeGivesItsSecretOnceAndThatIsEnoughWithoutACommandToo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread writer =
        Thread.startVirtualThread(
            () -> assertThatNoException().isThrownBy(() -> Files.writeString(pipe, "xapp-1")));
    shell.variables.put("SLACK_API_URL", "http://localhost:1/");
    shell.variables.put("SLACK_BOT_TOKEN", "xoxb-1");
    shell.variables.put("SLACK_APP_TOKEN_FILE", pipe.toString());
    assertThat(shell.type()).isZero();
    writer.join();
  }

  @Test
  void runWithoutAWayForSlackToBeBelievedIsRefused() {
    shell.variables.put("SLACK_BOT_TOKEN", "xoxb-1");
    shell.variables.put("SLACK_SIGNING_SECRET", " ");
    assertThat(shell.type("run")).isEqualTo(2);
    assertThat(shell.err()).contains("SLACK_SIGNING_SECRET").doesNotContain("xoxb-1");
  }

  @Test
  void aWrongVariableIsSaidInASentenceAndNotInAStackTrace() {
    shell.variables.put("SLACK_BOT_TOKEN", "secret-value");
    shell.variables.put("PORT", "many");
    assertThat(shell.type("run")).isEqualTo(2);
    assertThat(shell.err().lines()).hasSize(2).noneMatch(line -> line.contains("\tat "));
    assertThat(shell.err()).contains("SLACK_BOT_TOKEN", "PORT").doesNotContain("secret-value");
  }

  @Test
  void rehearseTakesAPort() {
    assertThat(shell.type("rehearse")).isZero();
    assertThat(shell.out()).contains("rehearsing on 3000");
    shell.type("rehearse", "--port", "0");
    assertThat(shell.out()).contains("rehearsing on 0");
    assertThat(shell.type("rehearse", "--port", "65536")).isEqualTo(2);
  }

  @Test
  void aWayOutThatIsNoneKeepsNobodyFromRehearsing() {
    shell.variables.put("SLACK_BOT_TOKEN", "xoxb-1");
    shell.variables.put("HTTPS_PROXY", "socks5://proxy:1080");
    assertThat(shell.type("run")).isEqualTo(2);
    assertThat(shell.type("doctor")).isEqualTo(2);
    assertThat(shell.type("rehearse")).isZero();
  }

  @Test
  void anUnknownCommandOrOptionIsWrongUse() {
    assertThat(shell.type("dance")).isEqualTo(2);
    assertThat(shell.type("export", "--fast")).isEqualTo(2);
    assertThat(shell.err()).contains("smallsteps export --help");
    assertThat(shell.type("backup")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smallsteps |",
        "run        | run",
        "doctor     | doctor",
        "rehearse   | rehearse",
        "--port     | rehearse --port",
        "--http     | rehearse --http",
        "--database | rehearse --database",
        "--scene    | rehearse --scene",
        "--speed    | rehearse --speed",
        "--format   | export --format",
        "--since    | export --since",
        "--until    | export --until",
        "--channel  | export --channel",
        "--user     | forget --workspace T1 --user",
        "backup     | backup",
        "restore    | restore",
        "--force    | restore --force",
        "--language | manifest --language"
      })
  void anEmptyArgumentIsWrongUseWhereverItStands(String before, String typed) {
    List<String> words = typed == null ? List.of() : List.of(typed.split(" "));
    for (String empty : List.of("", " ", "\u00a0\t", "\u200b")) {
      assertThat(type(words, empty)).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .startsWith("There is an empty argument after " + before + ".")
          .hasLineCount(2);
    }
    assertThat(shell.type("export", "--since= ")).isEqualTo(2);
    assertThat(shell.err()).startsWith("There is an empty argument after --since.");
    assertThat(folder).isEmptyDirectory();
  }

  private int type(List<String> words, String last) {
    err.reset();
    String[] args = Stream.concat(words.stream(), Stream.of(last)).toArray(String[]::new);
    var variables =
        Map.of("SLACK_BOT_TOKEN", "none", "DATABASE_URL", "jdbc:sqlite:" + folder.resolve("a.db"));
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    return Main.run(variables, nowhere, new PrintStream(err, true, StandardCharsets.UTF_8), args);
  }

  @Test
  void whatBeginsWithAnAtIsNoFileToRead() {
    assertThat(shell.type("@/dev/zero")).isEqualTo(2);
    assertThat(shell.err()).contains("@/dev/zero", "smallsteps --help");
  }

  @Test
  void aTokenTypedInTheWrongPlaceIsNotRepeated() {
    assertThat(shell.type("xoxb-12-secret")).isEqualTo(2);
    assertThat(shell.type("run", "--token=xapp-1-secret")).isEqualTo(2);
    assertThat(shell.err()).contains("***").doesNotContain("secret");
  }

  @Test
  void whatWasMistypedIsSaidShortAndDoesNothingInTheTerminal() {
    assertThat(shell.type("x".repeat(5000))).isEqualTo(2);
    assertThat(shell.err()).hasSizeLessThan(300);
    assertThat(shell.type("\u001b[2J\nfake\u202e")).isEqualTo(2);
    assertThat(shell.err()).hasLineCount(2).doesNotContain("\u001b", "\u202e");
    assertThat(shell.type("0123456789abcdef0123456789abcdef")).isEqualTo(2);
    assertThat(shell.err()).contains("***").doesNotContain("0123456789abcdef");
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(shell.type("--help")).isZero();
    assertThat(shell.out())
        .contains("run", "rehearse", "doctor", "export", "forget", "backup", "restore", "manifest")
        .contains("Små steg");
    assertThat(shell.type("--version")).isZero();
    assertThat(shell.out()).startsWith("Small Steps");
  }

  @Test
  void anUnexpectedFailureIsOneLineWithoutItsMessage() {
    shell.failure = new IllegalStateException("what somebody wrote");
    assertThat(shell.type("manifest")).isEqualTo(1);
    assertThat(shell.err().lines()).hasSize(1);
    assertThat(shell.err()).doesNotContain("what somebody wrote");
  }

  @Test
  void aSetupMistakeAnywhereIsItsSentenceAndWrongUse() {
    shell.failure = new SetupException("The file x is missing.");
    assertThat(shell.type("manifest")).isEqualTo(2);
    assertThat(shell.err()).isEqualTo("The file x is missing." + System.lineSeparator());
  }

  @Test
  void theAddressOfTheManifestMayBeGivenWholeOrNot() {
    shell.listeners.add(new Listener.Message(_ -> Reply.nothing()));
    for (String path : List.of("", "/", "/slack/events", "/slack/events/")) {
      assertThat(shell.type("manifest", "--http", "https://bot.example.org" + path)).isZero();
      assertThat(shell.out())
          .contains("\"https://bot.example.org/slack/events\"")
          .doesNotContain("events/slack");
    }
    for (String wrong : List.of("http://b.org", "https://b.org:99999", "https://u:p@b.org", "b")) {
      assertThat(shell.type("manifest", "--http", wrong)).isEqualTo(2);
    }
  }

  @Test
  void forgetSaysHowManyRowsOfWhat() {
    String url = "jdbc:sqlite:" + folder.resolve("bot.db");
    Database.open(url).close();
    shell.variables.put("DATABASE_URL", url);
    shell.userTables.add(
        new UserTable("wins", user -> user.id().equals("U1") ? 2 : 0, _ -> List.of()));
    shell.userTables.add(new UserTable("reactions", _ -> 1, _ -> List.of()));
    assertThat(shell.type("forget", "--workspace", "T1", "--user", "U1")).isZero();
    assertThat(shell.out().lines())
        .containsExactly("wins: 2 rows", "reactions: 1 row", "Erased of U1 in T1: 3 rows.");
  }

  @Test
  void aCommandForAnExistingDatabaseMakesNone() {
    Path file = folder.resolve("absent.db");
    shell.variables.put("DATABASE_URL", "jdbc:sqlite:" + file);
    assertThat(shell.type("forget", "--workspace", "T1", "--user", "U1")).isEqualTo(2);
    assertThat(shell.type("export")).isEqualTo(2);
    assertThat(shell.type("backup", folder.resolve("copy.db").toString())).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDateThatIsNoneIsSaidSo() {
    assertThat(shell.type("export", "--since", "2026-02-30")).isEqualTo(2);
    assertThat(shell.err()).contains("--since", "2026-02-30");
    assertThat(shell.type("export", "--since", "2026-03-02", "--until", "2026-03-01")).isEqualTo(2);
    assertThat(shell.type("export", "--format", "xml")).isEqualTo(2);
  }
}
