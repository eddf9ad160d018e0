package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One folding for all that is read.
class FoldedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ｍåndag　０９：３０ | måndag 09:30",
        "“Hej” ‘då’ «nu» ´x´ | \"hej\" 'då' \"nu\" 'x'",
        "a–b—c−d‐e‑f | a-b-c-d-e-f",
        "𝓣𝓲𝓼 ﬁn ⅷ ٣ ² | tis fin viii 3 2",
        "İ ı ſ K | i i s k",
        "9∶30 9꞉30 9。30 | 9:30 9:30 9.30",
        "（a）［b］【c】 | (a)[b](c)"
      })
  void signsAreReadAsThePlainOnesThatTheyStandFor(String text, String plain) {
    String folded = Folded.of(text).text();
    assertThat(java.text.Normalizer.normalize(folded, java.text.Normalizer.Form.NFC))
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩‍👩‍👧‍👦", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "ℹ️", "1️⃣", "می‌خواهم"})
  void whatIsKeptOfAnEmojiOrAWordStaysWhole(String sign) {
    assertThat(Spaces.strip("\u200B " + sign + "\u00A0\u200E")).isEqualTo(sign);
    assertThat(Spaces.isBlank(sign)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0",
        "\u200B\u200E",
        "\u202E\u202C",
        "\uFE0F",
        "\u3164",
        "\u2800",
        "\u034F",
        "\uDB40\uDC41\uDB40\uDC7F",
        "\u0000",
        "\u2066\u2069\n"
      })
  void whatNobodySeesIsNothing(String blank) {
    assertThat(Spaces.isBlank(blank)).isTrue();
    assertThat(Spaces.strip(blank)).isEmpty();
    assertThat(
            new Request.ViewSubmission(null, null, "V1", "", java.util.Map.of("b", List.of(blank)))
                .text("b"))
        .isEmpty();
  }

  @Provide
  Arbitrary<String> texts() {
    return OddTexts.all();
  }

  @Property(tries = 2000)
  void everyPlaceInItLeadsBackToWhereItWasWritten(@ForAll("texts") String text) {
    var folded = Folded.of(text);
    int before = 0;
    for (int at = 0; at <= folded.text().length(); at++) {
      assertThat(folded.begin(at)).isBetween(before, text.length());
      before = folded.begin(at);
    }
    assertThat(folded.begin(folded.text().length())).isEqualTo(text.length());
  }

  @Property(tries = 1000)
  void disguisedWordsAreTheSameWords(@ForAll Random random) {
    String plain = "monday 09:00 europe/stockholm small thing 42";
    assertThat(words(Disguises.of(plain, random))).isEqualTo(words(plain));
  }

  @Property(tries = 1000)
  void whatIsSaidBackIsOneShortLineThatTurnsNothing(@ForAll("texts") String text) {
    String quote = Quote.of(text.repeat(3));
    assertThat(quote.codePointCount(0, quote.length())).isLessThanOrEqualTo(61);
    assertThat(quote.codePoints())
        .noneMatch(c -> Character.isISOControl(c) || c >= 0x202A && c <= 0x202E)
        .noneMatch(c -> c >= 0x2066 && c <= 0x2069 || c == '\u2028' || c == '\u200F');
  }

  private static List<String> words(String text) {
    return Folded.of(text).words().stream().map(Folded.Word::plain).collect(Collectors.toList());
  }
}
