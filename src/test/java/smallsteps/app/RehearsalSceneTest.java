package smallsteps.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.rehearsal.scenes.Script;

/// What a rehearsal begins with, and beside what it does not start.
class RehearsalSceneTest {
  @TempDir private Path folder;

  @Test
  void itBeginsInTheMiddleOfAWeekWhereNothingIsKeptYet() {
    assertThat(RehearsalScene.read(null, true)).isSameAs(Script.WEEK);
    assertThat(RehearsalScene.read(null, false)).isSameAs(Script.EMPTY);
    assertThat(RehearsalScene.read("empty", false)).isSameAs(Script.EMPTY);
    assertThatThrownBy(() -> RehearsalScene.read("week", false))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("a scene begins with nothing");
  }

  @Test
  void anUnknownActionInASceneIsRefusedWithItsPlace() throws Exception {
    Path scene = folder.resolve("own.json");
    Files.writeString(scene, "{\"acts\": [{\"do\": \"wait\"}, {\"do\": \"shout\"}]}");
    assertThatThrownBy(() -> RehearsalScene.read(scene.toString(), true))
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith(scene + ": /acts/1/do: there is no action \"shout\"");
    assertThatThrownBy(() -> RehearsalScene.read(folder.toString(), true))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("can't be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET_FILE"})
  void itDoesNotStartBesideRealTokens(String name) {
    var shell = new Shell();
    shell.variables.put(name, "xoxb-1");
    var terminal = new Terminal(shell.variables, System.out, System.err);
    var wanted = new Runner.Rehearsal(0, false, null, null, 0);
    assertThatThrownBy(() -> new BotRunner(terminal).rehearse(Environment.of(Map.of()), wanted))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("beside the tokens of a real workspace");
  }
}
