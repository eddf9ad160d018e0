package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.app.Main;
import smallsteps.rehearsal.people.Person;

/// A team calls the commands what it likes.
class CommandNamesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Scene.Transport.class)
  void theCommandsAnswerToTheTeamsNamesAndEverySentenceUsesThem(Scene.Transport transport)
      throws Exception {
    called("/princip", "/puff", "/smasak");
    try (var scene = new Scene(transport, folder)) {
      scene.alva.command(scene.channel, "/smasak märkte upp dörren");
      assertThat(scene.lastMessage().text()).contains("märkte upp dörren");

      for (Person person : List.of(scene.alva, scene.cleo)) {
        for (String command : List.of("/princip", "/puff", "/smasak")) {
          assertThat(scene.answer(person, command + " help"))
              .contains("`" + command)
              .doesNotContain("/principle", "/nudge", "/smallthing");
        }
        assertThat(scene.answer(person, "/princip 3")).startsWith("3. ");
      }
      scene.alva.openHome();
      assertThat(scene.home(scene.alva).shown()).contains("`/puff måndag 09:00`");
    }
  }

  @Test
  void aNameThatSlackWouldNotTakeIsToldInOneSentenceAtTheStart() throws Exception {
    called("/princip", "/puff nu", "/smasak");
    assertThat(complaint())
        .contains("smallsteps.json, under \"commands\": \"/puff nu\" can't be a command")
        .hasLineCount(1);

    called("/" + "p".repeat(32), "/puff", "/smasak");
    assertThat(complaint()).contains("at most 31 of the letters").hasLineCount(1);

    called("/steg", "/puff", "/steg");
    assertThat(complaint()).contains("two commands are called \"/steg\"").hasLineCount(1);
  }

  private String complaint() {
    var err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            Map.of(
                "SMALLSTEPS_CONFIG",
                folder.toString(),
                "DATABASE_URL",
                "jdbc:sqlite:" + folder.resolve("smallsteps.db"),
                "SLACK_BOT_TOKEN",
                "xoxb-1",
                "SLACK_APP_TOKEN",
                "xapp-1"),
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "run");
    assertThat(exitCode).isEqualTo(2);
    return err.toString(StandardCharsets.UTF_8);
  }

  private void called(String principle, String nudge, String smallthing) throws Exception {
    Files.writeString(
        folder.resolve("smallsteps.json"),
        Files.readString(Path.of("config", "smallsteps.json"))
            .replace("\"/principle\"", '"' + principle + '"')
            .replace("\"/nudge\"", '"' + nudge + '"')
            .replace("\"/smallthing\"", '"' + smallthing + '"'));
  }
}
