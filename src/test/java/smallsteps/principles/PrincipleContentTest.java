package smallsteps.principles;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.principles.PrincipleRoom.EN;
import static smallsteps.principles.PrincipleRoom.SV;
import static smallsteps.principles.PrincipleRoom.buttonValues;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Buttons;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.Reply;

class PrincipleContentTest {
  /// Of the seven as oneteamgov.se publishes them, compared line by line when this was written: a
  /// heading, paragraph or bullet a line, the missing full stop of the second included. The texts
  /// are others' words, so a change to them is a mistake until their source has changed.
  private static final String AS_PUBLISHED =
      "396ee9e2fedb92681e9426d9a52f783db2946700128ac628ceddc072ea8fd3e1";

  private final PrincipleRoom room = new PrincipleRoom();

  @Test
  void theSwedishTextIsWordForWordAsPublished() throws Exception {
    String lines =
        room.principles.all(SV).stream()
            .flatMap(p -> Stream.concat(Stream.of(p.heading()), p.text().lines()))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(AS_PUBLISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4", "5", "6", "7"})
  void aPrincipleIsWholeInItsTextAndInItsBlocks(String typed) {
    for (Language language : List.of(SV, EN)) {
      Principle principle = room.principles.get(Integer.parseInt(typed), language);
      Content content = room.shown(typed, language);
      assertThat(content.text()).startsWith(principle.heading() + "\n\n" + principle.text());
      assertThat(header(content)).isEqualTo(principle.heading());
      assertThat(richText(content)).isEqualTo(withoutBullets(principle.text()));
    }
  }

  @Test
  void theTextSaysWhatTheButtonsDo() {
    assertThat(room.shown("3", SV).text()).contains("Knapparna visar de andra principerna.");
    assertThat(room.shown("3", EN).text()).contains("The buttons show the other principles.");
  }

  @Test
  void buttonsNameTheOtherSixForAScreenReader() {
    Content content = room.shown("3", SV);
    assertThat(buttonValues(content)).containsExactly("1", "2", "4", "5", "6", "7");
    assertThat(Buttons.of(content).get(2).getAccessibilityLabel())
        .isEqualTo("4. Bejaka mångfald och vara inkluderande");
    assertThat(Buttons.of(content))
        .allSatisfy(b -> assertThat(b.getActionId()).startsWith(room.actionId() + ":"))
        .extracting("actionId")
        .doesNotHaveDuplicates();
  }

  @Test
  void aButtonPutsItsPrincipleInPlaceOfTheMessage() {
    var four = Buttons.of(room.shown("3", EN)).get(2);
    assertThat(room.pressed(four, SV, null)).isEqualTo(new Reply.Replace(room.shown("4", SV)));
  }

  @Test
  void aButtonOnAMessageThatOthersSeeLeavesItAsItIs() {
    var one = Buttons.of(room.shown("list", EN)).getFirst();
    assertThat(room.pressed(one, EN, new MessageId("T1", "C1", "1700000000.000100")))
        .isEqualTo(Reply.onlyYou(room.shown("1", EN)));
  }

  @Test
  void aPlainNumberIsAnsweredWithWhatWasMadeBefore() {
    assertThat(room.shown("5", SV)).isSameAs(room.shown("5", SV));
  }

  @ParameterizedTest(name = "{0} → week {1}, principle {2}")
  @CsvSource({
    "2026-11-23T08:00:00Z, 48, 6",
    "2026-11-29T22:59:59Z, 48, 6",
    "2026-11-29T23:00:00Z, 49, 7",
    "2026-12-31T12:00:00Z, 53, 4",
    "2027-01-03T12:00:00Z, 53, 4",
    "2027-01-04T12:00:00Z, 1, 1",
    "2025-12-29T12:00:00Z, 1, 1"
  })
  void theIsoWeekOfTheZoneChoosesThePrinciple(String now, int week, int number) {
    room.itIs(now);
    Principle principle = room.principles.get(number, SV);
    assertThat(room.shown("", SV).text())
        .startsWith("Veckans princip, vecka " + week + ".")
        .contains(principle.heading() + "\n\n" + principle.text());
    assertThat(buttonValues(room.shown("", SV))).hasSize(6).doesNotContain("" + number);
  }

  @Test
  void aLanguageWithoutTextsReadsThoseOfTheSetting() {
    var finnish = new Language("fi");
    assertThat(room.shown("3", finnish)).isEqualTo(room.shown("3", SV));
    assertThat(room.principles.get(3, finnish)).isEqualTo(room.principles.get(3, SV));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "6",
        "arbeta",
        "vi",
        "mångfallt",
        "list",
        "random",
        "share",
        "share we",
        "help",
        "99",
        "randm",
        "qwxzy",
        "what about diversity"
      })
  void everyAnswerKeepsToSlacksLimits(String typed) {
    for (Language language : List.of(SV, EN)) {
      Content content = room.shown(typed, language);
      assertThat(content.text()).hasSizeLessThan(40_000);
      assertThat(content.blocks()).isNotEmpty().hasSizeLessThanOrEqualTo(50);
      assertThat(content.blocks().toString()).hasSizeLessThan(13_000);
      assertThat(content.blocks()).allSatisfy(PrincipleContentTest::keepsToLimits);
    }
  }

  private static void keepsToLimits(LayoutBlock block) {
    if (block instanceof ActionsBlock actions) {
      assertThat(actions.getElements()).hasSizeLessThanOrEqualTo(25);
    }
  }

  private static String header(Content content) {
    return content.blocks().stream()
        .filter(HeaderBlock.class::isInstance)
        .map(block -> ((HeaderBlock) block).getText().getText())
        .collect(Collectors.joining());
  }

  private static String richText(Content content) {
    return content.blocks().stream()
        .filter(RichTextBlock.class::isInstance)
        .flatMap(block -> ((RichTextBlock) block).getElements().stream())
        .map(element -> plain((RichTextElement) element))
        .collect(Collectors.joining("\n"));
  }

  private static String plain(RichTextElement element) {
    return switch (element) {
      case RichTextListElement list ->
          list.getElements().stream()
              .map(PrincipleContentTest::plain)
              .collect(Collectors.joining("\n"));
      case RichTextSectionElement section ->
          section.getElements().stream()
              .map(PrincipleContentTest::plain)
              .collect(Collectors.joining());
      case RichTextSectionElement.Text text -> text.getText();
      default -> throw new AssertionError("Not expected: " + element.getType());
    };
  }

  private static String withoutBullets(String text) {
    return text.replace("• ", "");
  }
}
