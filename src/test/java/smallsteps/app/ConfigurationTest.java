package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.SetupException;
import smallsteps.config.Environment;

class ConfigurationTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrongInAnyFileIsToldWithAllTheRestAndOnce() throws IOException {
    write("smallsteps.json", "{\"zone\": \"Mars\"}");
    write("words/sv.json", "{\"calendar\": {\"week\": \"{wek}\"}}");
    write("words/en.json", "{\"calendar\": {\"week\": 7}}");
    write("prompts/sv.json", "{\"prompts\": [{\"id\": \"open-share-early\", \"question\": 1}]}");
    write("principles/en.json", "{\"principles\": [{\"number\": 3, \"title\": \"\"}]}");
    write("calendars/no.json", "{\"weekend\": [\"someday\"]}");
    write("manifest.json", "{");
    assertThatThrownBy(this::load)
        .isInstanceOf(SetupException.class)
        .hasMessageContainingAll(
            "smallsteps.json: \"zone\"",
            "words/sv.json: \"calendar.week\"",
            "words/en.json: \"calendar.week\" must be a text",
            "prompts/sv.json: \"prompts[0].question\"",
            "principles/en.json: principle 3 has no title",
            "calendars/no.json",
            "\"weekend[0]\" must be a weekday",
            "manifest.json is not JSON")
        .message()
        .hasLineCount(7);
  }

  @Test
  void aFileThatIsNotTakenIsNamedWithWhereItMayBelong() throws IOException {
    write("word/sv.json", "{}");
    write("config/words/sv.json", "{}");
    write("words/sv-SE.json", "{}");
    write(".git/config", "");
    write("words/.sv.json.swp", "");
    write("words/sv.json", "{\"principles\": {\"close\": \"Klart\"}}");
    Configuration configuration = load();
    assertThat(configuration.files().taken()).containsExactly("words/sv.json");
    assertThat(configuration.warnings())
        .containsExactly(
            "config/words/sv.json is not taken: it is no file of the configuration; did you mean"
                + " words/sv.json?",
            "word/sv.json is not taken: it is no file of the configuration; did you mean"
                + " words/sv.json?",
            "words/sv-SE.json is not taken: it is no file of the configuration; did you mean"
                + " words/sv.json?");
  }

  private Configuration load() {
    return Configuration.load(Environment.of(Map.of("SMALLSTEPS_CONFIG", folder.toString())));
  }

  private void write(String name, String json) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), json);
  }
}
