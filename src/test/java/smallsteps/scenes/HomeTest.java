package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.rehearsal.Person;
import smallsteps.rehearsal.View;

/// What a person finds under the bot's name.
@ParameterizedClass
@EnumSource(Scene.Transport.class)
class HomeTest {
  @Parameter Scene.Transport transport;
  private Scene scene;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene(transport);
  }

  @AfterEach
  void end() throws Exception {
    assertThat(scene.workspace.warnings()).isEmpty();
    scene.close();
  }

  @Test
  void itIsThereAsSoonAsItIsOpenedInEachPersonsLanguage() {
    scene.alva.openHome();
    scene.cleo.openHome();

    assertThat(home(scene.alva).shown()).contains("Veckans princip");
    assertThat(home(scene.cleo).shown()).contains("The principle of the week");
  }

  private View home(Person person) {
    scene.bot().awaitIdle();
    return scene.workspace.home(person).orElseThrow();
  }
}
