package smallsteps.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Language;
import smallsteps.SetupException;

/// What a team writes into its own files goes over the packed ones key by key, and is checked
/// whole.
class OwnFilesTest {
  private static final Language SV = new Language("sv");
  private static final Language EN = new Language("en");
  private static final Language FI = new Language("fi");
  @TempDir private Path folder;

  @Test
  void oneChangedSentenceIsAllThatAFileNeedsToHold() throws IOException {
    write("words/en.json", "{\"principles\": {\"close\": \"Done\"}}");
    Words words = words();
    assertThat(words.in(EN).plain("principles.close")).isEqualTo("Done");
    assertThat(words.in(EN).say("principles.modal_title", "number", 3)).isEqualTo("Principle 3");
    assertThat(words.in(SV).plain("principles.close")).isEqualTo("Stäng");
    assertThat(words.failed()).isZero();
  }

  @Test
  void aNewLanguageSaysWhatItHasAndTheRestInThatOfTheSettings() throws IOException {
    write("words/fi.json", "{\"principles\": {\"close\": \"Sulje\"}}");
    Words words = words();
    assertThat(words.in(FI).plain("principles.close")).isEqualTo("Sulje");
    assertThat(words.in(FI).say("principles.modal_title", "number", 3)).isEqualTo("Princip 3");
    assertThat(words.in(FI).language()).isEqualTo(FI);
  }

  @Test
  void aFormThatIsLeftOutIsThePackedOne() throws IOException {
    write("words/sv.json", "{\"wins\": {\"latest\": {\"one\": \"En sak:\"}}}");
    Words words = words();
    assertThat(words.in(SV).say("wins.latest", "n", 1)).isEqualTo("En sak:");
    assertThat(words.in(SV).say("wins.latest", "n", 2)).contains("2");
    assertThat(words.failed()).isZero();
  }

  /// Slovene has forms for one, for two, and for three and four, by the last two figures.
  @ParameterizedTest
  @CsvSource({"1, 1 korak", "2, 2 koraka", "3, 3 koraki", "5, 5 korakov", "102, 102 koraka"})
  void aLanguageHasTheFormsThatItsNumbersTake(int n, String said) throws IOException {
    write(
        "words/sl.json",
        """
        {"digest": {"count": {"did": {"one": "{n} korak", "two": "{n} koraka",
                                      "few": "{n} koraki", "other": "{n} korakov"}}}}
        """);
    assertThat(words().in(new Language("sl")).say("digest.count.did", "n", n)).isEqualTo(said);
  }

  @Test
  void aDateIsSaidAsTheFileHasItOrElseAsTheLanguageDoes() throws IOException {
    write("words/fi.json", "{\"principles\": {\"close\": \"Sulje\"}}");
    write("words/en.json", "{\"dates\": {\"day\": \"MMMM d\"}}");
    var date = LocalDate.of(2026, 11, 28);
    Words words = words();
    assertThat(words.in(FI).date(DateShape.DAY, date)).isEqualTo("28. marraskuuta");
    assertThat(words.in(EN).date(DateShape.DAY, date)).isEqualTo("November 28");
    assertThat(words.in(EN).date(DateShape.WEEKDAY, date)).isEqualTo("Saturday 28 November");
    assertThat(words.in(SV).date(DateShape.FULL, date)).isEqualTo("lördag 28 november 2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"dates\": {\"day\": \"dd b\"}} | dates.day | is no pattern for a date",
        "{\"dates\": {\"day\": \"HH:mm\"}} | dates.day | is no pattern for a date",
        "{\"principles\": {\"this_week\": \"V {wek}\"}} | principles.this_week | did you mean {week}?",
        "{\"principles\": {\"this_week\": \"V {week\"}} | principles.this_week | has a { without its }",
        "{\"principles\": {\"this_week\": 7}} | principles.this_week | must be a text",
        "{\"principles\": {\"this_week\": null}} | principles.this_week | must be a text",
        "{\"principles\": {\"this_week\": [\"a\"]}} | principles.this_week | must be a text",
        "{\"principles\": {\"this_week\": \" \"}} | principles.this_week | is empty",
        "{\"principles\": {\"close\": \"{x}\"}} | principles.close | it has no blanks",
        "{\"principles\": \"none\"} | principles | must be an object with sentences",
        "{\"principles\": {\"close\": {\"one\": \"a\"}}} | principles.close | needs a text",
        "{\"wins\": {\"cancel\": \"Leave it as it was before\"}} | wins.cancel | longer than the 24",
        "{\"spread\": {\"shortcuts\": {\"too\": {\"name\": \"I have done that small thing\"}}}}"
            + " | spread.shortcuts.too.name | longer than the 24",
        "{\"app\": {\"name\": \"Small steps that we take each day, all\"}} | app.name | longer than the 35"
      })
  void aSentenceThatCannotBeSaidIsNamedByFileAndKey(String json, String key, String wrong)
      throws IOException {
    write("words/en.json", json);
    assertThatThrownBy(this::words)
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("words/en.json")
        .hasMessageContaining("\"" + key + "\" ")
        .hasMessageContaining(wrong);
  }

  @Test
  void allThatIsWrongInAllLanguagesIsToldAtOnce() throws IOException {
    write("words/en.json", "{\"principles\": {\"close\": 1, \"this_week\": \"{wek}\"}}");
    write("words/sv.json", "{\"calendar\": {\"week\": \"{vecka}\"}}");
    assertThatThrownBy(this::words)
        .hasMessageContainingAll("principles.close", "principles.this_week", "calendar.week")
        .message()
        .hasLineCount(2);
  }

  @Test
  void aKeyThatNobodyKnowsAnyMoreIsAWarningWithTheNearestAndNoRefusal() throws IOException {
    write("words/en.json", "{\"principles\": {\"this_weak\": \"x\", \"this_week\": \"Now.\"}}");
    words();
    assertThat(OwnWords.of(ConfigFiles.over(folder)).getFirst().warnings())
        .containsExactly(
            "nobody says \"principles.this_weak\" (did you mean \"this_week\"?)",
            "\"principles.this_week\" leaves out {week}");
  }

  @Test
  void somethingIsAlwaysSaid() {
    Words words = Words.load(ConfigFiles.packed(), SV);
    assertThat(words.in(SV).say("no.such.sentence")).isEqualTo("no.such.sentence");
    assertThat(words.in(SV).say("principles.modal_title")).isEqualTo("Principle …");
    assertThat(words.in(SV).say("principles.modal_title", "number")).isNotBlank();
    assertThat(words.in(SV).say("principles")).isEqualTo("principles");
    assertThat(words.failed()).isEqualTo(6);
  }

  @Test
  void oneChangedPromptLeavesTheOthersAsTheyAreAndOneMayBeLeftOut() throws IOException {
    write(
        "prompts/en.json",
        """
        {"prompts": [{"id": "open-share-early", "question": "What now?"},
                     {"id": "open-say-thanks", "off": true}]}
        """);
    List<Prompt> prompts = Prompts.load(ConfigFiles.over(folder), SV).in(EN);
    assertThat(prompts).hasSize(41);
    assertThat(prompts.getFirst().question()).isEqualTo("What now?");
    assertThat(prompts.getFirst().actions()).hasSize(4);
    assertThat(prompts).noneMatch(prompt -> prompt.id().equals("open-say-thanks"));
  }

  @Test
  void promptsOfATeamsOwnTakeThePlaceOfThePackedOnes() throws IOException {
    write(
        "prompts/en.json",
        """
        {"prompts": [{"id": "ours", "principle": 1, "question": "What?",
          "actions": {"2": "a", "5": "b", "15": "c", "60": "d"}}]}
        """);
    assertThat(Prompts.load(ConfigFiles.over(folder), SV).in(EN)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16, UTF-16", "UTF-16LE, UTF-16", "UTF-32, UTF-32", "ISO-8859-1, line 2"})
  void aFileInAnotherEncodingIsRefusedByTheNameOfIt(String charset, String says)
      throws IOException {
    String json = "{\"principles\":\n {\"close\": \"Stäng nu\"}}";
    Files.createDirectories(folder.resolve("words"));
    Files.write(folder.resolve("words/sv.json"), json.getBytes(Charset.forName(charset)));
    assertThatThrownBy(this::words)
        .isInstanceOf(SetupException.class)
        .hasMessageContainingAll("words/sv.json", says, "UTF-8");
  }

  @Test
  void aByteOrderMarkIsLetPass() throws IOException {
    Files.write(
        folder.resolve("smallsteps.json"),
        "\uFEFF{\"country\": \"no\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(Settings.load(ConfigFiles.over(folder)).country()).isEqualTo("no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"zone\": }", "{\"zone\": \"UTC\" \"country\": \"se\"}", "{"})
  void whatIsNoObjectInJsonIsRefusedWithTheFile(String json) throws IOException {
    write("smallsteps.json", json);
    assertThatThrownBy(() -> Settings.load(ConfigFiles.over(folder)))
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith("The configuration file smallsteps.json ");
  }

  @ParameterizedTest
  @MethodSource
  void whatElseTheFileIsIsSaidAsItIs(String json, String says) throws IOException {
    for (String name : List.of("smallsteps.json", "words/en.json", "manifest.json")) {
      write(name, json);
      assertThatThrownBy(() -> ConfigFiles.over(folder).read(name))
          .isInstanceOf(SetupException.class)
          .hasMessageStartingWith("The configuration file " + name + " " + says)
          .message()
          .hasLineCount(1)
          .endsWith(".");
    }
  }

  static Stream<Arguments> whatElseTheFileIsIsSaidAsItIs() {
    return Stream.of(
        Arguments.of("[]", "is JSON, but a list and no object"),
        Arguments.of("\"x\"", "is JSON, but a text and no object"),
        Arguments.of("3", "is JSON, but a number and no object"),
        Arguments.of(" null\n", "is JSON, but a single word and no object"),
        Arguments.of("[".repeat(100_000), "is nested too deep: look for brackets"),
        Arguments.of("{\n\"a\": ".repeat(100_000), "is nested too deep: look for brackets"),
        Arguments.of("{\n\"a\": 1e" + "9".repeat(40) + "}", "holds a number that is too long"),
        Arguments.of("{\n\"a\": " + "9".repeat(5000) + "}", "holds a number that is too long"),
        Arguments.of("{}\n{}", "is not JSON: look at line 2"),
        Arguments.of("{} x", "is not JSON: look at line 1"),
        Arguments.of("[1,", "is not JSON: look at line 1"));
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() throws IOException {
    write("smallsteps.json", "{\"zone\": \"UTC\", \"zone\": \"Europe/Oslo\"}");
    assertThatThrownBy(() -> Settings.load(ConfigFiles.over(folder)))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("has the key \"zone\" twice in one object: keep one, by line 1.");
  }

  @Test
  void whatLiesWhereAFileBelongsAndIsNoneIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("words/sv.json"));
    assertThatThrownBy(this::words)
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("words/sv.json can't be read");
    Files.delete(folder.resolve("words/sv.json"));
    Files.createSymbolicLink(folder.resolve("words/sv.json"), Path.of("nowhere"));
    assertThatThrownBy(this::words)
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("words/sv.json can't be read");
  }

  private Words words() {
    return Words.load(ConfigFiles.over(folder), SV);
  }

  private void write(String name, String json) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), json);
  }
}
