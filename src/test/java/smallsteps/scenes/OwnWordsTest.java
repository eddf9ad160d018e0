package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

/// A team may give a principle the longest title that is allowed, with marks that Slack counts five
/// times. The scene ends with a look at all that was sent.
class OwnWordsTest {
  private static final String LONGEST = "Öppet & <nära> ".repeat(9) + "öppet";
  @TempDir private Path folder;

  @Test
  void theLongestTitleFitsWhereverItIsShown() throws Exception {
    Files.createDirectory(folder.resolve("principles"));
    Path packed = Path.of("config", "principles", "sv.json");
    Files.writeString(
        folder.resolve("principles/sv.json"),
        Files.readString(packed)
            .replaceAll("\"title\": \"[^\"]*\"", "\"title\": \"" + LONGEST + '"'));
    try (var scene = new Scene(Scene.Transport.HTTP, folder)) {
      for (String typed : List.of("", " 3", " list", " dela 3", " help")) {
        assertThat(scene.alva.command(scene.channel, "/principle" + typed).acked()).isTrue();
      }
      assertThat(scene.lastMessage().text()).contains("Öppet &amp; &lt;nära&gt;");
      scene.alva.openHome();
      scene.alva.select(scene.home(scene.alva), "principle_show", "3");
      assertThat(scene.modal(scene.alva).shown()).contains("3. Öppet");
      scene.alva.close(scene.modal(scene.alva));
      savedByTheForm(scene);
      proposed(scene);
      assertThat(scene.answer(scene.alva, "/smallthing sammanfattning")).contains("städade");
      assertThat(scene.workspace.warnings()).isEmpty();
    }
  }

  private static void savedByTheForm(Scene scene) {
    scene.alva.command(scene.channel, "/smallthing");
    View form = scene.modal(scene.alva);
    assertThat(form.json().toString()).contains("7. Öppet");
    scene.alva.submit(form, Map.of("win_text", "städade", "win_principle", "7"));
    scene.bot().awaitIdle();
  }

  private static void proposed(Scene scene) {
    scene.alva.command(scene.channel, "/nudge nu");
    Message nudge = scene.lastMessage();
    scene.alva.press(nudge, "microaction_minutes:5");
    scene.alva.press(scene.onlyFor(scene.alva), "microaction_propose");
    scene.alva.submit(scene.modal(scene.alva), Map.of("microaction_text", "ring någon"));
    assertThat(scene.lastMessage().text()).contains("ring någon");
  }
}
