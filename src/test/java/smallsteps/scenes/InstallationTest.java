package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import smallsteps.config.ConfigFiles;
import smallsteps.rehearsal.state.Call;

/// What a workspace is asked for, and what becomes of the bot when it takes that back.
class InstallationTest extends EachTransport {
  /// By Slack's reference; the other methods that the bot calls need none.
  private static final Map<String, String> METHOD_SCOPES =
      Map.of(
          "chat.postMessage", "chat:write",
          "chat.postEphemeral", "chat:write",
          "reactions.add", "reactions:write",
          "reactions.remove", "reactions:write",
          "reactions.get", "reactions:read",
          "conversations.history", "channels:history",
          "conversations.info", "channels:read",
          "users.info", "users:read");

  private static final Map<String, String> EVENT_SCOPES =
      Map.ofEntries(
          Map.entry("message.channels", "channels:history"),
          Map.entry("message.groups", "groups:history"),
          Map.entry("reaction_added", "reactions:read"),
          Map.entry("reaction_removed", "reactions:read"),
          Map.entry("member_joined_channel", "channels:read"),
          Map.entry("channel_left", "channels:read"),
          Map.entry("channel_archive", "channels:read"),
          Map.entry("channel_unarchive", "channels:read"),
          Map.entry("channel_id_changed", "channels:read"),
          Map.entry("group_left", "groups:read"),
          Map.entry("group_archive", "groups:read"),
          Map.entry("group_unarchive", "groups:read"));

  @Test
  void theManifestIsWhatTheRoomsListenTo() throws Exception {
    assertThat(scene.typed("manifest"))
        .isEqualTo(Files.readString(Path.of("config/manifest.json")));
  }

  @Test
  void eachScopeThatIsAskedForIsUsedAndNoOtherIsMissed() {
    everythingIsDone();

    var used = new TreeSet<>(Set.of("commands", "groups:read"));
    used.addAll(EVENT_SCOPES.values());
    for (Call call : scene.workspace.calls()) {
      assertThat(call.error()).isNotEqualTo("missing_scope");
      if (METHOD_SCOPES.containsKey(call.method())) {
        used.add(METHOD_SCOPES.get(call.method()));
      }
    }
    assertThat(texts("/oauth_config/scopes/bot")).containsExactlyInAnyOrderElementsOf(used);
    assertThat(texts("/settings/event_subscriptions/bot_events"))
        .containsExactlyInAnyOrderElementsOf(
            both(
                EVENT_SCOPES.keySet(),
                Set.of("app_home_opened", "tokens_revoked", "app_uninstalled")));
  }

  @Test
  void everyCommandTellsHowItIsUsedInBothLanguages() {
    for (JsonObject command : commands()) {
      String name = command.getString("command");
      for (var person : List.of(scene.alva, scene.cleo)) {
        assertThat(scene.answer(person, name + " help")).contains(name);
      }
    }
    assertThat(commands()).hasSize(3);
  }

  @Test
  void aRevokedTokenIsToldByHealthAndNothingIsAskedOfSlackAnyMore() {
    scene.workspace.faults().revokeToken();
    assertThat(scene.illHealth()).contains("token_revoked");

    int before = scene.workspace.calls().size();
    scene.bot().runNow("post-nudges");
    scene.bot().awaitIdle();
    assertThat(scene.workspace.calls()).hasSize(before);
  }

  @Test
  void aRemovedAppIsToldByHealth() {
    scene.workspace.faults().uninstall();
    assertThat(scene.illHealth()).contains("account_inactive");
  }

  @Test
  void dataOfAnotherWorkspaceIsToldByHealth() throws Exception {
    scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde");
    assertThat(scene.page("/healthz").body()).doesNotContain("another workspace");
    scene.bot().awaitIdle(); // nothing is owed any more
    scene.stopBot();
    scene.change("UPDATE win SET team_id = 'T0OTHER'");
    scene.change("DELETE FROM heard");
    scene.startBot();
    assertThat(scene.page("/healthz").body())
        .contains("another workspace (T0OTHER)", "DATABASE_URL");
  }

  private void everythingIsDone() {
    String old = scene.alva.say(scene.channel, "Jag städade");
    scene.alva.messageShortcut("save_small_thing", scene.channel, old);
    String ts = scene.ben.say(scene.channel, "Jag gjorde en liten sak: ringde");
    scene.ben.edit(scene.channel, ts, "inget alls");
    scene.ben.messageShortcut("save_small_thing", scene.channel, old);
    scene.cleo.command(scene.channel, "/principle share 3");
    scene.cleo.command(scene.channel, "/nudge monday 09:00");
    scene.workspace.faults().doneButCut("chat.postMessage", 1);
    scene.cleo.command(scene.channel, "/nudge now");
    scene.bot().awaitIdle();
    scene.typed("doctor");
  }

  private static JsonObject manifest() {
    return ConfigFiles.packed().read("manifest.json");
  }

  private static List<JsonObject> commands() {
    return manifest()
        .getValue("/features/slash_commands")
        .asJsonArray()
        .getValuesAs(JsonObject.class);
  }

  private static List<String> texts(String pointer) {
    return manifest().getValue(pointer).asJsonArray().getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static List<String> both(Set<String> some, Set<String> others) {
    var both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }
}
