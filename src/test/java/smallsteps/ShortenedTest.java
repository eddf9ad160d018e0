package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenedTest {
  @ParameterizedTest
  @CsvSource({
    "a door, 6, a door",
    "a door, 5, a do…",
    "a door, 3, a…",
    "a 🚪🚪, 4, a…",
    "a 🚪🚪, 5, a 🚪…",
    "a 🚪🚪, 6, a 🚪🚪",
    "ab👩‍🌾c, 6, ab…",
    "cafe\u0301s, 5, caf…"
  })
  void noSignIsCutInTwoAndNoSpaceStandsBeforeTheCut(String text, int length, String shown) {
    assertThat(Shortened.to(text, length)).isEqualTo(shown);
  }

  @Test
  void aListHasALineEach() {
    assertThat(Shortened.inLine(" labelled\n\nthe door ", 14)).isEqualTo("labelled the…");
  }

  @Property
  void whatIsEscapedAfterwardsFits(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 80) int length) {
    String shown = Shortened.beforeEscaping(text, length);

    assertThat(Mrkdwn.escape(shown).length()).isLessThanOrEqualTo(length);
    assertThat(shown.equals(text)).isEqualTo(Mrkdwn.escape(text).length() <= length);
  }
}
