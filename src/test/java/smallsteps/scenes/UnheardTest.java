package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.config.ConfigFiles;
import smallsteps.rehearsal.people.Answered;

/// The app in Slack has commands and shortcuts of another version: who uses one reads why nothing
/// came of it, and what there is.
class UnheardTest extends EachTransport {
  @BeforeEach
  void slackKnowsMoreThanTheBot() {
    scene.workspace.install(
        Scene.json(
            ConfigFiles.packed()
                .read("manifest.json")
                .toString()
                .replace("\"/nudge\"", "\"/puff\"")
                .replace("\"new_small_thing\"", "\"old_small_thing\"")
                .replace("\"save_small_thing\"", "\"store_small_thing\"")));
  }

  @Test
  void whoTypesACommandThatNobodyHearsReadsWhatThereIsInTheirLanguage() {
    Answered answer = scene.alva.command(scene.channel, "/puff måndag");

    assertThat(answer.acked()).isTrue();
    assertThat(answer.message().text())
        .contains("känner inte till kommandot `/puff`", "`/principle`", "`/smallthing`");
    assertThat(scene.answer(scene.cleo, "/puff")).contains("don’t know the command `/puff`");
    assertThat(scene.messages()).isEmpty();
  }

  @Test
  void whoUsesAShortcutThatNobodyHearsReadsWhatThereIs() {
    String ts = scene.cleo.say(scene.channel, "labelled the door");
    assertThat(scene.cleo.messageShortcut("store_small_thing", scene.channel, ts).acked()).isTrue();
    assertThat(scene.onlyFor(scene.cleo).text()).contains("don’t know that shortcut");

    assertThat(scene.alva.globalShortcut("old_small_thing").acked()).isTrue();
    assertThat(scene.direct(scene.alva).getLast().text())
        .contains("känner inte till den genvägen", "`/smallthing`");
  }
}
