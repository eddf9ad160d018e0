package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.rehearsal.Message;
import smallsteps.rehearsal.View;

@ParameterizedClass
@EnumSource(Scene.Transport.class)
class DifferenceTest {
  /// Two weeks after Monday 23 November, after lunch in Stockholm.
  private static final Instant ASKED = Instant.parse("2026-12-07T12:00:00Z");

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
  void nobodyIsAskedWhoDidNotSayThatTheyWantTo() {
    said("märkte upp dörren");

    assertThat(asked(ASKED)).isEmpty();
    assertThat(asked(ASKED.plusSeconds(600_000))).isEmpty();
  }

  @Test
  void whoWantsToBeAskedIsAskedOnceAndAloneAndFindsTheAnswerAmongTheirOwn() {
    wantsToBeAsked();
    assertThat(asked(ASKED.minusSeconds(1))).isEmpty();
    Message question = onlyOne(asked(ASKED));
    assertThat(question.text()).contains("märkte upp dörren", "Vilken skillnad", "Varför ser jag");

    scene.alva.press(question, "difference_tell");
    View modal = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    scene.alva.submit(modal, Map.of("difference_text", "ingen går fel längre"));

    assertThat(scene.workspace.modal(scene.alva).orElseThrow().shown()).contains("Tack för att");
    assertThat(mine()).contains("märkte upp dörren\n    Skillnaden: ingen går fel längre");
    Message answered = onlyOne(asked(ASKED.plusSeconds(600_000)));
    assertThat(answered.text())
        .contains("ingen går fel längre", "Tack för att")
        .doesNotContain("Vilken skillnad");
    assertThat(scene.messages()).hasSize(1);
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void noneYetAndNotKnowingGetAWarmAnswerAndAreKept() {
    wantsToBeAsked();
    Message question = onlyOne(asked(ASKED));

    scene.alva.press(question, "difference_none_yet");
    assertThat(onlyOne(direct()).text()).contains("ärligt svar", "räknas ändå");
    assertThat(mine()).contains("Skillnaden: ingen än");
  }

  @Test
  void theMessageThatIsSavedByAShortcutMayBeAskedAboutToo() {
    saved("Jag ringde grannteamet");

    assertThat(onlyOne(asked(ASKED)).text()).contains("Jag ringde grannteamet");
  }

  @Test
  void whoSaidItByThePhraseMayAskToBeAskedInTheirHomeAndSeesWhen() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.alva.openHome();
    scene.alva.press(home(), "win_difference");
    assertThat(home().shown())
        .contains("Jag frågar dig den 7 december vilken skillnad det gjorde.")
        .doesNotContain("Fråga mig om två veckor");
    assertThat(mine()).contains("Jag frågar dig den 7 december");

    Message question = onlyOne(asked(ASKED));
    assertThat(question.text()).contains("märkte upp dörren");
    scene.alva.press(question, "difference_none_yet");
    scene.alva.openHome();
    assertThat(home().shown()).contains("Skillnaden: ingen än");
  }

  @Test
  void whatTheBotHasAlreadyKeptMayBeAskedAboutFromTheMessageItself() {
    saved("Jag gjorde en liten sak: märkte upp dörren");

    assertThat(onlyOne(asked(ASKED)).text()).contains("märkte upp dörren");
  }

  @Test
  void onceTheTwoWeeksAreOverTheDifferenceIsToldUnaskedAndToldAnew() {
    scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte upp dörren");
    scene.clock.set(ASKED);
    scene.alva.openHome();
    tellAtHome("ingen går fel längre");
    assertThat(home().shown()).contains("Skillnaden: ingen går fel längre");
    tellAtHome("nästan ingen går fel längre");

    assertThat(home().shown()).contains("Skillnaden: nästan ingen går fel längre");
    assertThat(asked(ASKED.plusSeconds(600_000))).isEmpty();
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whoHasToldItBeforeTheQuestionCameIsNotAsked() {
    wantsToBeAsked();
    scene.clock.set(ASKED.minusSeconds(1));
    scene.alva.openHome();
    tellAtHome("ingen går fel längre");

    assertThat(asked(ASKED)).isEmpty();
  }

  @Test
  void aSmallThingThatIsErasedIsNotAskedAboutAndItsAnswerGoesWithIt() {
    String first = saved("Jag ringde grannteamet");
    scene.alva.press(onlyOne(asked(ASKED)), "difference_unknown");
    assertThat(mine()).contains("Skillnaden: vet inte");
    scene.clock.set(ASKED);
    String second = saved("Jag ringde grannteamet igen");
    scene.alva.delete(scene.channel, first);
    scene.alva.delete(scene.channel, second);

    assertThat(asked(ASKED.plusSeconds(2_000_000))).hasSize(1);
    assertThat(mine()).doesNotContain("Skillnaden");
  }

  @Test
  void anAnswerToWhatIsErasedMeanwhileIsSaidToBeLateAndNotLost() {
    String ts = saved("Jag ringde grannteamet");
    scene.alva.press(onlyOne(asked(ASKED)), "difference_tell");
    View modal = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    scene.alva.delete(scene.channel, ts);

    String errors =
        scene.alva.submit(modal, Map.of("difference_text", "de ringde upp")).body().toString();
    assertThat(errors).contains("errors", "finns inte kvar hos mig");
  }

  @Test
  void whoSwitchedTheQuestionOffIsNotAsked() {
    wantsToBeAsked();
    scene.alva.command(scene.channel, "/smallthing inställningar");
    View form = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    scene.alva.submit(form, Map.of("care_kinds", "microaction_followup"));

    assertThat(asked(ASKED)).isEmpty();
  }

  private String saved(String text) {
    String ts = scene.alva.say(scene.channel, text);
    scene.alva.messageShortcut("save_small_thing", scene.channel, ts);
    pressAskMe();
    return ts;
  }

  private void wantsToBeAsked() {
    said("märkte upp dörren");
    pressAskMe();
  }

  private void said(String text) {
    scene.alva.command(scene.channel, "/smallthing " + text);
    scene.bot().awaitIdle();
  }

  private void pressAskMe() {
    scene.bot().awaitIdle();
    Message thanks = scene.workspace.ephemeral(scene.alva).getLast();
    assertThat(thanks.text()).contains("Fråga mig om två veckor");
    scene.alva.press(thanks, "win_difference");
    scene.bot().awaitIdle();
  }

  private void tellAtHome(String difference) {
    scene.alva.press(home(), "win_difference");
    View modal = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    scene.alva.submit(modal, Map.of("difference_text", difference));
    scene.alva.close(scene.workspace.modal(scene.alva).orElseThrow());
  }

  private View home() {
    scene.bot().awaitIdle();
    return scene.workspace.home(scene.alva).orElseThrow();
  }

  private String mine() {
    return scene.alva.command(scene.channel, "/smallthing mina").message().text();
  }

  private List<Message> asked(Instant at) {
    scene.clock.set(at);
    scene.bot().runNow("ask-what-difference");
    return direct();
  }

  private List<Message> direct() {
    scene.bot().awaitIdle();
    return scene.workspace.messages(scene.workspace.directMessages(scene.alva));
  }

  private static Message onlyOne(List<Message> messages) {
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }
}
