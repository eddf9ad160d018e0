package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;

/// The bot is invited, put out and let back in; a channel is closed and opened again.
class ComingsTest extends EachTransport {
  private static final Instant DUE = Instant.parse("2026-11-23T09:30:00Z");
  private static final String POST = "chat.postMessage";

  @Test
  void whereTheBotIsInvitedItSaysOnceWhatItIsAndHowToGetANudge() {
    Conversation outside = scene.workspace.channel("utanför");
    scene.alva.invite(outside, scene.workspace.botUserId());
    scene.workspace.redeliverLast();

    assertThat(said(outside))
        .singleElement()
        .satisfies(welcome -> {
          assertThat(welcome.text()).contains("Små steg", "`/nudge måndag 09:00`");
          assertThat(welcome.actionIds()).containsExactly("nudge_settings");
        });
    assertThat(scene.workspace.warnings()).isEmpty();

    scene.alva.remove(outside, scene.workspace.botUserId());
    scene.alva.invite(outside, scene.workspace.botUserId());
    assertThat(said(outside)).hasSize(2);
  }

  @Test
  void somebodyElsesComingIsNotTheBots() {
    scene.alva.invite(scene.workspace.channel("verkstan"), scene.cleo.id());
    assertThat(said(scene.workspace.channel("verkstan"))).isEmpty();
  }

  @Test
  void whereThereIsAPlanAlreadyNothingIsSaid() {
    Conversation outside = scene.workspace.channel("utanför");
    scene.alva.command(outside, "/nudge måndag 10:30");
    scene.alva.invite(outside, scene.workspace.botUserId());
    assertThat(said(outside)).isEmpty();
  }

  @Test
  void aPlanRestsWhileTheBotIsOutItsOwnerIsToldOnceAndItGoesOnWhenItIsBack() {
    plan();
    scene.ben.remove(scene.channel, scene.workspace.botUserId());
    tellOwners();
    tellOwners();
    assertThat(scene.direct(scene.alva))
        .singleElement()
        .satisfies(notice ->
            assertThat(notice.text())
                .contains("<#" + scene.channel.id() + ">", "inte med i kanalen", "/invite"));
    assertThat(scene.direct(scene.ben)).isEmpty();

    tick(DUE);
    assertThat(receipts()).containsExactly("skipped not_in_channel");

    scene.ben.invite(scene.channel, scene.workspace.botUserId());
    assertThat(said(scene.channel))
        .singleElement()
        .satisfies(back -> assertThat(back.text()).contains("30 november 2026 kl. 10:30"));
    tick(DUE.plus(Duration.ofDays(7)));
    assertThat(receipts()).containsExactly("skipped not_in_channel", "posted null");
    tellOwners();
    assertThat(scene.direct(scene.alva)).hasSize(1);

    scene.ben.remove(scene.channel, scene.workspace.botUserId());
    tellOwners();
    assertThat(scene.direct(scene.alva)).hasSize(2);
  }

  @Test
  void aPlanRestsWhileTheChannelIsArchivedAndGoesOnWhenItIsOpen() {
    plan();
    scene.ben.archive(scene.channel);
    tellOwners();
    assertThat(scene.direct(scene.alva))
        .singleElement()
        .satisfies(notice -> assertThat(notice.text()).contains("arkiverad"));
    tick(DUE);

    scene.ben.unarchive(scene.channel);
    assertThat(said(scene.channel))
        .singleElement()
        .satisfies(open -> assertThat(open.text()).contains("öppen igen", "30 november"));
    tick(DUE.plus(Duration.ofDays(7)));
    assertThat(receipts()).containsExactly("skipped is_archived", "posted null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not_in_channel", "channel_not_found", "is_archived"})
  void whatTheBotLearnsOnlyFromSlacksRefusalRestsAndIsToldAsWell(String error) {
    plan();
    scene.workspace.faults().refuse(POST, error, 1);
    tick(DUE);
    tellOwners();
    tellOwners();
    assertThat(receipts()).containsExactly("failed " + error);
    assertThat(scene.direct(scene.alva)).hasSize(1);
    assertThat(next()).contains("vilar", "/nudge fortsätt");

    scene.alva.command(scene.channel, "/nudge fortsätt");
    tick(DUE.plus(Duration.ofDays(7)));
    assertThat(receipts()).containsExactly("failed " + error, "posted null");
  }

  @Test
  void anOpenChannelWithoutTheBotRestsAgain() {
    plan();
    scene.ben.archive(scene.channel);
    scene.workspace.faults().refuse(POST, "not_in_channel", 1);
    scene.ben.unarchive(scene.channel);
    scene.bot().awaitIdle();
    assertThat(next()).contains("inte med i kanalen");
  }

  @Test
  void whatPeoplePausedStaysPausedWhenTheBotComesBack() {
    plan();
    scene.alva.command(scene.channel, "/nudge pausa");
    scene.ben.remove(scene.channel, scene.workspace.botUserId());
    scene.ben.invite(scene.channel, scene.workspace.botUserId());
    tellOwners();
    assertThat(said(scene.channel)).isEmpty();
    assertThat(scene.direct(scene.alva)).isEmpty();
    assertThat(next()).contains("pausat");
  }

  private void plan() {
    scene.alva.command(scene.channel, "/nudge måndag 10:30");
  }

  private String next() {
    return scene.answer(scene.alva, "/nudge nästa");
  }

  private void tick(Instant at) {
    scene.runAt(at, "post-nudges");
  }

  private void tellOwners() {
    scene.bot().runNow("tell-owners");
  }

  /// What the bot said that everybody in the channel sees, but for nudges.
  private List<Message> said(Conversation channel) {
    scene.bot().awaitIdle();
    return scene.workspace.messages(channel).stream()
        .filter(message -> message.user().equals(scene.workspace.botUserId()))
        .filter(message -> message.subtype().isEmpty() && !isNudge(message))
        .toList();
  }

  private static boolean isNudge(Message message) {
    return message.metadata().getString("event_type", "").equals("smallsteps_nudge");
  }

  private List<String> receipts() {
    return scene.exported("nudge").stream()
        .map((JsonObject nudge) ->
            nudge.getString("state") + " " + nudge.getString("reason", "null"))
        .toList();
  }
}
