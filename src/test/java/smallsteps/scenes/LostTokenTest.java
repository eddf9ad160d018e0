package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.state.Call;

/// Slack turns the bot's token down. What people say is kept all the same; Slack is left in peace.
class LostTokenTest extends EachTransport {
  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");

  @BeforeEach
  void aPlanForMondaysAtHalfPastTen() {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token_revoked", "account_inactive", "invalid_auth", "not_authed"})
  void itIsNeverUsedAgainHealthSaysWhyAndNothingIsLost(String error) throws Exception {
    scene.workspace.faults().refuse("chat.postMessage", error, 1);
    tick(DUE);
    assertThat(scene.illHealth()).contains(error);
    List<Call> before = scene.workspace.calls();

    everythingIsDone();
    scene.workspace.faults().cutSockets();
    scene.stopBot();
    assertThat(scene.workspace.calls()).hasSameSizeAs(before);
    assertThat(scene.exported("win")).hasSize(3);

    scene.startBot();
    tick(DUE.plus(Duration.ofMinutes(30)));
    assertThat(scene.exported("nudge"))
        .extracting(nudge -> nudge.getString("state"))
        .containsExactly("posted", "posted");
  }

  private void everythingIsDone() {
    scene.clock.set(DUE.plusSeconds(90));
    String ts = scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.ben.edit(scene.channel, ts, "Jag gjorde en liten sak: ringde två");
    scene.cleo.react(scene.channel, ts, "tada");
    scene.cleo.command(scene.channel, "/principle share 3");
    scene.cleo.command(scene.channel, "/smallthing called");
    scene.cleo.command(scene.channel, "/smallthing");
    scene.cleo.command(scene.channel, "/nudge now");
    String other = scene.ben.say(scene.channel, "Jag städade");
    scene.ben.messageShortcut("save_small_thing", scene.channel, other);
    scene.ben.invite(scene.workspace.channel("utanför"), scene.workspace.botUserId());
    tick(DUE.plus(Duration.ofMinutes(5)));
    scene.bot().runNow("tell-owners");
  }

  private void tick(Instant at) {
    scene.clock.set(at);
    scene.bot().runNow("post-nudges");
  }
}
