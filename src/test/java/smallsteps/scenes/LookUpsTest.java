package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Slack tells of people makes an answer better; no answer depends on it.
class LookUpsTest extends OwnScene {
  private static final String SWEDISH = "Experimentera och iterera";
  private static final String ENGLISH = "Experiment and iterate";

  @ParameterizedTest
  @ValueSource(strings = {"user_not_found", "user_not_visible", "never_heard_of"})
  void aRefusalAboutOnePersonIsNoSilenceOfSlacks(String error) {
    scene.workspace.faults().refuse("users.info", error, 1);

    assertThat(scene.answer(scene.alva, "/principle 3")).contains(SWEDISH);
    assertThat(scene.answer(scene.cleo, "/principle 3")).contains(ENGLISH);
    assertThat(scene.answer(scene.alva, "/principle 3")).contains(SWEDISH);
    assertThat(scene.workspace.calls("users.info")).hasSize(2);
  }

  @Test
  void aRefusalThatConcernsEverybodyLeavesSlackInPeaceForAWhile() {
    scene.workspace.faults().refuse("users.info", "access_denied", 1);

    assertThat(scene.answer(scene.alva, "/principle 3")).contains(SWEDISH);
    assertThat(scene.answer(scene.cleo, "/principle 3")).contains(SWEDISH);
    assertThat(scene.workspace.calls("users.info")).hasSize(1);
    scene.clock.set(Scene.BEGINNING.plus(Duration.ofMinutes(6)));
    assertThat(scene.answer(scene.cleo, "/principle 3")).contains(ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>Sign in</body></html>",
        "",
        "null",
        "[]",
        "{\"ok\":true}",
        "{\"ok\":true,\"user\":[]}",
        "{\"ok\":true,\"user\":{\"locale\":7,\"tz\":{},\"profile\":[]}}",
        "{\"ok\":true,\"user\":{\"locale\":\"xx-\",\"tz\":\"Mars/Olympus\"}}"
      })
  void noAnswerAboutAPersonBreaksACommand(String page) {
    scene.workspace.faults().garble("users.info", _ -> page, 1);

    assertThat(scene.answer(scene.alva, "/principle 3")).contains(SWEDISH);
    assertThat(scene.answer(scene.alva, "/smallthing labelled the door")).contains("sparat");
    assertThat(scene.exported("win")).hasSize(1);
  }
}
