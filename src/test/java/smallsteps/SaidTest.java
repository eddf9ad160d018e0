package smallsteps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidTest {
  @Test
  void whatAMessageHoldsIsKeptWhole() {
    String whole = "å".repeat(Said.LONGEST);
    assertThat(Said.of(whole)).isEqualTo(new Said(whole));
  }

  @ParameterizedTest
  @ValueSource(strings = {"🌱", "<@U1|Anna Berg>", "<#C1|general>"})
  void whatIsTooLongIsCutBeforeASignOrAMentionAndNotWithinIt(String sign) {
    String before = "x".repeat(Said.LONGEST - 1);
    assertThat(Said.of(before + sign)).isEqualTo(new Said(before, true));
  }

  @Test
  void anAngleBracketIsNoMention() {
    assertThat(Said.of("3 < 4" + "x".repeat(Said.LONGEST)).kept()).hasSize(Said.LONGEST);
  }
}
