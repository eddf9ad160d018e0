package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Act;
import smallsteps.Reply;

class WinMessagesTest {
  private static final String TS = "1763884800.000100";
  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;

  @BeforeEach
  void open() {
    scene = new WinsAndReactions(folder);
  }

  @Test
  void aMessageWithThePhraseIsKeptAndConfirmed() {
    scene.says("U1", TS, "I did a small thing: a sign");
    assertThat(scene.acts()).containsExactly(seedling());
    assertThat(scene.wins.ofAll(null, null, null))
        .containsExactly(AWin.said("a sign", Instant.ofEpochSecond(1763884800)).in(TS).win());
    assertThat(scene.wins.isWin(WinsAndReactions.message(TS))).isTrue();
  }

  @Test
  void aMessageToldTwiceIsOneWinAndOneConfirmation() {
    scene.says("U1", TS, "I did a small thing: a sign");
    scene.says("U1", TS, "I did a small thing: a sign");
    assertThat(scene.acts()).containsExactly(seedling());
    assertThat(scene.texts()).containsExactly("a sign");
  }

  @Test
  void otherMessagesLeaveNoTrace() {
    assertThat(WinsAndReactions.each(scene.says("U1", TS, "Good morning"))).isEmpty();
    assertThat(scene.count("win")).isZero();
  }

  @Test
  void aReplyUnderANudgeAnswersItsPrinciple() {
    scene.nudge("1763880000.000001", 4);
    scene.says("U1", TS, "1763880000.000001", "Jag gjorde en liten sak: en skylt");
    scene.says("U1", "1763884801.000001", "1763880000.000009", "Jag gjorde en liten sak: två");
    assertThat(scene.wins.ofAll(null, null, null))
        .extracting(Win::principle, Win::nudgeTs, Win::threadTs)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4, "1763880000.000001", "1763880000.000001"),
            org.assertj.core.groups.Tuple.tuple(null, null, "1763880000.000009"));
  }

  @Test
  void anEditedMessageEditsTheWin() {
    scene.says("U1", TS, "I did a small thing: a sing");
    assertThat(
            WinsAndReactions.each(
                scene.edits("U1", TS, "I did a small thing: a sign", "1763884900.1")))
        .isEmpty();
    assertThat(scene.texts()).containsExactly("a sign");
  }

  @Test
  void anOlderEditThatArrivesLaterChangesNothing() {
    scene.says("U1", TS, "I did a small thing: first");
    scene.edits("U1", TS, "I did a small thing: third", "1763884903.000000");
    scene.edits("U1", TS, "I did a small thing: second", "1763884902.000000");
    scene.edits("U1", TS, "no phrase", "1763884901.000000");
    assertThat(scene.texts()).containsExactly("third");
  }

  @Test
  void twoEditsInTheSameSecondBothCount() {
    scene.says("U1", TS, "I did a small thing: first");
    scene.edits("U1", TS, "I did a small thing: second", "1763884902.000000");
    scene.edits("U1", TS, "I did a small thing: third", "1763884902.000000");
    assertThat(scene.texts()).containsExactly("third");
  }

  @Test
  void aPhraseThatAnEditBringsMakesAWin() {
    scene.says("U1", TS, "I did a smal thing: a sign");
    scene.edits("U1", TS, "I did a small thing: a sign", "1763884900.000000");
    assertThat(scene.acts()).containsExactly(seedling());
    assertThat(scene.texts()).containsExactly("a sign");
  }

  @Test
  void anEditThatArrivesBeforeItsMessageIsWhatStays() {
    scene.edits("U1", TS, "I did a small thing: second", "1763884900.000000");
    scene.says("U1", TS, "I did a small thing: first");
    assertThat(scene.texts()).containsExactly("second");
  }

  @Test
  void aPhraseEditedAwayTakesTheWinBack() {
    scene.says("U1", TS, "I did a small thing: a secret");
    scene.reacts("U2", TS, "tada", "1763884850.000000");
    scene.acts();
    scene.edits("U1", TS, "never mind", "1763884900.000000");
    scene.now = scene.now.plusSeconds(121);
    assertThat(scene.acts())
        .containsExactly(new Act.Unreact(WinsAndReactions.message(TS), "seedling"));
    assertThat(scene.texts()).isEmpty();
    assertThat(scene.reactions.of(WinsAndReactions.message(TS))).isEmpty();

    assertThat(WinsAndReactions.each(scene.says("U1", TS, "I did a small thing: a secret")))
        .isEmpty();
    scene.edits("U1", TS, "I did a small thing: older", "1763884899.000000");
    assertThat(scene.texts()).isEmpty();

    scene.edits("U1", TS, "I did a small thing: after all", "1763884901.000000");
    scene.now = scene.now.plusSeconds(121);
    assertThat(scene.acts()).containsExactly(seedling());
    assertThat(scene.texts()).containsExactly("after all");
  }

  @Test
  void aPhraseThatComesBackFindsTheReactionsThatStand() {
    scene.says("U1", TS, "I did a small thing: a sign");
    scene.reacts("U2", TS, "tada", "1763884850.000000");
    scene.edits("U1", TS, "a sign", "1763884900.000000");
    Reply again = scene.edits("U1", TS, "I did a small thing: a sign", "1763884901.000000");
    WinsAndReactions.only(Reply.ReadReactions.class, again)
        .read()
        .accept(List.of(new Reply.ReadReactions.Given("tada", List.of("U2"))));
    assertThat(scene.reactions.of(WinsAndReactions.message(TS)))
        .isEqualTo(java.util.Map.of("tada", List.of("U2")));
  }

  @Test
  void aNudgeThatIsKnownLateTakesTheRepliesUnderItAlong() {
    String nudge = "1763880000.000001";
    scene.says("U1", TS, nudge, "I did a small thing: was quick");
    scene.says("U1", "1763884801.000001", "1763880000.000009", "I did a small thing: elsewhere");
    scene.unsettledNudge(4);
    scene.settles(nudge);
    assertThat(scene.wins.ofAll(null, null, null))
        .extracting(Win::principle, Win::nudgeTs)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4, nudge),
            org.assertj.core.groups.Tuple.tuple(null, null));
  }

  @Test
  void anUnfurledLinkChangesNothing() {
    scene.says("U1", TS, "I did a small thing: https://x.se");
    Reply reply = scene.edits("U1", TS, "I did a small thing: https://x.se", "1763884900.000000");
    assertThat(WinsAndReactions.each(reply)).isEmpty();
    assertThat(WinsAndReactions.each(scene.edits("U1", "1.1", "a link", "1763884900.000000")))
        .isEmpty();
    assertThat(scene.count("win")).isEqualTo(1);
  }

  @Test
  void aDeletedMessageLeavesItsKeyAlone() {
    scene.says("U1", TS, "I did a small thing: a sign");
    scene.reacts("U2", TS, "tada", "1763884850.000000");
    scene.deletes(TS);
    scene.deletes(TS);
    assertThat(scene.texts()).isEmpty();
    assertThat(scene.wins.isWin(WinsAndReactions.message(TS))).isFalse();
    assertThat(scene.reactions.of(WinsAndReactions.message(TS))).isEmpty();
    assertThat(scene.count("win WHERE deleted = 1 AND ts = '" + TS + "'")).isEqualTo(1);
    assertThat(scene.count("reaction")).isZero();
  }

  @Test
  void aDeletedWinDoesNotComeBack() {
    scene.says("U1", TS, "I did a small thing: a sign");
    scene.deletes(TS);
    assertThat(WinsAndReactions.each(scene.says("U1", TS, "I did a small thing: a sign")))
        .isEmpty();
    scene.edits("U1", TS, "I did a small thing: a sign", "1763884999.000000");
    assertThat(scene.texts()).isEmpty();
  }

  @Test
  void aMessageToldAfterItsDeletionIsNotKept() {
    scene.deletes(TS);
    assertThat(WinsAndReactions.each(scene.says("U1", TS, "I did a small thing: a sign")))
        .isEmpty();
    assertThat(scene.texts()).isEmpty();
  }

  @Test
  void whatIsReadOfATimeKnowsItsLimits() {
    scene.says("U1", "1763884800.000100", "I did a small thing: one");
    scene.says("U1", "1763884801.000100", "I did a small thing: two");
    scene.says("U1", "1763884802.000100", "I did a small thing: three");
    Instant second = Instant.ofEpochSecond(1763884801);
    assertThat(scene.wins.ofAll(second, null, "C1"))
        .extracting(win -> win.text().kept())
        .containsExactly("two", "three");
    assertThat(scene.wins.ofAll(null, second, null))
        .extracting(win -> win.text().kept())
        .containsExactly("one");
    assertThat(scene.wins.ofAll(null, null, "C2")).isEqualTo(List.of());
  }

  private static Act seedling() {
    return new Act.React(WinsAndReactions.message(TS), "seedling");
  }
}
