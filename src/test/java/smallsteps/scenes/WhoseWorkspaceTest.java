package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.rehearsal.state.View;

/// Channels shared with other organisations, whole organisations, and the same app installed
/// elsewhere: Slack names several workspaces, and what is kept is kept by the one that installed
/// the bot.
class WhoseWorkspaceTest extends OverheardScene {
  private static final String OTHER = "T0ELSEWHERE";

  @Test
  void whatAGuestOfAnotherOrganisationFillsInIsKeptWhereTheBotIsInstalled() throws Exception {
    scene.ben.command(scene.channel, "/smallthing");
    View modal = scene.modal(scene.ben);
    fromElsewhere();
    scene.ben.submit(modal, Map.of("win_text", "labelled the door"));
    scene.bot().awaitIdle();

    JsonObject win = scene.exported("win").getFirst();
    assertThat(win.getString("workspace")).isEqualTo(scene.workspace.teamId());
    assertThat(win.getString("user")).isEqualTo(scene.ben.id());
    assertThat(scene.answer(scene.alva, "/smallthing list")).contains("labelled the door");
    String ts = win.getString("ts");
    scene.alva.react(scene.channel, ts, "tada");
    scene.bot().awaitIdle();
    assertThat(scene.win(ts).orElseThrow().getJsonObject("reactions")).containsKey("tada");
    scene.alva.deleteAsAdministrator(scene.channel, ts);
    scene.bot().awaitIdle();
    assertThat(scene.exported("win")).isEmpty();
  }

  @Test
  void settingsSavedFromElsewhereAreTheChannelsOnePlan() throws Exception {
    scene.alva.command(scene.channel, "/nudge fredag 13:15");
    scene.ben.command(scene.channel, "/nudge");
    View modal = scene.modal(scene.ben);
    fromElsewhere();
    scene.ben.submit(modal, Map.of("nudge_time", "08:45"));

    assertThat(workspaces("nudge_plan")).containsExactly(scene.workspace.teamId());
  }

  @Test
  void buttonsAndSelectsUsedFromElsewhereAreOurs() throws Exception {
    scene.alva.command(scene.channel, "/nudge now");
    fromElsewhere();
    String before = scene.lastMessage().ts();
    scene.ben.press(scene.message(before), "nudge_win");
    View modal = scene.modal(scene.ben);
    scene.ben.submit(modal, Map.of("win_text", "labelled the door"));

    assertThat(scene.exported("win"))
        .extracting(win -> win.getString("workspace"))
        .containsExactly(scene.workspace.teamId());
    assertThat(scene.exported("win").getFirst().getString("nudge_ts")).isEqualTo(before);
  }

  @Test
  void whereAWholeOrganisationInstalledTheBotNoTeamIsNeeded() throws Exception {
    between.saysItSo(sent ->
        json(
            sent,
            payload -> {
              var built = Json.createObjectBuilder(payload);
              if (payload.containsKey("authorizations")) {
                built.add(
                    "authorizations",
                    Json.createArrayBuilder()
                        .add(
                            Json.createObjectBuilder()
                                .add("enterprise_id", "E0ALL")
                                .addNull("team_id")
                                .add("is_enterprise_install", true)));
              } else {
                built.addNull("team").add("is_enterprise_install", true);
              }
              return built.build();
            }));
    String ts = scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    scene.ben.globalShortcut("new_small_thing");
    View modal = scene.modal(scene.ben);
    scene.ben.submit(modal, Map.of("win_text", "called ahead", "win_channel", scene.channel.id()));
    scene.cleo.messageShortcut("did_it_too", scene.channel, ts);
    scene.alva.openHome();

    assertThat(scene.exported("win"))
        .extracting(win -> win.getString("workspace"))
        .containsExactly(scene.workspace.teamId(), scene.workspace.teamId());
    assertThat(scene.modal(scene.cleo).shown()).contains("labelled the door");
    assertThat(scene.home(scene.alva).shown()).contains("labelled the door");
    scene.workspace.retryUntilAcknowledged();
  }

  @Test
  void whatIsForAnotherInstallationIsAcknowledgedCountedAndNotKept() throws Exception {
    scene.ben.command(scene.channel, "/smallthing");
    View modal = scene.modal(scene.ben);
    between.saysItSo(sent -> changed(sent, text -> text.replace(ours(), OTHER)));

    String ts = scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    scene.alva.react(scene.channel, ts, "tada");
    scene.ben.submit(modal, Map.of("win_text", "labelled the door"));
    scene.alva.command(scene.channel, "/smallthing called ahead");
    scene.alva.command(scene.channel, "/nudge fredag 13:15");
    scene.alva.messageShortcut("save_small_thing", scene.channel, ts);
    scene.bot().awaitIdle();

    assertThat(scene.exported()).isEmpty();
    assertThat(workspaces("win")).isEmpty();
    assertThat(workspaces("reaction")).isEmpty();
    assertThat(workspaces("nudge_plan")).isEmpty();
    scene.workspace.retryUntilAcknowledged();
    assertThat(scene.page("/metrics").body())
        .contains("smallsteps_not_ours_total{what=\"message\"}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theEndOfAnotherInstallationIsNotOurs(boolean isUninstalled) {
    between.saysItSo(sent -> changed(sent, text -> text.replace(ours(), OTHER)));
    if (isUninstalled) {
      scene.workspace.faults().uninstall();
    } else {
      scene.workspace.faults().revokeToken();
    }
    scene.bot().awaitIdle();

    assertThat(scene.page("/healthz").body()).contains("\"status\":\"up\"");
  }

  @Test
  void theEndOfAnotherBotUsersTokenIsNotOurs() {
    between.saysItSo(
        sent -> changed(sent, text -> text.replace(scene.workspace.botUserId(), "U0ANOTHERBOT")));
    scene.workspace.faults().revokeToken();
    scene.bot().awaitIdle();

    assertThat(scene.page("/healthz").body()).contains("\"status\":\"up\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"USLACKBOT", "bot_profile", "bot_id"})
  void whatNoPersonSaysOrGivesIsNoSmallThingAndNoReaction(String how) throws Exception {
    String ts = scene.alva.say(scene.channel, "I did a small thing: labelled the door");
    between.saysItSo(sent -> json(sent, payload -> byApp(payload, how)));
    scene.ben.say(scene.channel, "I did a small thing: reminded you");
    if (how.equals("USLACKBOT")) {
      scene.ben.react(scene.channel, ts, "tada");
    }
    scene.bot().awaitIdle();

    assertThat(scene.exported("win")).hasSize(1);
    assertThat(scene.win(ts).orElseThrow().getJsonObject("reactions")).isEmpty();
  }

  private static JsonObject byApp(JsonObject payload, String how) {
    var event = Json.createObjectBuilder(payload.getJsonObject("event"));
    switch (how) {
      case "bot_profile" ->
          event.add("bot_profile", Json.createObjectBuilder().add("id", "B0FLOW"));
      case "bot_id" -> event.add("bot_id", "B0FLOW");
      default -> event.add("user", how);
    }
    return Json.createObjectBuilder(payload).add("event", event).build();
  }

  /// The one who acts is at home elsewhere: Slack names that team first.
  private void fromElsewhere() {
    between.saysItSo(sent ->
        json(
            sent,
            payload ->
                payload.containsKey("user")
                    ? Json.createObjectBuilder(payload)
                        .add(
                            "team",
                            Json.createObjectBuilder().add("id", OTHER).add("domain", "other"))
                        .add(
                            "user",
                            Json.createObjectBuilder(payload.getJsonObject("user"))
                                .add("team_id", OTHER))
                        .build()
                    : payload));
  }

  private static Delivered json(Delivered sent, UnaryOperator<JsonObject> change) {
    if (sent.isCommand()) {
      return sent;
    }
    String changed = change.apply(Scene.json(sent.json())).toString();
    return sent.isInteraction() ? Delivered.interaction(changed) : Delivered.event(changed);
  }

  private static Delivered changed(Delivered sent, UnaryOperator<String> change) {
    return sent.isInteraction()
        ? Delivered.interaction(change.apply(sent.json()))
        : new Delivered(sent.contentType(), change.apply(sent.body()));
  }

  private String ours() {
    return scene.workspace.teamId();
  }

  private List<String> workspaces(String table) throws SQLException {
    return scene.texts("SELECT team_id FROM " + table);
  }
}
