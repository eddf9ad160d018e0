package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Call;
import smallsteps.rehearsal.state.Conversation;

/// More to post than Slack takes at once. Its limits hold, and a minute passes in seconds. The
/// longest of all tests, so it begins first.
@Order(1)
class StormTest extends OwnScene {
  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");
  private static final Duration TOO_LATE = Duration.ofHours(1);

  /// A machine that is busy for a moment is not busy for a minute by this clock.
  private static final int GENTLY = 10;

  private static final String POST = "chat.postMessage";
  private final List<Conversation> channels = new ArrayList<>();

  @Test
  void fiveHundredChannelsAllGetTheirNudgeOnceAndSlackNeedNotAskForPatience() {
    plan(500);
    scene.workspace.faults().enforceTiers(true);

    letTheNudgesGoOut();

    assertThat(channels)
        .allSatisfy(channel -> assertThat(scene.workspace.messages(channel)).hasSize(1));
    assertThat(limited()).isZero();
    assertThat(scene.exported("nudge"))
        .hasSize(500)
        .allSatisfy(nudge -> assertThat(nudge.getString("state")).isEqualTo("posted"));
  }

  @Test
  void whereSlackTakesFewerThanWeKnowItIsToldSoSeldomAndAllGoOutStill() {
    plan(100);
    scene.workspace.faults().messagesAMinute(40);

    letTheNudgesGoOut();

    assertThat(channels)
        .allSatisfy(channel -> assertThat(scene.workspace.messages(channel)).hasSize(1));
    assertThat(limited()).isBetween(1L, 20L);
  }

  @Test
  void aChannelThatSlackLimitsKeepsNoOtherWaiting() {
    plan(2);
    Conversation busy = channels.getFirst();
    scene.workspace.faults().enforceTiers(true);
    scene.clock.run(60);
    for (int i = 0; i < 6; i++) {
      scene.alva.command(busy, "/smallthing nummer " + i);
    }
    scene.alva.command(channels.getLast(), "/smallthing en till");
    scene.bot().awaitIdle();

    assertThat(scene.workspace.messages(busy)).hasSize(6);
    assertThat(scene.workspace.messages(channels.getLast())).hasSize(1);
    assertThat(limited()).isZero();
  }

  @Test
  void whatFailedAndDoesNoHarmTwiceIsTriedAgain() {
    Conversation channel = scene.channel;
    scene.clock.run(20);
    scene
        .workspace
        .faults()
        .status("reactions.add", 503, 1)
        .doneButCut("reactions.add", 1)
        .refuse("reactions.add", "internal_error", 1);

    String ts = scene.alva.say(channel, "Jag gjorde en liten sak: ringde");

    assertThat(scene.message(ts).reactions()).containsKey("seedling");
    assertThat(scene.workspace.calls("reactions.add")).hasSize(4);
  }

  @Test
  void whatGoesOnFailingIsDoneOnceSlackTakesItHoweverLongThatIs() {
    scene.workspace.faults().status("reactions.add", 503, 12);
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.clock.run(600);
    scene.workspace.await(
        "the seedling",
        () ->
            scene
                .workspace
                .message(scene.channel, ts)
                .filter(message -> message.reactions().containsKey("seedling")));
    scene.clock.run(0);
    scene.bot().awaitIdle();
    assertThat(scene.workspace.calls("reactions.add")).hasSize(13);
  }

  private void plan(int howMany) {
    for (int i = 0; i < howMany; i++) {
      channels.add(scene.workspace.openChannel("kanal-" + i));
    }
    channels.parallelStream()
        .forEach(channel -> scene.alva.command(channel, "/nudge måndag 10:30"));
  }

  private void letTheNudgesGoOut() {
    scene.clock.set(DUE);
    scene.clock.run(GENTLY);
    while (posted() < channels.size() && scene.clock.instant().isBefore(DUE.plus(TOO_LATE))) {
      long before = posted();
      scene.bot().begin("post-nudges");
      scene.workspace.await("some more", () -> Optional.of(posted()).filter(now -> now > before));
    }
    int looks = 0;
    while (scene.exported("nudge").size() < channels.size() && looks < 50) {
      looks++;
    }
  }

  private long posted() {
    return scene.workspace.calls(POST).stream().filter(Call::ok).count();
  }

  private long limited() {
    return scene.workspace.calls().stream().filter(call -> call.status() == 429).count();
  }
}
