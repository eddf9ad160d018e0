package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Conversation;

/// A channel that is shared with another organisation, and the app installed by a whole one, as
/// Slack tells of them.
class SharedChannelTest extends EachTransport {

  @Test
  void whatAGuestSaysAndFillsInIsKeptWithTheChannelsOwn() {
    Person dana = scene.workspace.guest();
    Conversation shared = scene.workspace.channel("gemensamt");
    String said = dana.say(shared, "I did a small thing: asked before I built");
    scene.alva.command(shared, "/nudge now");
    scene.bot().awaitIdle();
    dana.press(scene.workspace.messages(shared).getLast(), "nudge_win");
    dana.submit(scene.modal(dana), Map.of("win_text", "labelled the door"));
    dana.react(shared, said, "tada");
    scene.bot().awaitIdle();

    assertThat(scene.exported("win"))
        .hasSize(2)
        .allSatisfy(win -> {
          assertThat(win.getString("workspace")).isEqualTo(scene.workspace.teamId());
          assertThat(win.getString("user")).isEqualTo(dana.id());
        });
    assertThat(scene.win(said).orElseThrow().getJsonObject("reactions")).containsKey("tada");
    dana.delete(shared, said);
    scene.bot().awaitIdle();
    assertThat(scene.exported("win")).hasSize(1);
    assertThat(scene.workspace.notices(dana)).isEmpty();
  }

  @Test
  void whatAGuestDidWhileTheBotWasAwayIsKeptToo() throws Exception {
    Person dana = scene.workspace.guest();
    Conversation shared = scene.workspace.channel("gemensamt");
    scene.alva.command(shared, "/nudge måndag 09:00");
    scene.bot().awaitIdle();
    scene.stopBot();
    scene.workspace.faults().loseEvents(Integer.MAX_VALUE);
    String said = dana.say(shared, "I did a small thing: asked before I built");
    scene.workspace.faults().loseEvents(0);
    scene.clock.set(scene.clock.instant().plusSeconds(1800));
    scene.startBot();
    scene.bot().runNow("catch-up");
    scene.bot().awaitIdle();

    JsonObject win = scene.win(said).orElseThrow();
    assertThat(win.getString("workspace")).isEqualTo(scene.workspace.teamId());
  }

  @Test
  void whereAWholeOrganisationInstalledItAllWorksWithoutATeam() throws Exception {
    scene.stopBot();
    scene.workspace.installOrganisationWide();
    scene.startBot();
    String said = scene.alva.say(scene.channel, "I did a small thing: asked before I built");
    scene.alva.command(scene.channel, "/nudge now");
    scene.bot().awaitIdle();
    scene.ben.press(scene.lastMessage(), "nudge_win");
    scene.ben.submit(scene.modal(scene.ben), Map.of("win_text", "labelled the door"));
    scene.ben.react(scene.channel, said, "tada");
    scene.alva.openHome();

    assertThat(scene.home(scene.alva).shown()).contains("asked before I built");
    assertThat(scene.exported("win"))
        .hasSize(2)
        .extracting(win -> win.getString("workspace"))
        .containsOnly(scene.workspace.teamId());
    assertThat(scene.win(said).orElseThrow().getJsonObject("reactions")).containsKey("tada");
    assertThat(scene.workspace.notices(scene.ben)).isEmpty();
  }
}
