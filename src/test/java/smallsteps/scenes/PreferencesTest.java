package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.rehearsal.Person;
import smallsteps.rehearsal.View;

@ParameterizedClass
@EnumSource(Scene.Transport.class)
class PreferencesTest {
  @Parameter Scene.Transport transport;
  private Scene scene;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene(transport);
  }

  @AfterEach
  void end() throws Exception {
    scene.close();
  }

  @Test
  void whatOneChoosesIsSavedAtOnceSaidBackAndStillThereNextTime() {
    View form = opened(scene.alva, "/smallthing inställningar");
    assertThat(form.title()).isEqualTo("Det jag skickar dig");

    scene.alva.submit(
        form,
        Map.of(
            "care_kinds", "difference_question",
            "care_quiet_from", "16:30",
            "care_snooze", "week"));

    View saved = scene.workspace.modal(scene.alva).orElseThrow();
    assertThat(saved.json().toString())
        .contains("Sparat", "mellan 16:30 och 08:00", "paus till 30 november")
        .contains("vilken skillnad")
        .doesNotContain("jag tog på mig");
    scene.alva.close(saved);
    assertThat(opened(scene.alva, "/smallthing mig").json().toString())
        .contains("Som nu, till 30 november", "16:30");
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void theLanguageThatOneChoosesGoesBeforeTheOneOfSlackFromTheNextAnswerOn() {
    assertThat(principle(scene.cleo)).contains("principle");

    View form = opened(scene.cleo, "/smallthing settings");
    scene.cleo.submit(form, Map.of("care_language", "sv"));

    assertThat(scene.workspace.modal(scene.cleo).orElseThrow().title()).isEqualTo("Sparat");
    assertThat(principle(scene.cleo)).contains("Veckans princip");
    assertThat(principle(scene.ben)).contains("Veckans princip");
  }

  private String principle(Person person) {
    return person.command(scene.channel, "/principle").message().text();
  }

  private View opened(Person person, String typed) {
    person.command(scene.channel, typed);
    return scene.workspace.await("the modal", () -> scene.workspace.modal(person));
  }
}
