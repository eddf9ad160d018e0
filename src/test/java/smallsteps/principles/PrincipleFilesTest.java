package smallsteps.principles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static smallsteps.principles.PrincipleRoom.EN;
import static smallsteps.principles.PrincipleRoom.SV;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Buttons;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.SetupException;
import smallsteps.config.ConfigFiles;

class PrincipleFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectory(folder.resolve("principles"));
  }

  @Test
  void aTeamsOwnFileTakesThePlaceOfThePackedOne() {
    write("sv", file("sv", entries(7)));
    var room = new PrincipleRoom(ConfigFiles.over(folder));
    assertThat(room.shown("2", SV).text()).startsWith("2. Title 2\n\nText 2");
    assertThat(room.shown("2", EN).text()).startsWith("2. Do things in practice");
  }

  @Test
  void aFileMoreIsALanguageMore() {
    write("fi", file("fi", entries(7)));
    var room = new PrincipleRoom(ConfigFiles.over(folder));
    assertThat(room.shown("2", new Language("fi")).text()).startsWith("2. Title 2");
  }

  @Test
  void textThatLooksLikeMarkupStaysText() {
    write("sv", file("sv", entries(7)).replace("Title 2", "R&D <!channel>"));
    Content content = new PrincipleRoom(ConfigFiles.over(folder)).shown("2", SV);
    assertThat(content.text()).startsWith("2. R&amp;D &lt;!channel&gt;\n");
    assertThat(content.blocks().getFirst().toString()).contains("2. R&D <!channel>");
  }

  @Test
  void aLongTitleFitsItsButton() {
    write("sv", file("sv", entries(7)).replace("Title 2", "title ".repeat(20)));
    Content list = new PrincipleRoom(ConfigFiles.over(folder)).shown("list", SV);
    assertThat(Buttons.of(list))
        .allSatisfy(b -> assertThat(b.getText().getText()).hasSizeLessThanOrEqualTo(75))
        .allSatisfy(b -> assertThat(b.getAccessibilityLabel()).hasSizeLessThanOrEqualTo(75));
  }

  @Test
  void oneChangedTitleIsAllThatAFileNeedsToHold() {
    write("sv", "{\"principles\": [{\"number\": 2, \"title\": \"Gör det\"}]}");
    var room = new PrincipleRoom(ConfigFiles.over(folder));
    assertThat(room.shown("2", SV).text()).startsWith("2. Gör det\n\nAtt samtala är viktigt");
    assertThat(room.shown("3", SV).text()).startsWith("3. Experimentera");
  }

  @Test
  void aNewLanguageMayBeginWithOnePrinciple() {
    write("fi", "{\"principles\": [{\"number\": 2, \"title\": \"Tee se\"}]}");
    var room = new PrincipleRoom(ConfigFiles.over(folder));
    assertThat(room.shown("2", new Language("fi")).text()).startsWith("2. Tee se");
    assertThat(room.shown("3", new Language("fi")).text()).startsWith("3. Experimentera");
  }

  @Test
  void anEighthPrincipleIsRefusedInASentence() {
    isRefused(file("sv", entries(8)), "principles/sv.json", "numbered 1 to 7");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    String wrong = file("en", entries(7)).replace("Title 2", " ").replace("\"Text 5\"", "\"\"");
    isRefused(
        wrong,
        "\"language\" must be \"sv\"",
        "principle 2 has no title",
        "principle 5 needs a body");
  }

  @Test
  void aPartIsAParagraphOrBulletsAndNotBoth() {
    String both =
        file("sv", entries(7))
            .replace(
                "\"Text 1\"", "\"Text 1\", \"bullets\": [{\"label\": \"A\", \"text\": \"b\"}]");
    isRefused(both, "principle 1 needs a body");
  }

  @Test
  void aTitleThatNoHeaderHoldsIsRefused() {
    isRefused(
        file("sv", entries(7)).replace("Title 2", "t".repeat(141)), "principle 2 has a title");
  }

  @Test
  void aKeyThatIsMisspeltIsNamedByItsPath() {
    isRefused(
        file("sv", entries(7)).replace("\"title\": \"Title 1\"", "\"titel\": \"Title 1\""),
        "unknown key \"principles[0].titel\", remove it (did you mean \"title\"?)");
  }

  @Test
  void aValueOfTheWrongKindIsNamedByItsPath() {
    isRefused(
        file("sv", entries(7)).replace("\"number\": 3", "\"number\": \"3\""),
        "\"principles[2].number\" must be a whole number");
  }

  @Test
  void theLanguageOfTheSettingNeedsItsFile() {
    assertThatThrownBy(() -> Principles.load(ConfigFiles.packed(), new Language("fi")))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("principles/fi.json");
  }

  private void isRefused(String file, String... told) {
    write("sv", file);
    assertThatThrownBy(() -> Principles.load(ConfigFiles.over(folder), SV))
        .isInstanceOf(SetupException.class)
        .hasMessageContainingAll(told);
  }

  private void write(String language, String json) {
    try {
      Files.writeString(folder.resolve("principles").resolve(language + ".json"), json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String file(String language, String entries) {
    return """
    {"language": "%s", "source": "Us", "source_url": "https://example.org/", "principles": [%s]}
    """
        .formatted(language, entries);
  }

  private static String entries(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n ->
            """
            {"number": %d, "title": "Title %d", "body": [{"paragraph": "Text %d"}]}\
            """
                .formatted(n, n, n))
        .collect(Collectors.joining(","));
  }
}
