package smallsteps.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page's JavaScript is held to what the Java is: one format, names and types that fit, nothing
/// unused, no circles. The tools come with Maven, and Node with Playwright: nothing is installed.
class PageScriptsTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/smallsteps/rehearsal/page");
  private static final Path SETTINGS = Path.of("src/test/javascript");
  private static final Path TOOLS = Path.of("target/page-tools");
  private static final Pattern SAID =
      Pattern.compile("\\bt\\(\\s*\"(?<words>(?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"\\./(?<name>[^\"]+)\"");

  @Test
  void theScriptsAreFormatted() throws Exception {
    assertThat(
            node(
                "prettier.cjs", "--config", SETTINGS + "/prettier.json", mode(), SCRIPTS + "/*.js"))
        .as("`mvn test -Dtest=PageScriptsTest -Dformat` formats them")
        .isEmpty();
  }

  private static String mode() {
    return System.getProperty("format") == null ? "--list-different" : "--write";
  }

  @Test
  void whatAScriptNamesIsThereAndFitsAndIsUsed() throws Exception {
    assertThat(node("tsc.js", "--pretty", "false", "-p", SETTINGS.toString())).isEmpty();
  }

  @Test
  void noScriptImportsItsOwnImporter() throws Exception {
    Map<String, List<String>> imports = imports();
    assertThat(imports).isNotEmpty();
    boolean isFewer = true;
    while (isFewer) {
      isFewer = imports.values().removeIf(named -> named.stream().noneMatch(imports::containsKey));
    }
    assertThat(imports).as("in circles, or above one").isEmpty();
  }

  @Test
  void whatThePageSaysItSaysInSwedishToo() throws Exception {
    String words = Files.readString(SCRIPTS.resolve("words.js"));
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      for (Path each : scripts.filter(file -> file.toString().endsWith(".js")).toList()) {
        assertThat(
                SAID.matcher(Files.readString(each)).results().map(found -> found.group("words")))
            .as(each.toString())
            .allMatch(said -> isKey(words, said));
      }
    }
  }

  /// Prettier quotes only what would be no name.
  private static boolean isKey(String words, String said) {
    return words.contains("\n  \"" + said + "\":") || words.contains("\n  " + said + ":");
  }

  private static Map<String, List<String>> imports() throws IOException {
    Map<String, List<String>> imports = new TreeMap<>();
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      for (Path each : scripts.filter(file -> file.toString().endsWith(".js")).toList()) {
        imports.put(each.getFileName().toString(), named(Files.readString(each)));
      }
    }
    return imports;
  }

  private static List<String> named(String script) {
    return IMPORT
        .matcher(script)
        .results()
        .map((MatchResult found) -> found.group("name"))
        .toList();
  }

  /// What the tool says; nothing when all is well.
  private static String node(String tool, String... arguments) throws Exception {
    Driver driver =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
    ProcessBuilder builder = driver.createProcessBuilder();
    List<String> command =
        Stream.concat(
                Stream.of(builder.command().getFirst(), found(tool).toString()),
                Stream.of(arguments))
            .toList();
    Process process = builder.command(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : "%s%n%s".formatted(tool, said);
  }

  private static Path found(String tool) throws IOException {
    try (Stream<Path> files = Files.walk(TOOLS)) {
      return files.filter(file -> file.endsWith(tool)).findFirst().orElseThrow();
    }
  }
}
