package smallsteps.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final Commands commands =
      new Commands(Map.of("/principle", "/nudge", "/nudge", "/puff", "/smallthing", "/principle"));

  @Test
  void aTextSpeaksOfTheTeamsCommandsAlsoWhereTheyHaveEachOthersNames() {
    assertThat(commands.named("`/nudge next`, /principle 3; /smallthing"))
        .isEqualTo("`/puff next`, /nudge 3; /principle");
  }

  /// The manifest is what the rooms listen to.
  @Test
  void aTeamMayGiveAnyCommandANameOfItsOwn() {
    var packed = ConfigFiles.packed();
    assertThat(packed.read("smallsteps.json").getJsonObject("commands").keySet())
        .extracting(name -> "/" + name)
        .containsExactlyInAnyOrderElementsOf(
            packed
                .read("manifest.json")
                .getValue("/features/slash_commands")
                .asJsonArray()
                .getValuesAs(each -> each.asJsonObject().getString("command")));
  }

  @Test
  void onlyAWholeNameIsACommand() {
    String others = "/nudges /nudge-bot a/nudge //nudge https://example.org/principle";
    assertThat(commands.named(others)).isEqualTo(others);
  }
}
