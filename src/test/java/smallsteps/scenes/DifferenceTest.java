package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.scenes.Scene.onlyOne;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

class DifferenceTest extends EachTransport {
  /// Two weeks after Monday 23 November, after lunch in Stockholm.
  private static final Instant ASKED = Instant.parse("2026-12-07T12:00:00Z");

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
    var blank = scene.alva.submit(scene.modal(scene.alva), Map.of("difference_text", " "));
    assertThat(blank.body().getJsonObject("errors")).containsOnlyKeys("difference_text");
    scene.alva.submit(scene.modal(scene.alva), Map.of("difference_text", "ingen går fel längre"));

    assertThat(scene.modal(scene.alva).shown()).contains("Tack för att");
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
    assertThat(onlyOne(scene.direct(scene.alva)).text()).contains("ärligt svar", "räknas ändå");
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
    scene.chooses(scene.alva, "win_difference");
    assertThat(scene.home(scene.alva).shown())
        .contains("Jag frågar dig den 7 december vilken skillnad det gjorde.")
        .doesNotContain("Fråga mig om två veckor");
    assertThat(mine()).contains("Jag frågar dig den 7 december");

    Message question = onlyOne(asked(ASKED));
    assertThat(question.text()).contains("märkte upp dörren");
    scene.alva.press(question, "difference_none_yet");
    scene.alva.openHome();
    assertThat(scene.home(scene.alva).shown()).contains("Skillnaden: ingen än");
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
    assertThat(scene.home(scene.alva).shown()).contains("Skillnaden: ingen går fel längre");
    tellAtHome("nästan ingen går fel längre");

    assertThat(scene.home(scene.alva).shown()).contains("Skillnaden: nästan ingen går fel längre");
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
    View modal = scene.modal(scene.alva);
    scene.alva.delete(scene.channel, ts);

    String errors =
        scene.alva.submit(modal, Map.of("difference_text", "de ringde upp")).body().toString();
    assertThat(errors).contains("errors", "finns inte kvar hos mig");
  }

  @Test
  void whoSwitchedTheQuestionOffIsNotAsked() {
    wantsToBeAsked();
    scene.preferences(Map.of("care_kinds", "microaction_followup"));

    assertThat(asked(ASKED)).isEmpty();
  }

  @Test
  void whoWantsNoSuchQuestionsIsPromisedNone() {
    said("märkte upp dörren");
    Message thanks = scene.onlyFor(scene.alva);
    scene.preferences(Map.of("care_kinds", "microaction_followup"));
    scene.alva.close(scene.modal(scene.alva));

    scene.alva.press(thanks, "win_difference");
    assertThat(scene.onlyFor(scene.alva).text()).contains("jag frågar inte");
    scene.alva.openHome();
    scene.chooses(scene.alva, "win_difference");
    assertThat(scene.modal(scene.alva).shown()).contains("jag frågar inte");
    assertThat(mine()).doesNotContain("Jag frågar dig");
    assertThat(asked(ASKED)).isEmpty();
  }

  @Test
  void theDayThatIsPromisedIsNoEve() {
    scene.clock.set(Instant.parse("2026-12-10T09:00:00Z"));
    wantsToBeAsked();
    assertThat(scene.onlyFor(scene.alva).text()).contains("28 december");
    assertThat(asked(Instant.parse("2026-12-24T12:00:00Z"))).isEmpty();
    assertThat(asked(Instant.parse("2026-12-28T07:00:00Z"))).hasSize(1);
  }

  @Test
  void whoWondersWhyIsToldWhatTheyAskedForAndFindsTheSwitch() {
    wantsToBeAsked();
    scene.alva.press(onlyOne(asked(ASKED)), "care_why");

    View modal = scene.modal(scene.alva);
    assertThat(modal.title()).isEqualTo("Varför ser jag det här?");
    assertThat(modal.shown()).contains("bad du mig fråga");
    assertThat(modal.actionIds()).contains("care_kinds");
  }

  @Test
  void eachIsAskedInTheirOwnLanguageAndAfterLunchByTheirOwnClock() {
    scene.cleo.command(scene.channel, "/smallthing labelled the door");
    scene.cleo.press(scene.onlyFor(scene.cleo), "win_difference");
    asked(ASKED);
    assertThat(scene.direct(scene.cleo)).isEmpty();
    asked(ASKED.plusSeconds(3600));
    assertThat(onlyOne(scene.direct(scene.cleo)).text())
        .contains("What difference did it make?", "labelled the door");
  }

  @Test
  void aQuestionThatSlackDidNotTakeIsAskedLater() throws Exception {
    wantsToBeAsked();
    scene.workspace.faults().rateLimit("chat.postMessage", Duration.ofMinutes(5), 1);
    assertThat(asked(ASKED)).isEmpty();
    scene.stopBot();
    scene.startBot();
    assertThat(asked(ASKED.plusSeconds(1800))).hasSize(1);
    assertThat(asked(ASKED.plusSeconds(3600))).hasSize(1);
  }

  @Test
  void whoPausedAllForAMonthIsNotAskedSoLongAfterwards() {
    wantsToBeAsked();
    scene.clock.set(ASKED);
    scene.preferences(Map.of("care_snooze", "month"));
    assertThat(asked(ASKED)).isEmpty();
    assertThat(asked(Instant.parse("2027-01-08T12:00:00Z"))).isEmpty();
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
    Message thanks = scene.onlyFor(scene.alva);
    assertThat(thanks.text()).contains("Fråga mig om två veckor");
    scene.alva.press(thanks, "win_difference");
  }

  private void tellAtHome(String difference) {
    scene.chooses(scene.alva, "win_difference");
    scene.alva.submit(scene.modal(scene.alva), Map.of("difference_text", difference));
    scene.alva.close(scene.modal(scene.alva));
  }

  private String mine() {
    return scene.answer(scene.alva, "/smallthing mina");
  }

  private List<Message> asked(Instant at) {
    scene.runAt(at, "ask-what-difference");
    return scene.direct(scene.alva);
  }
}
