package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Message;

/// What people are told in private of what they said: that it is too long to be kept whole, and
/// that it bears their name.
class RemarksTest extends EachTransport {
  private static final String PHRASE = "I did a small thing: ";
  private static final String LONG = "baked ".repeat(20_000);

  @Test
  void whoSaysMoreThanAMessageHoldsIsToldWhatIsKept() {
    String ts = scene.cleo.say(scene.channel, PHRASE + LONG);
    assertThat(scene.onlyFor(scene.cleo).text()).contains("only its first 40,000 characters");
    assertThat(kept(ts)).hasSizeBetween(39_990, 40_000);

    scene.cleo.edit(scene.channel, ts, PHRASE + "cooked " + LONG);
    scene.bot().awaitIdle();
    assertThat(scene.workspace.ephemeral(scene.cleo)).hasSize(2);
    assertThat(kept(ts)).startsWith("cooked").hasSizeBetween(39_990, 40_000);

    scene.cleo.edit(scene.channel, ts, PHRASE + LONG.substring(0, 30_000));
    assertThat(kept(ts)).hasSize(29_999);
    scene.bot().awaitIdle();
    assertThat(scene.workspace.ephemeral(scene.cleo)).hasSize(2);
  }

  @Test
  void whoTypesOrSavesMoreThanThatIsToldInTheThanks() {
    assertThat(scene.answer(scene.alva, "/smallthing " + LONG)).contains("de första 40\u00A0000");
    String ts = scene.cleo.say(scene.channel, LONG);
    scene.cleo.messageShortcut("save_small_thing", scene.channel, ts);
    assertThat(scene.onlyFor(scene.cleo).text())
        .contains("Saved as a small thing", "only its first 40,000 characters");

    assertThat(scene.answer(scene.alva, "/smallthing " + LONG.substring(0, 20_000)))
        .contains("Hela texten är sparad");
  }

  @Test
  void whoIsHeardLaterIsToldLater() throws Exception {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
    scene.alva.say(scene.channel, PHRASE + "before");
    scene.bot().awaitIdle();
    scene.stopBot();
    scene.workspace.faults().loseEvents(Integer.MAX_VALUE);
    String ts = scene.cleo.say(scene.channel, PHRASE + LONG);
    scene.workspace.faults().loseEvents(0);
    scene.clock.set(scene.clock.instant().plus(Duration.ofMinutes(30)));
    scene.startBot();
    scene.bot().runNow("catch-up");

    assertThat(scene.onlyFor(scene.cleo).text()).contains("only its first 40,000 characters");
    assertThat(kept(ts)).hasSizeBetween(39_990, 40_000);
  }

  @Test
  void whoAsksForNoNameInAMessageOfTheirOwnIsToldThatItStandsThere() {
    String ts = scene.cleo.say(scene.channel, PHRASE + "anonymously, asked for help");
    Message told = scene.onlyFor(scene.cleo);
    assertThat(told.text()).contains("stands in Slack with your name", "`/smallthing anonymous`");
    scene.cleo.delete(scene.channel, ts);
    scene.bot().awaitIdle();
    assertThat(scene.win(ts)).isEmpty();

    String own = scene.alva.say(scene.channel, "bad om hjälp (anonymt)");
    scene.alva.messageShortcut("save_small_thing", scene.channel, own);
    assertThat(scene.onlyFor(scene.alva).text()).contains("med ditt namn");

    scene.ben.say(scene.channel, PHRASE + "read the anonymous answers of last year");
    scene.bot().awaitIdle();
    assertThat(scene.workspace.ephemeral(scene.ben)).isEmpty();
  }

  private String kept(String ts) {
    scene.bot().awaitIdle();
    return scene.win(ts).orElseThrow().getString("text");
  }
}
