package smallsteps.slack.payload;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import smallsteps.Mrkdwn;
import smallsteps.OddTexts;

/// What people write goes out harmless and comes in as they wrote it.
class EscapingPropertiesTest {

  @Provide
  Arbitrary<String> texts() {
    return OddTexts.all();
  }

  @Property(tries = 3000)
  void nothingThatSlackActsOnIsLeft(@ForAll("texts") String text) {
    assertThat(Mrkdwn.escape(text)).doesNotContain("<", ">");
    assertThat(Mrkdwn.escape(text).replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
  }

  @Property(tries = 3000)
  void whatIsEscapedReadsAsItWasWritten(@ForAll("texts") String text) {
    assertThat(PlainText.of(Mrkdwn.escape(text))).isEqualTo(text);
  }

  @Property(tries = 3000)
  void anyMarkupAtAllIsReadAndCanBeRepeatedHarmlessly(@ForAll("texts") String markup) {
    String plain = PlainText.of(markup);

    assertThat(Mrkdwn.escape(plain)).doesNotContain("<");
    assertThat(PlainText.of(Mrkdwn.escape(plain))).isEqualTo(plain);
  }

  @Property(tries = 3000)
  void textWithoutMarkupIsLeftAsItIs(@ForAll("texts") String text) {
    String plain = text.replace("<", "").replace("&", "");

    assertThat(PlainText.of(plain)).isEqualTo(plain);
  }
}
