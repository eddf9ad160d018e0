package smallsteps.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {
  private final Commands commands = new Commands("/nudge", "/puff", "/principle");

  @Test
  void aTextSpeaksOfTheTeamsCommandsAlsoWhereTheyHaveEachOthersNames() {
    assertThat(commands.named("`/nudge next`, /principle 3; /smallthing"))
        .isEqualTo("`/puff next`, /nudge 3; /principle");
  }

  @Test
  void onlyAWholeNameIsACommand() {
    String others = "/nudges /nudge-bot a/nudge //nudge https://example.org/principle";
    assertThat(commands.named(others)).isEqualTo(others);
  }
}
