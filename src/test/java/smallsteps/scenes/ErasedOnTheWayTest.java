package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import smallsteps.rehearsal.state.Message;

/// Who erases all of theirs sees it nowhere, wherever it is on its way by then.
class ErasedOnTheWayTest extends OwnScene {
  private static final String POST = "chat.postMessage";
  private static final String WORDS = "zebrafinken";

  private enum What {
    A_SMALL_THING,
    A_PRINCIPLE,
    A_PROPOSAL
  }

  private enum When {
    IT_WAITS,
    IT_IS_UNDER_WAY,
    IT_STANDS
  }

  private enum How {
    BY_THE_BUTTON,
    ON_THE_COMMAND_LINE
  }

  static Stream<Arguments> all() {
    return Stream.of(What.values())
        .flatMap(what ->
            Stream.of(When.values())
                .flatMap(
                    when -> Stream.of(How.values()).map(how -> Arguments.of(what, when, how))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void itStandsNowhereInTheEnd(What what, When when, How how) {
    begin(what, when);
    erase(how);
    scene.workspace.faults().doHeld();
    assertItStandsNowhere();
  }

  @ParameterizedTest
  @MethodSource("all")
  void itStandsNowhereInTheEndOverARestartToo(What what, When when, How how) throws Exception {
    begin(what, when);
    erase(how);
    scene.stopBot();
    scene.workspace.faults().doHeld();
    scene.clock.set(scene.clock.instant().plus(Duration.ofSeconds(61)));
    scene.startBot();
    assertItStandsNowhere();
  }

  @Test
  void whatIsUnderWayWhileTheWordsAreErasedIsTakenAwayWhenItComes() {
    scene.clock.run(20);
    scene.workspace.faults().doLate(POST, Duration.ofSeconds(20), 1);
    scene.alva.command(scene.channel, "/smallthing matade " + WORDS);
    scene.workspace.await(
        "it to be on its way", () -> Stream.of(scene.owed()).filter(n -> n > 0).findFirst());
    erase(How.ON_THE_COMMAND_LINE);
    assertItStandsNowhere();
  }

  @Test
  void whoSaidYesToSomethingIsNamedThereNoMoreAlsoWhereAnOldEditComesLate() {
    scene.propose(WORDS);
    Message proposal = scene.lastMessage();
    scene.workspace.faults().doneLater("chat.update", 1);
    scene.ben.press(proposal, "microaction_accept");
    scene.bot().awaitIdle();
    scene.forget(scene.ben);
    scene.workspace.await(
        "the edit",
        () ->
            Stream.of(scene.workspace.calls("chat.update")).filter(c -> c.size() > 1).findFirst());
    scene.passesUntil(20, 10);
    scene.workspace.faults().doHeld();
    scene.untilNothingIsOwed();

    assertThat(scene.message(proposal.ts()).json().toString()).doesNotContain(scene.ben.id());
  }

  @Test
  void whatWasReplacedDoesNotComeBackWhenTheOldWordsComeLate() {
    scene.alva.command(scene.channel, "/smallthing mejlade om dörn");
    String posted = scene.lastMessage().ts();
    scene.alva.openHome();
    scene.workspace.faults().doneLater("chat.update", 1);
    edit(WORDS);
    edit("mejlade om dörren");
    scene.passesUntil(20, 10);
    scene.workspace.faults().doHeld();
    scene.untilNothingIsOwed();

    assertThat(scene.message(posted).text()).contains("mejlade om dörren");
  }

  private void edit(String text) {
    scene.chooses(scene.alva, "win_edit");
    scene.alva.submit(scene.modal(scene.alva), Map.of("win_edit_text", text));
    scene.bot().awaitIdle();
    scene.workspace.modal(scene.alva).ifPresent(scene.alva::close);
  }

  private void begin(What what, When when) {
    scene.alva.openHome();
    scene.bot().awaitIdle();
    switch (when) {
      case IT_WAITS -> scene.workspace.faults().rateLimit(POST, Duration.ofMinutes(2), 1);
      case IT_IS_UNDER_WAY -> scene.workspace.faults().doneLater(POST, 1);
      case IT_STANDS -> {}
    }
    switch (what) {
      case A_SMALL_THING -> scene.alva.command(scene.channel, "/smallthing matade " + WORDS);
      case A_PRINCIPLE -> scene.alva.command(scene.channel, "/principle share 3");
      case A_PROPOSAL -> scene.propose("mata " + WORDS);
    }
    scene.bot().awaitIdle();
    assertThat(scene.messages()).hasSize(when == When.IT_STANDS ? 1 : 0);
  }

  private void erase(How how) {
    switch (how) {
      case BY_THE_BUTTON -> scene.alva.press(scene.home(scene.alva), "privacy_erase");
      case ON_THE_COMMAND_LINE -> scene.forget(scene.alva);
    }
  }

  private void assertItStandsNowhere() {
    scene.untilNothingIsOwed();
    assertThat(scene.messages()).isEmpty();
    scene.awaitGone(WORDS);
    scene.awaitGone(scene.alva.id());
  }
}
