package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
              .replace("Experimentera och iterera", "Kokeile ja toista"));
    }
    String settings = Files.readString(packed.resolve("smallsteps.json"));
    Files.writeString(
        folder.resolve("smallsteps.json"),
        settings.replace("\"language\": \"sv\"", "\"language\": \"fi\""));

    try (var scene = new Scene(Scene.Transport.HTTP, folder)) {
      scene.alva.command(scene.channel, "/principle dela 3");
      assertThat(scene.lastMessage().text())
          .startsWith("3. Kokeile ja toista")
          .contains("Jakanut <@" + scene.alva.id() + ">");
      assertThat(scene.alva.command(scene.channel, "/principle 3").message().text())
          .startsWith("3. Experimentera");
    }
  }
}
