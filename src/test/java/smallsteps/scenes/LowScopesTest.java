package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

/// A workspace that grants the bot no more than its commands and its own messages.
class LowScopesTest extends EachTransport {

  @BeforeEach
  void begin() {
    scene.workspace.grant(Set.of("commands", "chat:write"));
  }

  @Test
  void theCommandsWorkAndNothingIsAskedForAgainAndAgain() {
    for (int i = 0; i < 3; i++) {
      assertThat(scene.answer(scene.ben, "/principle")).isNotBlank();
      assertThat(scene.ben.command(scene.channel, "/smallthing märkte dörren").acked()).isTrue();
      assertThat(scene.answer(scene.ben, "/smallthing lista")).contains("märkte dörren");
    }
    assertThat(scene.messages()).hasSize(3);
    assertThat(scene.exported("win")).hasSize(3);
    assertThat(scene.workspace.calls("users.info")).hasSize(1);
  }

  @Test
  void theNudgeItsButtonAndTheFormWork() {
    scene.alva.command(scene.channel, "/nudge nu");
    Message nudge = scene.lastMessage();
    scene.alva.press(nudge, "nudge_win");
    View modal = scene.modal(scene.alva);

    assertThat(scene.alva.submit(modal, Map.of("win_text", "ringde en användare")).acked())
        .isTrue();

    assertThat(scene.lastMessage().threadTs()).isEqualTo(nudge.ts());
    assertThat(scene.exported("win")).hasSize(1);
  }

  @Test
  void anOldMessageIsSavedEvenWhereItCantBeMarked() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: städade");
    assertThat(scene.exported("win")).isEmpty();

    assertThat(scene.alva.messageShortcut("save_small_thing", scene.channel, ts).acked()).isTrue();

    assertThat(scene.message(ts).reactions()).isEmpty();
    assertThat(scene.win(ts)).isPresent();
    assertThat(scene.workspace.calls("reactions.add")).hasSize(1);
  }

  @Test
  void theManifestForItAsksForNothingThatItDoesNotUse() {
    JsonObject manifest = Scene.json(scene.typed("manifest", "--low-scope"));
    assertThat(manifest.getValue("/oauth_config/scopes/bot").toString())
        .isEqualTo("[\"commands\",\"chat:write\"]");
    assertThat(manifest.getValue("/settings/event_subscriptions/bot_events").toString())
        .isEqualTo("[\"app_home_opened\",\"app_uninstalled\",\"tokens_revoked\"]");

    scene.workspace.install(manifest);
    scene.alva.command(scene.channel, "/smallthing märkte dörren");
    assertThat(scene.exported("win")).hasSize(1);
    assertThat(scene.workspace.warnings()).noneMatch(warning -> warning.startsWith("manifest"));
  }

  @Test
  void theHomeAndTheDoctorSayWhatEachFurtherScopeWouldAdd() throws Exception {
    scene.stopBot();
    scene.startBot();
    scene.alva.openHome();
    assertThat(scene.home(scene.alva).shown())
        .contains(
            "Det här kan jag inte än", "bekräfta en liten sak med en grodd (`reactions:write`)")
        .doesNotContain("chat:write");

    assertThat(scene.typed("doctor"))
        .contains("the least that the bot can work with", "hint: scope reactions:write");
  }

  @Test
  void whoseClockMayNotBeReadIsAskedByTheOneOfTheSettings() {
    scene.alva.command(scene.channel, "/nudge nu");
    scene.cleo.press(scene.lastMessage(), "microaction_minutes:5");
    scene.cleo.press(scene.onlyFor(scene.cleo), "microaction_promise");
    scene.runAt(Instant.parse("2026-11-25T11:59:59Z"), "ask-about-microactions");
    assertThat(scene.direct(scene.cleo)).isEmpty();
    scene.runAt(Instant.parse("2026-11-25T12:00:00Z"), "ask-about-microactions");
    assertThat(scene.direct(scene.cleo)).hasSize(1);
  }

  @Test
  void aSmallThingOfTheHomeCanBeChangedAndTakenBack() {
    scene.alva.command(scene.channel, "/smallthing märkte dörren");
    scene.alva.openHome();
    scene.chooses(scene.alva, "win_delete");
    scene.alva.submit(scene.modal(scene.alva), Map.of());
    assertThat(scene.messages()).isEmpty();
    assertThat(scene.exported("win")).isEmpty();
  }
}
