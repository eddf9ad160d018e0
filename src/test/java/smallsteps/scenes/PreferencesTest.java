package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

class PreferencesTest extends EachTransport {

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
        .doesNotContain("tog dig an");
    scene.alva.close(saved);
    assertThat(opened(scene.alva, "/smallthing mig").json().toString())
        .contains("Som nu, till 30 november", "16:30");
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whatOneLeavesAsItIsStaysWhenOneSavesAgain() {
    save(
        Map.of(
            "care_kinds", "difference_question",
            "care_quiet_from", "16:30",
            "care_snooze", "month",
            "care_language", "en"));
    assertThat(scene.modal(scene.alva).shown()).contains("until 23 December");

    save(Map.of("care_quiet_until", "09:15"));
    save(Map.of("care_quiet_from", "17:45"));

    assertThat(scene.modal(scene.alva).shown())
        .contains("17:45", "09:15", "until 23 December", "what difference")
        .doesNotContain("how it went");
    scene.alva.close(scene.modal(scene.alva));
    View again = opened(scene.alva, "/smallthing settings");
    assertThat(again.title()).isEqualTo("What I send you");
    assertThat(again.json().toString()).contains("\"17:45\"", "\"09:15\"");
  }

  private void save(Map<String, String> chosen) {
    scene.workspace.modal(scene.alva).ifPresent(scene.alva::close);
    scene.alva.submit(opened(scene.alva, "/smallthing settings"), chosen);
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

  @Test
  void whoSwitchedNoticesOffIsNotToldThatTheirPlanRests() {
    planRests(Map.of("care_kinds", "difference_question"));
    assertThat(noticesAt("2026-11-23T09:05:00Z")).isEmpty();
    assertThat(noticesAt("2026-11-26T09:05:00Z")).isEmpty();
  }

  @Test
  void whatAnOwnerIsToldWaitsForTheEndOfTheirQuietHoursAndSaysWhy() {
    planRests(Map.of("care_quiet_from", "09:00", "care_quiet_until", "13:00"));
    assertThat(noticesAt("2026-11-23T09:05:00Z")).isEmpty();

    List<Message> notices = noticesAt("2026-11-23T12:00:00Z");

    assertThat(notices).hasSize(1);
    assertThat(notices.getFirst().text()).contains("Varför ser jag det här?");
    assertThat(notices.getFirst().actionIds()).containsExactly("care_why");
    assertThat(noticesAt("2026-11-23T12:05:00Z")).hasSize(1);
  }

  private void planRests(Map<String, String> chosen) {
    scene.alva.submit(opened(scene.alva, "/smallthing inställningar"), chosen);
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    scene.ben.remove(scene.channel, scene.workspace.botUserId());
    scene.bot().awaitIdle();
  }

  private List<Message> noticesAt(String at) {
    scene.runAt(Instant.parse(at), "tell-owners");
    return scene.direct(scene.alva);
  }

  private String principle(Person person) {
    return scene.answer(person, "/principle");
  }

  private View opened(Person person, String typed) {
    person.command(scene.channel, typed);
    return scene.modal(person);
  }
}
