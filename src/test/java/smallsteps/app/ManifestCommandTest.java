package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Slack shows of the app: in one language, the one that was asked for.
class ManifestCommandTest {
  private final Map<String, String> variables = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void allThatSlackShowsOfTheAppIsInTheLanguageThatWasAskedFor() {
    JsonObject swedish = manifest("--language", "sv");
    JsonObject english = manifest("--language", "en");
    assertThat(shown(swedish)).doesNotContainAnyElementsOf(shown(english).toList());
    assertThat(shown(swedish)).hasSize(18).contains("Jag gjorde en liten sak");
    assertThat(shown(english)).hasSize(18).contains("I did a small thing");
    assertThat(shown(english)).noneMatch(text -> text.matches("[a-z]+(\\.[a-z]+)+"));
  }

  @Test
  void theLanguageThatIsAskedForGoesBeforeThatOfTheSettings() throws IOException {
    JsonObject swedish = manifest();
    assertThat(swedish).isEqualTo(manifest("--language", "sv"));
    write("smallsteps.json", "{\"language\": \"en\"}");
    assertThat(manifest()).isNotEqualTo(swedish).isEqualTo(manifest("--language", "EN"));
    assertThat(manifest("--language", "sv")).isEqualTo(swedish);
  }

  @Test
  void aTeamsOwnWordsAndLanguagesAreTaken() throws IOException {
    write("smallsteps.json", "{\"commands\": {\"nudge\": \"/knuff\"}}");
    write(
        "words/fi.json", "{\"principles\": {\"command\": {\"description\": \"Lue, tai /nudge\"}}}");
    assertThat(shown(manifest("--language", "fi"))).contains("Lue, tai /knuff");
  }

  @Test
  void aLanguageWithoutWordsIsRefusedWithThoseThereAre() {
    for (String wrong : new String[] {"de", "english", "en-GB", "1"}) {
      assertThat(typed("--language", wrong)).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .startsWith("--language is one of those that the bot has words in (en, sv)")
          .hasLineCount(1);
    }
  }

  @Test
  void whatSlackShowsIsNoLongerThanItTakes() {
    for (String language : new String[] {"sv", "en"}) {
      JsonObject manifest = manifest("--language", language);
      JsonObject about = manifest.getJsonObject("display_information");
      assertThat(about.getString("name")).hasSizeLessThanOrEqualTo(35);
      assertThat(about.getString("description")).hasSizeLessThanOrEqualTo(140);
      assertThat(about.getString("long_description")).hasSizeBetween(175, 4000);
      for (JsonObject shortcut : features(manifest, "shortcuts").getValuesAs(JsonObject.class)) {
        assertThat(shortcut.getString("name")).hasSizeLessThanOrEqualTo(24);
        assertThat(shortcut.getString("description")).hasSizeLessThanOrEqualTo(150);
      }
    }
  }

  /// The app's name is the same everywhere.
  private static Stream<String> shown(JsonObject manifest) {
    JsonObject about = manifest.getJsonObject("display_information");
    return Stream.concat(
        Stream.of("description", "long_description").map(about::getString),
        Stream.of("shortcuts", "slash_commands")
            .flatMap(list -> features(manifest, list).getValuesAs(JsonObject.class).stream())
            .flatMap(each ->
                Stream.of("name", "description", "usage_hint")
                    .filter(each::containsKey)
                    .map(each::getString)));
  }

  private static JsonArray features(JsonObject manifest, String list) {
    return manifest.getJsonObject("features").getJsonArray(list);
  }

  private JsonObject manifest(String... options) {
    assertThat(typed(options)).isZero();
    try (var reader = Json.createReader(new StringReader(out.toString(StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }

  private int typed(String... options) {
    out.reset();
    err.reset();
    String[] command =
        Stream.concat(Stream.of("manifest"), Stream.of(options)).toArray(String[]::new);
    return Main.run(variables, stream(out), stream(err), command);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private void write(String name, String text) throws IOException {
    variables.put("SMALLSTEPS_CONFIG", folder.toString());
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
