package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Outcome;
import smallsteps.Reply;
import smallsteps.outbox.Owed;

class WinFormTest {
  private static final String NUDGE = "1763880000.000001";
  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;

  @BeforeEach
  void open() {
    scene = new WinsAndReactions(folder);
    scene.nudge(NUDGE, 3);
  }

  @Test
  void theButtonUnderANudgeOpensItWithTheNudgesPrinciple() {
    View view = view(scene.pressesNudgeButton("U1", NUDGE));
    assertThat(view.getTitle().getText()).isEqualTo("A small thing");
    StaticSelectElement principles = (StaticSelectElement) element(view, "win_principle");
    assertThat(principles.getInitialOption().getValue()).isEqualTo("3");
    assertThat(principles.getInitialOption().getText().getText()).isEqualTo("3. Princip 3 en");
    assertThat(principles.getOptions()).hasSize(8);
    assertThat(blockIds(view)).doesNotContain("win_channel");
  }

  @Test
  void whatIsFilledInUnderANudgeIsPostedInItsThread() {
    String metadata = view(scene.pressesNudgeButton("U1", NUDGE)).getPrivateMetadata();
    Reply reply = scene.submits("U1", "V1", metadata, values("tried\na sign", "learned", "3"));
    Win win = scene.wins.ofAll(null, null, null).getFirst();
    assertThat(win)
        .isEqualTo(AWin.said("tried\na sign", scene.now).learned().under(NUDGE, 3).win());
    Owed post = scene.posts().getFirst();
    assertThat(post.post().threadTs()).isEqualTo(NUDGE);
    assertThat(post.metadata().payload()).isEqualTo(Map.of("source_id", "V1"));
    assertThat(post.content().text())
        .startsWith("<@U1> provade något och delar en lärdom: tried\na sign\n");
    assertThat(answer(reply, new Outcome.Done("1763884900.000100")))
        .startsWith("Thank you! It’s saved.");
  }

  @Test
  void whoseWordsCantBeShownHearsThatTheyAreKeptAndWhatToDo() {
    Reply reply = scene.submits("U1", "V1", "C1", values("a sign", "did", "none"));
    assertThat(answer(reply, new Outcome.Refused("not_in_channel")))
        .contains("It is saved", "<#C1>", "/invite");
    assertThat(answer(reply, new Outcome.Refused("is_archived")))
        .contains("It is saved", "<#C1>")
        .doesNotContain("/invite");
  }

  private static String answer(Reply reply, Outcome outcome) {
    Reply told = WinsAndReactions.only(Reply.Awaiting.class, reply).answer().apply(outcome);
    return WinsAndReactions.only(Reply.OnlyYou.class, told).content().text();
  }

  @Test
  void aNudgeThatIsNotKnownYetHasItsThreadAllTheSame() {
    View view = view(scene.pressesNudgeButton("U1", "1763889999.000001"));
    assertThat(view.getPrivateMetadata()).isEqualTo("C1 1763889999.000001");
  }

  @Test
  void aFormSubmittedTwiceIsOneWinPostedOnce() {
    scene.submits("U1", "V1", "C1", values("a sign", "did", "none"));
    assertThat(
            WinsAndReactions.each(scene.submits("U1", "V1", "C1", values("a sign", "did", "none"))))
        .isEmpty();
    assertThat(scene.wins.ofAll(null, null, null)).hasSize(1);
  }

  @Test
  void theCommandOpensItForItsOwnChannel() {
    View view = view(scene.typesIn("C7", "U1", WinsAndReactions.SV, ""));
    assertThat(blockIds(view))
        .containsExactly("win_text", "win_kind", "win_principle", "win_anonymous", "win_shown_in");
    scene.submits("U1", "V1", view.getPrivateMetadata(), values("en skylt", "did", "none"));
    assertThat(scene.wins.ofAll(null, null, "C7"))
        .extracting(win -> win.text().kept(), Win::principle, Win::threadTs)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("en skylt", null, null));
  }

  @Test
  void theGlobalShortcutAsksForAChannel() {
    View view = view(scene.usesGlobalShortcut("U1"));
    ConversationsSelectElement channels = (ConversationsSelectElement) element(view, "win_channel");
    assertThat(channels.getDefaultToCurrentConversation()).isTrue();
    assertThat(channels.getFilter().getInclude()).containsExactly("public", "private");

    var values = values("a sign", "did", "none");
    assertThat(errors(scene.submits("U1", "V1", view.getPrivateMetadata(), values)))
        .containsOnlyKeys("win_channel");
    values.put("win_channel", List.of("C3"));
    scene.submits("U1", "V1", view.getPrivateMetadata(), values);
    assertThat(scene.wins.ofAll(null, null, "C3")).hasSize(1);
  }

  @Test
  void whoSaysItAnonymouslyIsKeptNowhere() {
    var values = values("asked for help", "learned", "none");
    values.put("win_anonymous", List.of("win_anonymous"));
    Reply reply = scene.submits("U1", "V1", "C1", values);
    assertThat(scene.wins.ofAll(null, null, null).getFirst().isAnonymous()).isTrue();
    Owed post = scene.posts().getFirst();
    assertThat(post.content().text())
        .startsWith("Något att lära av, delat anonymt: asked for help\n");
    assertThat(post.metadata().payload().get("source_id")).doesNotContain("V1");
    assertThat(answer(reply, new Outcome.Done("1763884900.000100")))
        .contains("Your name is not saved anywhere", "delete my message");
    assertThat(answer(reply, new Outcome.Refused("not_in_channel")))
        .contains("without your name", "/invite")
        .doesNotContain("mine");
    assertThat(scene.exports("U1")).isEmpty();
    assertThat(scene.forgets("U1")).isZero();

    assertThat(WinsAndReactions.each(scene.submits("U1", "V1", "C1", values))).isEmpty();
    assertThat(scene.wins.ofAll(null, null, null)).hasSize(1);
  }

  @Test
  void spacesAreNoText() {
    assertThat(errors(scene.submits("U1", "V1", "C1", values(" \u00a0\n", "did", "none"))))
        .isEqualTo(Map.of("win_text", "Write a few words about what you did."));
    assertThat(scene.wins.ofAll(null, null, null)).isEmpty();
  }

  @Test
  void theModalKeepsWithinSlacksSizes() {
    for (var language : List.of(WinsAndReactions.SV, WinsAndReactions.EN)) {
      View view = view(scene.types("U1", language, ""));
      assertThat(view.getTitle().getText()).hasSizeLessThanOrEqualTo(24);
      assertThat(view.getSubmit().getText()).hasSizeLessThanOrEqualTo(24);
      assertThat(view.getClose().getText()).hasSizeLessThanOrEqualTo(24);
    }
  }

  private static Map<String, List<String>> values(String text, String kind, String principle) {
    return new java.util.HashMap<>(
        Map.of(
            "win_text", List.of(text),
            "win_kind", List.of(kind),
            "win_principle", List.of(principle)));
  }

  private static View view(Reply reply) {
    return WinsAndReactions.only(Reply.OpenView.class, reply).view();
  }

  private static Map<String, String> errors(Reply reply) {
    return WinsAndReactions.only(Reply.ViewErrors.class, reply).errors();
  }

  private static List<String> blockIds(View view) {
    return view.getBlocks().stream().map(LayoutBlock::getBlockId).toList();
  }

  private static Object element(View view, String blockId) {
    return view.getBlocks().stream()
        .filter(block -> block.getBlockId().equals(blockId))
        .map(block -> ((InputBlock) block).getElement())
        .findFirst()
        .orElseThrow();
  }
}
