package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A team's own folder of configuration takes the place of the packed one, file by file.
class ThirdLanguageTest {
  @TempDir private Path folder;

  @Test
  void aLanguageIsSpokenOnceItsFilesAreThere() throws Exception {
    Path packed = Path.of("config");
    for (String kind : new String[] {"words", "principles", "prompts"}) {
      Files.createDirectory(folder.resolve(kind));
      String file = kind + "/fi.json";
      String swedish = Files.readString(packed.resolve(kind).resolve("sv.json"));
      Files.writeString(
          folder.resolve(file),
          swedish
              .replace("\"language\": \"sv\"", "\"language\": \"fi\"")
              .replace("Delad av {who}", "Jakanut {who}")
              .replace("\"question\": \"", "\"question\": \"Kysymys: ")
              .replace("Veckans princip, vecka", "Viikon periaate, viikko")
              .replace("Experimentera och iterera", "Kokeile ja toista"));
    }
    Files.createDirectory(folder.resolve("calendars"));
    Files.writeString(
        folder.resolve("calendars/se.json"),
        Files.readString(packed.resolve("calendars/se.json"))
            .replace("\"sv\": \"trettondedag jul\"", "\"sv\": \"x\", \"fi\": \"loppiainen\""));
    String settings = Files.readString(packed.resolve("smallsteps.json"));
    Files.writeString(
        folder.resolve("smallsteps.json"),
        settings.replace("\"language\": \"sv\"", "\"language\": \"fi\""));

    try (var scene = new Scene(Scene.Transport.HTTP, folder)) {
      scene.alva.command(scene.channel, "/principle dela 3");
      assertThat(scene.lastMessage().text())
          .startsWith("3. Kokeile ja toista")
          .contains("Jakanut <@" + scene.alva.id() + ">");
      assertThat(scene.answer(scene.alva, "/principle 3")).startsWith("3. Experimentera");
      scene.alva.command(scene.channel, "/nudge now");
      assertThat(scene.lastMessage().text()).contains("Kysymys: ");
      scene.workspace.grant(Set.of("commands", "chat:write")); // nobody's own language is told
      scene.stopBot();
      scene.startBot();
      scene.alva.command(scene.channel, "/nudge onsdag 9");
      assertThat(scene.answer(scene.alva, "/nudge next")).contains("loppiainen");
      scene.alva.openHome();
      assertThat(scene.home(scene.alva).shown()).contains("Viikon periaate, viikko 48");
    }
  }
}
