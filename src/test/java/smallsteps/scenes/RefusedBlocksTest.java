package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.state.Message;

/// Slack refuses what the bot shows for one of its blocks: people read it in a plainer form.
class RefusedBlocksTest extends OwnScene {

  @ParameterizedTest
  @ValueSource(strings = {"invalid_arguments", "invalid_blocks"})
  void aHomeThatIsRefusedOnceIsShownWithoutWhatIsSpecial(String error) {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.workspace.faults().refuse("views.publish", error, 1);

    scene.alva.openHome();

    assertThat(scene.home(scene.alva).shown()).contains("ringde", "De sju principerna");
    assertThat(scene.workspace.calls("views.publish")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_blocks", "invalid_blocks_format"})
  void aNudgeThatIsRefusedOnceSaysTheSameInItsText(String error) {
    scene.workspace.faults().refuse("chat.postMessage", error, 1);

    scene.alva.command(scene.channel, "/nudge now");
    scene.bot().awaitIdle();

    assertThat(scene.messages()).singleElement().extracting(Message::text).asString().isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_blocks", "invalid_arguments"})
  void anAnswerThatIsRefusedAtItsAddressTakesThePlaceAllTheSame(String error) {
    scene.alva.command(scene.channel, "/smallthing annonymt: grät");
    Message question = scene.onlyFor(scene.alva);
    scene.workspace.faults().refuse("response_url", error, 1);

    scene.alva.press(question, "win_named");
    scene.bot().awaitIdle();

    assertThat(scene.onlyFor(scene.alva).text()).startsWith("Tack!");
    assertThat(scene.onlyFor(scene.alva).actionIds()).doesNotContain("win_named");
  }
}
