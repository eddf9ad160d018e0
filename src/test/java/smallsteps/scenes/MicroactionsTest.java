package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.scenes.Scene.onlyOne;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

class MicroactionsTest extends EachTransport {
  /// Wednesday after lunch in Stockholm; what was taken on on Monday is asked about then.
  private static final Instant ASKED = Instant.parse("2026-11-25T12:00:00Z");

  /// More than there are to one length of time.
  private static final int ALL = 50;

  private Message nudge;

  @BeforeEach
  void begin() {
    scene.alva.command(scene.channel, "/nudge nu");
    nudge = scene.lastMessage();
  }

  @Test
  void whoHasFiveMinutesGetsOneThingToDoForThemAloneAndAnotherOneWhenTheyLike() {
    Message offer = offer(scene.alva, 5);

    assertThat(offer.text()).startsWith("På 5 minuter kan du göra det här: ").contains("Bara du");
    assertThat(nudge.text()).contains(action(offer));
    scene.alva.press(offer, "microaction_another");
    Message another = scene.onlyFor(scene.alva);
    assertThat(action(another)).isNotEqualTo(action(offer));
    assertThat(scene.messages()).hasSize(1);
    assertThat(offer(scene.cleo, 15).text()).startsWith("In 15 minutes you could do this: ");
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whatOneTakesOnIsAskedAboutOnceAndInPrivateLaterTheSameWeek() {
    String action = action(takenOn(scene.alva));
    assertThat(scene.onlyFor(scene.alva).text()).contains("onsdag 25 november", "stannar mellan");

    assertThat(asked(ASKED.minusSeconds(1))).isEmpty();
    Message question = onlyOne(asked(ASKED));
    assertThat(question.text()).contains("måndag 23 november", action, "Blev det av?");
    assertThat(asked(ASKED.plusSeconds(60))).hasSize(1);
    assertThat(asked(ASKED.plusSeconds(600_000))).hasSize(1);
    assertThat(scene.messages()).hasSize(1);
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void doneBecomesASmallThingInTheThreadOfItsNudge() {
    scene.alva.press(offer(scene.alva, 5), "microaction_another");
    Message another = scene.onlyFor(scene.alva);
    String action = action(another);
    scene.alva.press(another, "microaction_promise");
    Message question = onlyOne(asked(ASKED));

    scene.alva.press(question, "microaction_did");
    scene.alva.submit(scene.modal(scene.alva), Map.of());

    Message posted = scene.lastMessage();
    assertThat(posted.threadTs()).isEqualTo(nudge.ts());
    assertThat(posted.text()).contains("gjorde en liten sak: ”" + action + "”");
    var win = scene.win(posted.ts()).orElseThrow();
    assertThat(win.getString("kind")).isEqualTo("did");
    assertThat(win.getString("nudge_ts")).isEqualTo(nudge.ts());
    assertThat(nudge.text()).startsWith("Princip " + win.getInt("principle"));
  }

  @Test
  void whoClosesTheFormMayOpenItAgainAndWhoHasSavedItIsAskedNoMore() {
    takenOn(scene.alva);
    scene.alva.press(onlyOne(asked(ASKED)), "microaction_did");
    scene.alva.close(scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva)));
    Message telling = onlyOne(asked(ASKED));
    assertThat(telling.text()).contains("Öppna formuläret igen");
    assertThat(telling.actionIds()).containsExactly("microaction_did");

    scene.alva.press(telling, "microaction_did");
    View modal = scene.workspace.await("the modal", () -> scene.workspace.modal(scene.alva));
    scene.alva.submit(modal, Map.of());
    scene.bot().awaitIdle();
    scene.alva.press(telling, "microaction_did");

    Message answered = onlyOne(asked(ASKED));
    assertThat(answered.text()).isEqualTo("Det är sparat. Tack för att du berättade!");
    assertThat(answered.actionIds()).isEmpty();
    assertThat(scene.exported("win")).hasSize(1);
    assertThat(scene.workspace.modal(scene.alva)).isEmpty();
  }

  @Test
  void whatDidNotWorkIsKeptAsSomethingLearned() {
    takenOn(scene.alva);
    Message question = onlyOne(asked(ASKED));

    scene.alva.press(question, "microaction_learned");
    scene.alva.submit(
        scene.modal(scene.alva), Map.of("win_text", "ingen hade tid, jag frågar tidigare"));

    assertThat(scene.win(scene.lastMessage().ts()).orElseThrow().getString("kind"))
        .isEqualTo("learned");
  }

  @Test
  void notYetIsAGoodAnswerAndEndsIt() {
    takenOn(scene.alva);
    scene.alva.press(onlyOne(asked(ASKED)), "microaction_not_yet");
    scene.bot().awaitIdle();

    Message answered = onlyOne(asked(ASKED.plusSeconds(600_000)));
    assertThat(answered.text()).contains("helt i sin ordning").doesNotContain("Blev det av");
    assertThat(answered.actionIds()).isEmpty();
    assertThat(scene.exported("win")).isEmpty();
  }

  @Test
  void whatIsTakenOnLateInTheWeekIsAskedAboutBeforeItIsOutOrAtItsEndAfterIt() {
    scene.clock.set(Instant.parse("2026-11-26T09:00:00Z"));
    takenOn(scene.alva);
    assertThat(scene.onlyFor(scene.alva).text()).contains("fredag 27 november");
    scene.clock.set(Instant.parse("2026-11-27T08:59:00Z"));
    takenOn(scene.alva);
    assertThat(scene.onlyFor(scene.alva).text()).contains("fredag 27 november");
    scene.clock.set(Instant.parse("2026-11-27T10:00:00Z"));
    takenOn(scene.alva);
    assertThat(scene.onlyFor(scene.alva).text()).contains("måndag 30 november");
  }

  @Test
  void eachIsAskedInTheirOwnLanguageAndAfterLunchByTheirOwnClock() {
    takenOn(scene.cleo);
    asked(ASKED);
    assertThat(scene.direct(scene.cleo)).isEmpty();
    asked(ASKED.plusSeconds(3600));
    assertThat(onlyOne(scene.direct(scene.cleo)).text())
        .contains("Monday 23 November", "Did you do it?");
  }

  @Test
  void aQuestionThatSlackDidNotTakeIsAskedLaterAndAfterTwoWeeksNotAtAll() throws Exception {
    takenOn(scene.alva);
    scene.workspace.faults().rateLimit("chat.postMessage", Duration.ofMinutes(5), 1);
    assertThat(asked(ASKED)).isEmpty();
    scene.stopBot();
    scene.startBot();
    assertThat(asked(ASKED.plusSeconds(1800))).hasSize(1);

    takenOn(scene.alva);
    scene.preferences(Map.of("care_snooze", "month"));
    assertThat(asked(Instant.parse("2026-11-27T12:00:00Z"))).hasSize(1);
    assertThat(asked(Instant.parse("2027-01-12T12:00:00Z"))).hasSize(1);
  }

  @Test
  void whoTakesTheSameOnAgainIsAskedAgainOnTheDayThatTheyAreTold() {
    takenOn(scene.alva);
    scene.alva.press(onlyOne(asked(ASKED)), "microaction_not_yet");

    takenOn(scene.alva);
    assertThat(scene.onlyFor(scene.alva).text()).contains("fredag 27 november");
    assertThat(asked(Instant.parse("2026-11-27T11:59:59Z"))).hasSize(1);
    assertThat(asked(Instant.parse("2026-11-27T12:00:00Z")).getLast().text())
        .contains("onsdag 25 november", "Blev det av?");
  }

  @Test
  void whoSwitchedTheQuestionOffIsToldSoAndNeverAsked() {
    scene.preferences(Map.of("care_kinds", "difference_question"));

    takenOn(scene.alva);

    assertThat(scene.onlyFor(scene.alva).text()).contains("Jag frågar inte");
    assertThat(asked(ASKED)).isEmpty();
    assertThat(asked(ASKED.plusSeconds(600_000))).isEmpty();
  }

  @Test
  void theQuestionSaysWhyItComesAndLeadsToTheSwitch() {
    takenOn(scene.alva);
    Message question = onlyOne(asked(ASKED));

    scene.alva.press(question, "care_why");
    View modal = scene.modal(scene.alva);

    assertThat(modal.title()).isEqualTo("Varför ser jag det här?");
    assertThat(modal.shown()).contains("Du tryckte på ”Jag gör det”");
    assertThat(modal.actionIds()).contains("care_kinds", "care_snooze", "care_language");
    assertThat(question.text()).contains("Varför ser jag det här?");
  }

  @Test
  void whoHasToldInTheThreadAlreadyIsNotAsked() {
    takenOn(scene.alva);
    scene.alva.reply(scene.channel, nudge.ts(), "Jag gjorde en liten sak: det blev av");

    assertThat(asked(ASKED)).isEmpty();
  }

  @Test
  void whoHasDoneItTellsItWhereTheButtonsWereAndIsNotAsked() {
    String action = action(takenOn(scene.alva));
    Message chosen = scene.onlyFor(scene.alva);
    assertThat(chosen.actionIds()).containsExactly("microaction_did", "microaction_never_mind");

    scene.alva.press(chosen, "microaction_did");
    View form = scene.modal(scene.alva);
    assertThat(scene.onlyFor(scene.alva).actionIds()).containsExactly("microaction_did");
    scene.alva.submit(form, Map.of());

    Message posted = scene.lastMessage();
    assertThat(posted.threadTs()).isEqualTo(nudge.ts());
    assertThat(posted.text()).contains("gjorde en liten sak: ”" + action + "”");
    assertThat(asked(ASKED)).isEmpty();
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whoHasDoneItAndTellsItWithoutTheirNameIsNotAskedEither() {
    takenOn(scene.alva);
    scene.alva.press(scene.onlyFor(scene.alva), "microaction_did");
    scene.alva.submit(scene.modal(scene.alva), Map.of("win_anonymous", "win_anonymous"));

    assertThat(scene.lastMessage().text()).doesNotContain(scene.alva.id());
    assertThat(asked(ASKED)).isEmpty();
  }

  @Test
  void whoLetsItGoIsToldKindlyAndNotAsked() {
    for (Person person : List.of(scene.alva, scene.cleo)) {
      takenOn(person);
      person.press(scene.onlyFor(person), "microaction_never_mind");
      scene.bot().awaitIdle();
      assertThat(scene.onlyFor(person).actionIds()).isEmpty();
    }

    assertThat(scene.onlyFor(scene.alva).text()).contains("helt i sin ordning", "frågar inte");
    assertThat(scene.onlyFor(scene.cleo).text()).contains("quite all right", "won’t ask");
    assertThat(asked(ASKED.plusSeconds(3600))).isEmpty();
    assertThat(scene.direct(scene.cleo)).isEmpty();
  }

  @Test
  void whoTakesTheSameOnTwiceMayLetItGoToo() {
    takenOn(scene.alva);
    takenOn(scene.alva);

    scene.alva.press(scene.onlyFor(scene.alva), "microaction_never_mind");

    assertThat(asked(ASKED)).isEmpty();
  }

  @Test
  void whoTellsItByACommandOrInTheChannelIsNotAsked() {
    takenOn(scene.alva);
    takenOn(scene.cleo);
    scene.alva.command(scene.channel, "/smallthing det blev av");
    scene.cleo.say(scene.channel, "I did a small thing: it got done");

    assertThat(asked(ASKED.plusSeconds(3600))).isEmpty();
    assertThat(scene.direct(scene.cleo)).isEmpty();
  }

  @Test
  void whoChoosesAnotherTimeGetsItInPlaceOfTheOfferThatIsOpen() {
    Message offer = offer(scene.alva, 5);
    int before = scene.workspace.ephemeral(scene.alva).size();

    scene.alva.press(offer, "microaction_other_time:15");

    Message other = scene.onlyFor(scene.alva);
    assertThat(other.text()).startsWith("På 15 minuter kan du göra det här: ");
    assertThat(nudge.text()).contains(action(other));
    assertThat(other.actionIds())
        .contains("microaction_other_time:5")
        .doesNotContain("microaction_other_time:15");
    assertThat(scene.workspace.ephemeral(scene.alva)).hasSize(before);
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void aPauseHoldsTheQuestionBack() {
    takenOn(scene.alva);
    scene.preferences(Map.of("care_snooze", "week"));

    assertThat(asked(ASKED)).isEmpty();
    assertThat(asked(Instant.parse("2026-11-30T09:00:00Z"))).hasSize(1);
  }

  @Test
  void onAnEveNobodyIsAskedAndOnABridgeDayTheyAre() {
    scene.clock.set(Instant.parse("2026-12-22T09:00:00Z"));
    takenOn(scene.alva);
    assertThat(scene.onlyFor(scene.alva).text()).contains("måndag 28 december");
    assertThat(asked(Instant.parse("2026-12-24T12:00:00Z"))).isEmpty();
    assertThat(asked(Instant.parse("2026-12-28T07:00:00Z"))).hasSize(1);

    scene.clock.set(Instant.parse("2027-05-05T08:00:00Z"));
    takenOn(scene.alva);
    assertThat(scene.onlyFor(scene.alva).text()).contains("fredag 7 maj");
    assertThat(asked(Instant.parse("2027-05-07T11:00:00Z"))).hasSize(2);
  }

  @Test
  void aProposalIsOfferedOnceSomebodyElseSaysYes() {
    Message proposal = proposed("fråga på bageriet");
    assertThat(proposal.text()).contains("5 minuter", "fråga på bageriet", "Säger någon annan ja");

    scene.alva.press(proposal, "microaction_accept");
    assertThat(scene.onlyFor(scene.alva).text()).contains("ditt eget förslag");
    assertThat(actions(scene.ben, 5, ALL)).noneMatch(text -> text.contains("bageriet"));

    scene.ben.press(proposal, "microaction_accept");
    assertThat(scene.message(proposal.ts()).text())
        .contains("Nytt bland det", "bageriet")
        .contains("<@" + scene.alva.id() + "> kom på", "<@" + scene.ben.id() + "> sa ja");
    assertThat(scene.message(proposal.ts()).actionIds()).isEmpty();
    assertThat(actions(scene.ben, 5, ALL)).anyMatch(text -> text.contains("bageriet"));
    assertThat(scene.workspace.warnings()).isEmpty();
  }

  @Test
  void whatTheChannelsOwnPeopleProposedComesRightAfterWhatTheNudgeSays() {
    scene.alva.press(offer(scene.alva, 5), "microaction_propose");
    scene.alva.submit(scene.modal(scene.alva), Map.of("microaction_text", "fråga på bageriet"));
    Message proposal = scene.lastMessage();
    assertThat(proposal.text()).contains("till princip " + nudge.text().charAt(8) + ", ");
    scene.ben.press(proposal, "microaction_accept");

    List<String> actions = actions(scene.ben, 5, 43);

    assertThat(nudge.text()).contains(action(actions.getFirst()));
    assertThat(actions.get(1)).contains("bageriet");
    assertThat(actions).doesNotHaveDuplicates();
  }

  @Test
  void aProposalIsForThoseOfItsChannelItsLanguageAndItsMinutes() {
    scene.ben.press(proposed("fråga på bageriet"), "microaction_accept");
    assertThat(actions(scene.alva, 15, ALL)).noneMatch(text -> text.contains("bageriet"));
    assertThat(actions(scene.cleo, 5, ALL)).noneMatch(text -> text.contains("bageriet"));

    Conversation other = scene.workspace.channel("allmänt");
    scene.alva.command(other, "/nudge nu");
    scene.bot().awaitIdle();
    nudge = scene.workspace.messages(other).getLast();
    assertThat(actions(scene.alva, 5, ALL)).noneMatch(text -> text.contains("bageriet"));
  }

  @Test
  void aProposalNeedsWords() {
    scene.alva.globalShortcut("propose_microaction");
    Map<String, String> blank =
        Map.of("microaction_text", " ", "microaction_channel", scene.channel.id());
    assertThat(scene.alva.submit(scene.modal(scene.alva), blank).body().getJsonObject("errors"))
        .containsOnlyKeys("microaction_text");
  }

  @Test
  void aProposalThatBeginsWithAWordOfAnonymityIsNotShownWithAName() {
    for (String text : List.of("anonymt: fråga chefen", "\u200B- annonymt\u00A0fråga", "\u200E")) {
      scene.alva.globalShortcut("propose_microaction");
      Map<String, String> filled =
          Map.of("microaction_text", text, "microaction_channel", scene.channel.id());
      View modal = scene.modal(scene.alva);
      assertThat(scene.alva.submit(modal, filled).body().getJsonObject("errors"))
          .as(text)
          .containsOnlyKeys("microaction_text");
      scene.alva.close(modal);
    }
    assertThat(proposed("be om anonym återkoppling").text()).contains("be om anonym återkoppling");
  }

  @Test
  void aProposalThatHasToWaitIsNotKeptAndNobodyLearnsWhoSaidSo() {
    Message proposal = proposed("fråga på bageriet");

    scene.ben.press(proposal, "microaction_decline");

    assertThat(scene.message(proposal.ts()).text())
        .contains("fick vänta")
        .doesNotContain(scene.ben.id(), "bageriet");
    assertThat(actions(scene.alva, 5, ALL)).noneMatch(text -> text.contains("bageriet"));
    scene.awaitGone("bageriet");
  }

  private Message proposed(String text) {
    scene.propose(text);
    return scene.lastMessage();
  }

  /// What somebody is offered, one after the other.
  private List<String> actions(Person person, int minutes, int count) {
    Message offer = offer(person, minutes);
    var actions = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      actions.add(offer.text());
      person.press(offer, "microaction_another");
      offer = scene.onlyFor(person);
    }
    return actions;
  }

  private Message offer(Person person, int minutes) {
    person.press(nudge, "microaction_minutes:" + minutes);
    return scene.onlyFor(person);
  }

  private Message takenOn(Person person) {
    Message offer = offer(person, 5);
    person.press(offer, "microaction_promise");
    scene.bot().awaitIdle();
    return offer;
  }

  private static String action(Message offer) {
    return action(offer.text());
  }

  private static String action(String offer) {
    return offer.lines().findFirst().orElseThrow().replaceAll("^.*?: ", "");
  }

  private List<Message> asked(Instant at) {
    scene.runAt(at, "ask-about-microactions");
    return scene.direct(scene.alva);
  }
}
