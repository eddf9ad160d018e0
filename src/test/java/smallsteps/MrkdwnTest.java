package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MrkdwnTest {
  @Test
  void whatFitsStaysWhole() {
    assertThat(Mrkdwn.pieces("a small thing", 13)).containsExactly("a small thing");
  }

  @Test
  void whatIsLongerIsCutAtASpaceAndNothingIsLost() {
    String text = "a small thing ".repeat(40);
    List<String> pieces = Mrkdwn.pieces(text, 100);
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).allMatch(piece -> piece.length() <= 100 && piece.endsWith(" "));
  }

  @Test
  void noEscapeAndNoEmojiIsCutInTwo() {
    String text = "x".repeat(8) + "&amp;" + "🌱".repeat(20);
    for (int atMost = 6; atMost < 40; atMost++) {
      List<String> pieces = Mrkdwn.pieces(text, atMost);
      assertThat(String.join("", pieces)).isEqualTo(text);
      assertThat(pieces).allMatch(piece -> piece.indexOf('&') < 0 || piece.contains("&amp;"));
      assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
    }
  }
}
