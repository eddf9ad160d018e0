package smallsteps.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Language;
import smallsteps.SetupException;

class PromptsTest {
  private static final Language SWEDISH = new Language("sv");
  private static final Language ENGLISH = new Language("en");

  @TempDir private Path folder;

  @Test
  void thePackedPromptsAreTheSameInBothLanguages() {
    var prompts = Prompts.load(ConfigFiles.packed(), SWEDISH);
    assertThat(prompts.in(SWEDISH)).hasSize(42);
    assertThat(ids(prompts, ENGLISH)).isEqualTo(ids(prompts, SWEDISH));
    assertThat(prompts.in(new Language("fi"))).isEqualTo(prompts.in(SWEDISH));
  }

  @Test
  void allThatIsWrongInAFileIsToldAtOnce() throws IOException {
    Files.createDirectory(folder.resolve("prompts"));
    Files.writeString(
        folder.resolve("prompts/sv.json"),
        """
        {"prompts": [
          {"id": "a", "principle": 8, "question": "?", "actions": {"2": "x", "5": "y"}},
          {"id": "a", "principle": 1, "question": "", "actions": []}, 3]}
        """);
    assertThatThrownBy(() -> Prompts.load(ConfigFiles.over(folder), SWEDISH))
        .isInstanceOf(SetupException.class)
        .hasMessageContainingAll(
            "prompts/sv.json",
            "prompts[0].principle",
            "prompts[0].actions.15",
            "prompts[0].actions.60",
            "\"prompts[1].id\" is used twice: \"a\"",
            "prompts[1].question",
            "\"prompts[1].actions\" must be an object",
            "\"prompts[2]\" must be an object");
  }

  @Test
  void aFileWithoutPromptsIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("prompts"));
    Files.writeString(folder.resolve("prompts/sv.json"), "{\"prompts\": []}");
    assertThatThrownBy(() -> Prompts.load(ConfigFiles.over(folder), SWEDISH))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("at least one prompt");
  }

  private static List<String> ids(Prompts prompts, Language language) {
    return prompts.in(language).stream().map(Prompt::id).toList();
  }
}
