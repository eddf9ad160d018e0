package smallsteps.wins;

import static org.assertj.core.api.Assertions.assertThat;
import static smallsteps.wins.WinsAndReactions.said;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Act;
import smallsteps.Reply;
import smallsteps.Reply.ReadReactions.Given;

class WinShortcutTest {
  private static final String TS = "1763884800.000100";
  @TempDir Path folder;
  @AutoClose private WinsAndReactions scene;

  @BeforeEach
  void open() {
    scene = new WinsAndReactions(folder);
  }

  @Test
  void aMessageOfOnesOwnIsKeptWithTheReactionsItHas() {
    Reply reply = scene.saves("U1", TS, "U1", "We moved the printer");
    assertThat(scene.acts())
        .containsExactly(new Act.React(WinsAndReactions.message(TS), "seedling"));
    assertThat(said(reply)).startsWith("Saved as a small thing.");
    var asked = WinsAndReactions.only(Reply.ReadReactions.class, reply);
    asked.read().accept(List.of(new Given("tada", List.of("U2", "U3"))));
    assertThat(scene.reactions.of(asked.message())).isEqualTo(Map.of("tada", List.of("U2", "U3")));
    assertThat(scene.wins.ofAll(null, null, null))
        .extracting(win -> win.text().kept(), Win::saidAt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "We moved the printer", Instant.ofEpochSecond(1763884800)));
  }

  @Test
  void savedTwiceItSaysSo() {
    scene.saves("U1", TS, "U1", "We moved the printer");
    assertThat(WinsAndReactions.each(scene.saves("U1", TS, "U1", "We moved the printer")))
        .hasSize(1);
    assertThat(said(scene.saves("U1", TS, "U1", "We moved the printer")))
        .startsWith("That message is already saved as a small thing.")
        .contains("“Ask me in two weeks”");
  }

  @Test
  void somebodyElsesMessageIsTheirsToSave() {
    Reply reply = scene.saves("U1", TS, "U2", "We moved the printer");
    assertThat(WinsAndReactions.each(reply)).hasSize(1);
    assertThat(said(reply)).startsWith("Only the person who wrote");
    assertThat(scene.texts()).isEmpty();
  }

  @Test
  void whatNoPersonWroteIsNotKept() {
    assertThat(said(scene.saves("U1", TS, null, "Nudge"))).contains("not written by a person");
    assertThat(said(scene.saves("U1", TS, "U1", " "))).startsWith("There are no words");
    assertThat(scene.texts()).isEmpty();
  }

  @Test
  void anEditTakesTheMessagesWholeNewText() {
    scene.saves("U1", TS, "U1", "We moved the printer");
    scene.edits("U1", TS, "We moved both printers", "1763884900.000000");
    assertThat(scene.texts()).containsExactly("We moved both printers");
  }

  @Test
  void aMessageTakenBackMayBeSavedAllTheSame() {
    scene.says("U1", TS, "I did a small thing: moved the printer");
    scene.edits("U1", TS, "moved the printer", "1763884900.000000");
    scene.saves("U1", TS, "U1", "moved the printer");
    assertThat(scene.texts()).containsExactly("moved the printer");
  }
}
