package smallsteps.slack.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Words;

class ManifestTest {
  private static final Words.Sentences WORDS =
      Words.load(ConfigFiles.packed(), new Language("en")).in(new Language("en"));
  private static final List<Listener> LISTENERS =
      List.of(
          new Listener.Command("/principle", "principles.command", _ -> Reply.nothing()),
          new Listener.Message(_ -> Reply.nothing()),
          new Listener.MessageEdited(_ -> Reply.nothing()),
          new Listener.ReactionAdded(_ -> Reply.nothing()),
          new Listener.MessageShortcut("save", "wins.shortcuts.save", _ -> Reply.nothing()),
          new Listener.GlobalShortcut("new", "wins.shortcuts.new", _ -> Reply.nothing()),
          new Listener.Action("show", _ -> Reply.nothing()));

  @Test
  void aSocketAppHasCommandsAndShortcutsAndNoAddress() {
    JsonObject manifest = Manifest.of(WORDS, LISTENERS, null);
    assertThat(manifest.getValue("/features/slash_commands/0/command"))
        .isEqualTo(string("/principle"));
    assertThat(manifest.getValue("/features/shortcuts/0/type")).isEqualTo(string("message"));
    assertThat(manifest.getValue("/features/shortcuts/1/callback_id")).isEqualTo(string("new"));
    assertThat(manifest.getJsonObject("settings").getBoolean("socket_mode_enabled")).isTrue();
    assertThat(manifest.toString()).doesNotContain("url");
  }

  @Test
  void theBotUsersNameIsOneThatSlackTakes() {
    assertThat(Manifest.of(WORDS, LISTENERS, null).getValue("/features/bot_user/display_name"))
        .isEqualTo(string("sma-steg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bot.example.org",
        "https://bot.example.org//",
        "https://bot.example.org/slack/events",
        "https://bot.example.org/slack/events/"
      })
  void anHttpAppHasOneAddressForEverythingHoweverItIsTyped(String typed) {
    JsonObject manifest = Manifest.of(WORDS, LISTENERS, URI.create(typed));
    JsonString address = string("https://bot.example.org/slack/events");
    assertThat(manifest.getValue("/features/slash_commands/0/url")).isEqualTo(address);
    assertThat(manifest.getValue("/settings/event_subscriptions/request_url")).isEqualTo(address);
    assertThat(manifest.getValue("/settings/interactivity/request_url")).isEqualTo(address);
    assertThat(manifest.getValue("/settings/interactivity/message_menu_options_url"))
        .isEqualTo(address);
    assertThat(manifest.getJsonObject("settings").getBoolean("socket_mode_enabled")).isFalse();
  }

  @Test
  void theHomeTabIsThereWhenARoomShowsIt() {
    assertThat(hasHome(LISTENERS)).isFalse();
    List<Listener> home = List.of(new Listener.HomeOpened(_ -> Reply.nothing()));
    assertThat(hasHome(home)).isTrue();
    assertThat(Manifest.events(home)).contains("app_home_opened");
  }

  @Test
  void eventsAreThoseThatARoomListensTo() {
    assertThat(Manifest.events(LISTENERS))
        .containsExactly(
            "app_uninstalled",
            "message.channels",
            "message.groups",
            "reaction_added",
            "tokens_revoked");
  }

  @Test
  void comingAndGoingAreToldOfPublicAndPrivateChannels() {
    List<Listener> listeners =
        List.of(
            new Listener.Invited(_ -> Reply.nothing()),
            new Listener.Left(_ -> Reply.nothing()),
            new Listener.ChannelIdChanged(_ -> Reply.nothing()),
            new Listener.Unarchived(_ -> Reply.nothing()));
    assertThat(Manifest.events(listeners))
        .contains("channel_id_changed")
        .contains("member_joined_channel", "channel_left", "group_left")
        .contains("channel_archive", "group_archive", "channel_unarchive", "group_unarchive");
  }

  @Test
  void scopesAreThoseThatTheListenersNeed() {
    assertThat(Manifest.scopes(List.of()))
        .containsExactly(
            Scope.COMMANDS,
            Scope.CHAT_WRITE,
            Scope.CHANNELS_READ,
            Scope.GROUPS_READ,
            Scope.USERS_READ);
    assertThat(Manifest.scopes(LISTENERS))
        .contains(
            Scope.CHANNELS_HISTORY,
            Scope.GROUPS_HISTORY,
            Scope.REACTIONS_READ,
            Scope.REACTIONS_WRITE);
  }

  @Test
  void anOptionalScopeIsInBothLists() {
    JsonObject scopes =
        Manifest.of(WORDS, LISTENERS, null).getValue("/oauth_config/scopes").asJsonObject();
    assertThat(scopes.getJsonArray("bot_optional")).containsExactly(string("users:read"));
    assertThat(scopes.getJsonArray("bot")).contains(string("users:read"), string("commands"));
  }

  @Test
  void theHomeCanSayInWordsWhatEachScopeGives() {
    for (String language : List.of("sv", "en")) {
      JsonObject words = ConfigFiles.packed().read("words/" + language + ".json");
      assertThat(words.getValue("/home/scope").asJsonObject().keySet())
          .containsExactlyInAnyOrderElementsOf(Stream.of(Scope.values()).map(Scope::id).toList());
    }
  }

  private static boolean hasHome(List<Listener> listeners) {
    return Manifest.of(WORDS, listeners, null)
        .getValue("/features/app_home")
        .asJsonObject()
        .getBoolean("home_tab_enabled");
  }

  private static JsonString string(String text) {
    return Json.createValue(text);
  }
}
