package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smallsteps.Language;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;

class ExportTest {
  private static final Exported.Win WIN =
      new Exported.Win(
          new Exported.Place("T1", "C1", "1700000000.000100"),
          "1699999000.000200",
          "U1",
          "labelled the door",
          "did",
          2,
          Instant.parse("2026-11-23T08:00:00Z"),
          "1699999000.000200",
          Map.of("tada", List.of("U2", "U3")));
  private static final Exported.Nudge SKIPPED =
      new Exported.Nudge(
          new Exported.Place("T1", "C1", null),
          LocalDate.of(2026, 11, 23),
          2,
          "skipped",
          "holiday",
          Instant.parse("2026-11-23T08:00:00Z"),
          Map.of());

  @Test
  void jsonLinesAreExactlyAsPromised() {
    assertThat(new ExportJsonLines().write(List.of(WIN, SKIPPED)))
        .isEqualTo(
            """
            {"type":"win","workspace":"T1","channel":"C1","ts":"1700000000.000100",\
            "thread_ts":"1699999000.000200","user":"U1","text":"labelled the door","kind":"did",\
            "principle":2,"said_at":"2026-11-23T08:00:00Z","nudge_ts":"1699999000.000200",\
            "reactions":{"tada":["U2","U3"]}}
            {"type":"nudge","workspace":"T1","channel":"C1","ts":null,"date":"2026-11-23",\
            "principle":2,"state":"skipped","reason":"holiday","reactions":{}}
            """);
  }

  @Test
  void whatIsAbsentIsNull() {
    var bare =
        new Exported.Win(
            WIN.message(), null, "U1", "åäö\n\"2\"", "did", null, WIN.at(), null, Map.of());
    assertThat(new ExportJsonLines().write(List.of(bare)))
        .contains("\"thread_ts\":null", "\"principle\":null", "\"nudge_ts\":null")
        .contains("\"text\":\"åäö\\n\\\"2\\\"\"")
        .hasLineCount(1);
  }

  @Test
  void whatWasSaidAnonymouslyHasNobodyInAnyFormat() {
    var anonymous =
        new Exported.Win(WIN.message(), null, null, "asked", "did", null, WIN.at(), null, Map.of());
    assertThat(new ExportJsonLines().write(List.of(anonymous))).contains("\"user\":null");
    assertThat(new ExportCsv().write(List.of(anonymous))).contains("\"\",\"\",\"asked\",\"did\"");
    assertThat(markdown(anonymous)).contains("- asked");
  }

  @Test
  void csvHasAByteOrderMarkAHeaderAndEachCellInQuotes() {
    assertThat(new ExportCsv().write(List.of(said("one, \"two\"\nthree"), SKIPPED)))
        .isEqualTo(
            "\ufeff\"type\",\"workspace\",\"channel\",\"ts\",\"thread_ts\",\"user\",\"text\","
                + "\"kind\",\"principle\",\"said_at\",\"nudge_ts\",\"date\",\"state\",\"reason\","
                + "\"reactions\"\r\n"
                + "\"win\",\"T1\",\"C1\",\"1700000000.000100\",\"1699999000.000200\",\"U1\","
                + "\"one, \"\"two\"\"\nthree\",\"did\",\"2\",\"2026-11-23T08:00:00Z\","
                + "\"1699999000.000200\",\"\",\"\",\"\",\"tada: U2 U3\"\r\n"
                + "\"nudge\",\"T1\",\"C1\",\"\",\"\",\"\",\"\",\"\",\"2\",\"\",\"\",\"2026-11-23\","
                + "\"skipped\",\"holiday\",\"\"\r\n");
  }

  @Test
  void aSpreadsheetSeesNoFormulaInWhatSomebodyWroteWhateverItSplitsAt() {
    for (String sign : List.of("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")) {
      for (String before :
          List.of("", " ", "\u00a0", "\u200b", "\ufeff", "\"", "\u2800", "\u0000")) {
        for (String at : List.of("", "a;", "a,", "a\t", "a\n", "a\r", "a\r\n", "a;b;")) {
          assertNoFormula(at + before + sign + "1+1;klart");
        }
      }
    }
    assertThat(new ExportCsv().write(List.of(said("1=1")))).contains(",\"1=1\",");
  }

  /// As a reader has it that splits at `;`, whatever the quotes.
  private static void assertNoFormula(String text) {
    String csv = new ExportCsv().write(List.of(said(text)));
    for (String part : csv.split("[,;\t\n\r]")) {
      assertThat(part.replaceAll("^[\\s\\p{C}\\p{Z}\"\u2800\u2400-\u2421]+", ""))
          .as(text)
          .doesNotContainPattern("^[=+@＝＋－＠﹦﹢﹣﹫-]");
    }
  }

  @Test
  void nothingOfWhatSomebodyWroteActsOnATerminalInAnyFormat() {
    String odd = "a\u001b[2Jb\u0000c\u009bd\u202ee\u2067f\u2028g\u007f";
    for (ExportFormat format : List.of(new ExportCsv(), new ExportJsonLines())) {
      assertHarmless(format.write(List.of(said(odd))));
    }
    assertHarmless(markdown(said(odd)));
    assertThat(new ExportJsonLines().write(List.of(said(odd)))).contains("\\u202e", "\\u009b");
  }

  private static void assertHarmless(String shown) {
    assertThat(shown.replaceAll("[\r\n]", "").codePoints())
        .noneMatch(c -> Character.isISOControl(c) || c >= 0x2028 && c <= 0x202e || c == 0x2067);
  }

  @Test
  void markdownGoesByWeekAndPrincipleAndNamesNobody() {
    var sunday =
        new Exported.Win(
            WIN.message(),
            null,
            "U1",
            "early",
            "did",
            null,
            Instant.parse("2026-11-22T22:30:00Z"),
            null,
            Map.of());
    var monday =
        new Exported.Win(
            WIN.message(),
            null,
            "U1",
            "late",
            "did",
            null,
            Instant.parse("2026-11-22T23:30:00Z"),
            null,
            Map.of());
    assertThat(markdown(WIN, monday, sunday, SKIPPED))
        .isEqualTo(
            """
            # Små steg

            ## Vecka 47, 2026

            ### Utan princip

            - early

            ## Vecka 48, 2026

            ### 2. Sätt igång

            - labelled the door — tada 2
            - Nudge 2026-11-23 (holiday)

            ### Utan princip

            - late
            """);
  }

  @Test
  void whatSomebodyWroteIsNoMarkup() {
    assertThat(markdown(said("# not a title\n\n- [x](y) *b* <b> `c`\n2026. a_b")))
        .contains(
            "- \\# not a title  \n  \\- \\[x\\](y) \\*b\\* \\<b\\> \\`c\\`  \n  2026\\. a\\_b — ");
  }

  private static Exported said(String text) {
    return new Exported.Win(
        WIN.message(),
        WIN.threadTs(),
        "U1",
        text,
        "did",
        2,
        WIN.at(),
        WIN.nudgeTs(),
        WIN.reactions());
  }

  private static String markdown(Exported... rows) {
    Language swedish = new Language("sv");
    var words = Words.load(ConfigFiles.packed(), swedish).in(swedish);
    return new ExportMarkdown(
            words, number -> number + ". Sätt igång", ZoneId.of("Europe/Stockholm"))
        .write(List.of(rows));
  }
}
