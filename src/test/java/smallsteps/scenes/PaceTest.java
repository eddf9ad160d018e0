package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

/// A channel with a nudge each Monday at 10:30 from 23 November 2026 on.
class PaceTest extends EachTransport {
  private static final Instant FIRST = Instant.parse("2026-11-23T09:30:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-30T09:30:00Z");
  private static final Instant THIRD = Instant.parse("2026-12-07T09:30:00Z");

  /// Three days after the second nudge.
  private static final Instant ASKED = Instant.parse("2026-12-03T10:00:00Z");

  private static final Instant A_WEEK_LATER = Instant.parse("2026-12-10T10:30:00Z");

  @BeforeEach
  void begin() {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
  }

  @Test
  void afterTwoNudgesThatNobodyAnswersTheChannelIsAskedOnceAndNobodyIsNamed() {
    nudged(FIRST);
    nudged(SECOND);
    assertThat(looked(ASKED.minusSeconds(3600))).hasSize(2);

    List<Message> messages = looked(ASKED);

    assertThat(messages).hasSize(3);
    Message question = messages.getLast();
    assertThat(question.text())
        .contains("Fortsätt som nu", "Mer sällan", "Pausa", "bara en gång")
        .doesNotContain("<@", "<!");
    assertThat(question.actionIds())
        .containsExactly("pace_keep", "pace_less", "pace_pause", "care_why");
    assertThat(looked(ASKED.plusSeconds(1800))).hasSize(3);
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void aSmallThingAReactionOrSomethingTakenOnIsAnAnswer() {
    nudged(FIRST);
    Message second = nudged(SECOND);
    scene.ben.react(scene.channel, second.ts(), "tada");
    assertThat(looked(ASKED)).hasSize(2);

    scene.ben.unreact(scene.channel, second.ts(), "tada");
    String told = scene.ben.reply(scene.channel, second.ts(), "Jag gjorde en liten sak: ringde");
    assertThat(looked(ASKED)).hasSize(3);

    scene.ben.delete(scene.channel, told);
    scene.alva.press(second, "microaction_minutes:5");
    scene.alva.press(scene.onlyFor(scene.alva), "microaction_promise");
    assertThat(looked(ASKED)).hasSize(2);
  }

  @Test
  void aNudgeThatWasLeftOutIsNoneAndAPauseThatIsOverIsNoPause() {
    nudged(FIRST);
    scene.alva.command(scene.channel, "/nudge pausa till 1 december");
    nudgedOrNot(SECOND, 1);
    assertThat(looked(ASKED)).hasSize(1);

    nudged(THIRD);
    assertThat(looked(A_WEEK_LATER)).hasSize(3);
  }

  @Test
  void aChannelThatRestsIsNotAsked() {
    nudged(FIRST);
    nudged(SECOND);
    scene.alva.command(scene.channel, "/nudge pausa");
    assertThat(looked(ASKED)).hasSize(2);
  }

  @Test
  void aQuestionThatSlackDidNotTakeIsAskedLater() throws Exception {
    nudged(FIRST);
    nudged(SECOND);
    scene.workspace.faults().rateLimit("chat.postMessage", Duration.ofMinutes(5), 1);
    assertThat(looked(ASKED)).hasSize(2);
    scene.stopBot();
    scene.startBot();
    assertThat(looked(ASKED.plusSeconds(1800))).hasSize(3);
    assertThat(looked(ASKED.plusSeconds(3600))).hasSize(3);
  }

  @Test
  void aQuestionThatSlackRefusedIsAskedLaterAsNobodySawIt() {
    nudged(FIRST);
    nudged(SECOND);
    scene.workspace.faults().refuse("chat.postMessage", "restricted_action", 1);
    assertThat(looked(ASKED)).hasSize(2);
    assertThat(looked(ASKED.plusSeconds(1800))).hasSize(3);
  }

  @Test
  void whereNobodyChoosesTheNudgesComeEverySecondWeekAndNextShowsIt() {
    asked();
    nudged(THIRD);

    assertThat(looked(A_WEEK_LATER)).hasSize(4);

    String next = scene.answer(scene.alva, "/nudge nästa");
    assertThat(next)
        .contains("21 december 2026", "4 januari 2027")
        .doesNotContain("14 december 2026", "28 december 2026");
    assertThat(scene.answer(scene.alva, "/nudge visa")).contains("varannan måndag");
    nudgedOrNot(Instant.parse("2026-12-14T09:30:00Z"), 4);
    nudgedOrNot(Instant.parse("2026-12-21T09:30:00Z"), 5);
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    assertThat(scene.answer(scene.alva, "/nudge nästa"))
        .contains("28 december 2026", "4 januari 2027");
  }

  @Test
  void keepKeepsThePaceForGood() {
    Message question = asked();

    scene.ben.press(question, "pace_keep");

    assertThat(scene.message(question.ts()).text()).contains("som förut");
    assertThat(scene.message(question.ts()).actionIds()).containsExactly("care_why");
    nudged(THIRD);
    assertThat(looked(A_WEEK_LATER)).hasSize(4);
    assertThat(scene.answer(scene.alva, "/nudge nästa"))
        .contains("14 december 2026", "21 december 2026");
  }

  @Test
  void onceANudgeHasBeenAnsweredTheQuestionMayComeAgain() {
    scene.ben.press(asked(), "pace_keep");
    scene.ben.react(scene.channel, nudged(THIRD).ts(), "tada");
    nudged(Instant.parse("2026-12-14T09:30:00Z"));
    nudged(Instant.parse("2026-12-21T09:30:00Z"));

    List<Message> messages = looked(Instant.parse("2026-12-28T08:00:00Z"));

    assertThat(messages).hasSize(7);
    assertThat(messages.getLast().actionIds()).contains("pace_keep");
  }

  @Test
  void whereOnlyTheOwnerChangesThePlanNobodyElseSlowsItDown() {
    Message question = asked();
    scene.alva.command(scene.channel, "/nudge bara jag");

    scene.ben.press(question, "pace_less");
    assertThat(scene.onlyFor(scene.ben).text()).contains("Det gick inte att ändra");
    assertThat(scene.message(question.ts()).actionIds()).contains("pace_less");
    assertThat(scene.answer(scene.alva, "/nudge nästa")).contains("7 december 2026");

    scene.alva.press(question, "pace_less");
    assertThat(scene.answer(scene.alva, "/nudge nästa")).doesNotContain(" 7 december 2026");
  }

  @Test
  void whereTheOwnerHasLeftTheWorkspaceEverybodysButtonsWorkAndSaySo() {
    Message question = asked();
    scene.alva.command(scene.channel, "/nudge bara jag");
    scene.clock.set(ASKED.plus(Duration.ofMinutes(10)));
    scene.whoeverIsAskedForHasLeft();

    scene.ben.press(question, "pace_pause");

    assertThat(scene.message(question.ts()).text()).contains("vilar");
    assertThat(scene.onlyFor(scene.ben).text()).contains("inte kvar");
  }

  @Test
  void whoHasSlowedDownIsNotAskedAgain() {
    scene.ben.press(asked(), "pace_less");
    scene.ben.react(scene.channel, nudged(Instant.parse("2026-12-14T09:30:00Z")).ts(), "tada");
    nudged(Instant.parse("2026-12-28T09:30:00Z"));
    nudgedOrNot(Instant.parse("2027-01-11T09:30:00Z"), 6);
    assertThat(looked(Instant.parse("2027-01-15T09:30:00Z"))).hasSize(6);
  }

  @Test
  void lessOftenHoldsAtOnce() {
    Message question = asked();

    scene.ben.press(question, "pace_less");
    assertThat(scene.message(question.ts()).text()).contains("varannan vecka");
    assertThat(scene.answer(scene.alva, "/nudge nästa"))
        .contains("14 december 2026")
        .doesNotContain("7 december 2026", "21 december 2026");
  }

  @Test
  void aPausedChannelIsLeftInPeace() {
    Message question = asked();

    scene.ben.press(question, "pace_pause");

    assertThat(scene.message(question.ts()).text()).contains("vilar");
    nudgedOrNot(THIRD, 3);
    assertThat(looked(A_WEEK_LATER)).hasSize(3);
  }

  @Test
  void aChannelThatSwitchedTheQuestionOffIsNotAskedAgain() {
    Message question = asked();
    scene.ben.press(question, "care_why");
    View modal = scene.modal(scene.ben);
    assertThat(modal.shown()).contains("inte tjata");
    scene.ben.submit(modal, Map.of("care_switch", "off"));
    scene.ben.press(question, "pace_keep");

    Message third = nudged(THIRD);
    scene.ben.react(scene.channel, third.ts(), "tada");
    nudged(Instant.parse("2026-12-14T09:30:00Z"));
    nudged(Instant.parse("2026-12-21T09:30:00Z"));
    assertThat(looked(Instant.parse("2027-01-07T10:00:00Z"))).hasSize(6);
  }

  private Message asked() {
    nudged(FIRST);
    nudged(SECOND);
    return looked(ASKED).getLast();
  }

  private Message nudged(Instant at) {
    scene.runAt(at.plusSeconds(5), "post-nudges");
    return scene.lastMessage();
  }

  private void nudgedOrNot(Instant at, int messages) {
    nudged(at);
    assertThat(scene.messages()).hasSize(messages);
  }

  private List<Message> looked(Instant at) {
    scene.runAt(at, "ask-for-pace");
    return scene.messages();
  }
}
