package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A small thing is told with what colleagues thought of it: nobody's own applause counts.
class OwnReactionTest {
  private static final Instant DUE = Instant.parse("2026-11-27T14:00:00Z");
  private Scene scene;

  @BeforeEach
  void aChannelWithAPlan() throws Exception {
    scene = new Scene(Scene.Transport.HTTP);
    scene.alva.command(scene.channel, "/nudge måndag 09:00");
  }

  @AfterEach
  void end() throws Exception {
    scene.close();
  }

  @Test
  void ofTheReactionsTheAuthorsOwnAreLeftOutOfTheCounts() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: märkte dörren");
    scene.alva.react(scene.channel, ts, "tada");
    scene.alva.react(scene.channel, ts, "heart");
    scene.ben.react(scene.channel, ts, "tada");

    assertThat(digest()).contains("• märkte dörren  :tada: 1").doesNotContain(":heart:");
  }

  @Test
  void whatTheBotPostedForSomebodyIsTheirsAndTheirReactionIsNotCounted() {
    scene.ben.command(scene.channel, "/smallthing ringde en användare");
    String ts = scene.lastMessage().ts();
    scene.ben.react(scene.channel, ts, "eyes");
    scene.ben.react(scene.channel, ts, "clap::skin-tone-3");
    scene.cleo.react(scene.channel, ts, "clap");

    assertThat(digest()).contains("• ringde en användare  :clap: 1").doesNotContain(":eyes:");
  }

  private String digest() {
    scene.clock.set(DUE);
    scene.bot().runNow("post-digests");
    return scene.lastMessage().text();
  }
}
