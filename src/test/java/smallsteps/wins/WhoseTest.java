package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Buttons;
import smallsteps.Content;
import smallsteps.Reply;

/// With a name or without: what is nearly a word of anonymity is asked about first.
class WhoseTest {
  @TempDir Path folder;
  private WinsAndReactions scene;

  @BeforeEach
  void open() {
    scene = new WinsAndReactions(folder);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "annonymt: asked for help",
        "anon asked for help",
        "utan namn: asked for help",
        "I did a small thing: anonymus asked for help",
        "asked for help (anonymously)",
        "anonymisch um Hilfe gebeten",
        "anonymiserat: asked for help",
        "-a asked for help",
        ":shushing_face::skin-tone-2: asked for help",
        "asked for help 🤫",
        "I did a small thing: dolt, asked for help",
        "asked for help. Don’t tell anyone it was me!"
      })
  void whatIsNearlyAWordOfAnonymityIsPostedByNobodyBeforeTheyAreAsked(String typed) {
    Content question = asks(typed);
    assertThat(question.text()).contains("nothing has been saved or shown yet");
    assertThat(Buttons.of(question))
        .extracting(button -> button.getText().getText())
        .containsExactly("Share it without my name", "Share it with my name");
    assertThat(scene.texts()).isEmpty();
  }

  @Test
  void withoutANameItIsFromNobodyAndNothingTypedIsLost() {
    Reply reply = presses(asks("annonymt: asked for  help 👩‍🦰❤️"), 0);
    Win win = scene.wins.ofAll(null, null, null).getFirst();
    assertThat(win.isAnonymous()).isTrue();
    assertThat(win.text().kept()).isEqualTo("asked for  help 👩‍🦰❤️");
    assertThat(scene.posts().getFirst().content().text())
        .startsWith("En liten sak, delad anonymt: asked for  help");
    assertThat(WinsAndReactions.only(Reply.Replace.class, reply).content().text())
        .contains("Your name is not saved anywhere");
    assertThat(scene.exports("U1")).isEmpty();
  }

  @Test
  void withANameItIsSaidAsItWasWritten() {
    presses(asks("Secret santa went round, lärde mig att fråga"), 1);
    Win win = scene.wins.ofAll(null, null, null).getFirst();
    assertThat(win.userId()).isEqualTo("U1");
    assertThat(win.text().kept()).isEqualTo("Secret santa went round, lärde mig att fråga");
  }

  @Test
  void whicheverIsPressedFirstCountsAndItIsOneSmallThing() {
    Content question = asks("anonymus learned: ask first");
    presses(question, 0);
    assertThat(WinsAndReactions.each(presses(question, 1))).isEmpty();
    assertThat(WinsAndReactions.each(presses(question, 0))).isEmpty();
    assertThat(scene.wins.ofAll(null, null, null))
        .singleElement()
        .satisfies(win -> {
          assertThat(win.isAnonymous()).isTrue();
          assertThat(win.kind()).isEqualTo(Win.LEARNED);
        });
  }

  @Test
  void whatIsTooLongForAButtonIsGivenBackWithTheWayToGoOn() {
    Content question = asks("anonymus " + "å".repeat(2500));
    assertThat(Buttons.of(question)).isEmpty();
    assertThat(question.text()).contains("å".repeat(2500), "`anonymous`");
    assertThat(scene.texts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous: asked for help",
        "annonymt bad om hjälp",
        "Utan namn: hjälp",
        "hjälp (dolt)",
        "🤫 hjälp"
      })
  void aFormWhoseBoxNobodyTickedAsksWhereTheTextSaysOtherwise(String text) {
    View asked = form(text, Map.of());
    assertThat(scene.texts()).isEmpty();
    assertThat(asked.getBlocks().toString()).contains(text, "value=unnamed", "value=named");
    assertThat(asked.getBlocks().toString()).doesNotContain("blockId=win_anonymous");

    submit(text, Map.of("win_whose", List.of("unnamed")));
    assertThat(scene.wins.ofAll(null, null, null).getFirst().isAnonymous()).isTrue();
  }

  @Test
  void whoSaysInTheFormWithMyNameIsNamed() {
    submit("Anonymous survey sent out", Map.of("win_whose", List.of("named")));
    Win win = scene.wins.ofAll(null, null, null).getFirst();
    assertThat(win.userId()).isEqualTo("U1");
    assertThat(win.text().kept()).isEqualTo("Anonymous survey sent out");
  }

  private Content asks(String typed) {
    return WinsAndReactions.only(Reply.OnlyYou.class, scene.types("U1", WinsAndReactions.EN, typed))
        .content();
  }

  private Reply presses(Content question, int button) {
    ButtonElement pressed = Buttons.of(question).get(button);
    return scene.pressesIn("C1", "U1", pressed.getActionId(), pressed.getValue());
  }

  private View form(String text, Map<String, List<String>> more) {
    return WinsAndReactions.only(Reply.OpenView.class, submit(text, more)).view();
  }

  private Reply submit(String text, Map<String, List<String>> more) {
    var values = new HashMap<String, List<String>>(more);
    values.put("win_text", List.of(text));
    values.put("win_kind", List.of("did"));
    values.put("win_principle", List.of("none"));
    return scene.submits("U1", "V1", "C1", values);
  }
}
