package smallsteps.rehearsal.page;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import smallsteps.rehearsal.scenes.Travel;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.Journal;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// All that one person can see, as the page asks for it.
public final class PageState {
  private final State state;
  private final Travel travel;
  private final String permalinks;
  private final Map<String, JsonObject> byLanguage = new ConcurrentHashMap<>();

  /// @param travel null where nobody here moves the clock
  public PageState(State state, Travel travel, String permalinks) {
    this.state = state;
    this.travel = travel;
    this.permalinks = permalinks;
  }

  /// @param language of the page
  JsonObject of(String userId, String language, boolean isConnected, String transport) {
    JsonObject features = features(language);
    return state.locked(() -> {
      state.person(userId);
      return new Fields()
          .put("team", Wire.object("id", State.TEAM, "name", State.TEAM_NAME))
          .put("rehearsal", state.id)
          .put("opens", state.opens())
          .put("clock", clock())
          .put("app", app(features, isConnected, transport))
          .put("people", people())
          .put("channels", channels(userId))
          .put("messages", messages(userId))
          .put("modals", modals(userId))
          .put(
              "home",
              state
                  .views
                  .home(userId)
                  .map(each -> (JsonValue) each.withState())
                  .orElse(JsonValue.NULL))
          .put("notices", notes(state.journal.notices(userId)))
          .put("warnings", notes(state.journal.warnings()))
          .json();
    });
  }

  /// Times are in milliseconds since 1970.
  private JsonObject clock() {
    return new Fields()
        .put("now", state.clock.instant().toEpochMilli())
        .put("zone", travel == null ? null : travel.zone().getId())
        .put("goal", travel == null ? null : travel.goal().map(Instant::toEpochMilli).orElse(null))
        .json();
  }

  /// In Slack all read what the one manifest says, in whichever language that is.
  private JsonObject features(String language) {
    if (!byLanguage.containsKey(language)) {
      Optional<JsonObject> manifest = state.bot().manifest(language);
      manifest.ifPresent(found -> byLanguage.put(language, Wire.child(found, "features")));
    }
    return byLanguage.getOrDefault(language, JsonValue.EMPTY_JSON_OBJECT);
  }

  private JsonObject app(JsonObject features, boolean isConnected, String transport) {
    return new Fields()
        .put("name", state.app.name())
        .put("bot_user_id", InstalledApp.BOT_USER)
        .put("bot_id", InstalledApp.BOT)
        .put("connected", isConnected)
        .put("transport", transport)
        .put("commands", state.app.commands())
        .put("shortcuts", state.app.shortcuts())
        .putAll(named(features))
        .put("home_tab", state.app.hasHome())
        .json();
  }

  private static JsonObject named(JsonObject features) {
    return Wire.object(
        "commands", features.get("slash_commands"), "shortcuts", features.get("shortcuts"));
  }

  private List<JsonObject> people() {
    return state.people.values().stream()
        .map(each ->
            new Fields()
                .put("id", each.id())
                .put("name", each.isBot() ? state.app.botName() : each.name())
                .put("locale", each.locale())
                .put("tz", each.tz())
                .put("is_bot", each.isBot())
                .json())
        .toList();
  }

  private List<JsonObject> channels(String userId) {
    return state.conversations.values().stream()
        .filter(each -> !each.channel.isPrivate() || each.members.contains(userId))
        .map(each ->
            new Fields()
                .put("id", each.id())
                .put("name", each.isIm ? state.app.botName() : each.channel.name())
                .put("is_private", each.channel.isPrivate())
                .put("is_im", each.isIm)
                .put("is_member", each.members.contains(userId))
                .put("bot_is_member", each.members.contains(InstalledApp.BOT_USER))
                .put("is_archived", each.isArchived())
                .json())
        .toList();
  }

  private Map<String, List<JsonObject>> messages(String userId) {
    Map<String, List<JsonObject>> messages = new LinkedHashMap<>();
    for (ConversationState each : state.conversations.values()) {
      if (each.members.contains(userId)) {
        messages.put(each.id(), messages(each, userId));
      }
    }
    return messages;
  }

  private List<JsonObject> messages(ConversationState conversation, String userId) {
    List<JsonObject> messages = new ArrayList<>();
    for (JsonObject each : conversation.messages.values()) {
      String link = conversation.permalink(permalinks, each);
      messages.add(Wire.with(conversation.shown(each), "permalink", link));
    }
    conversation.ephemerals.stream()
        .filter(each -> each.userId().equals(userId))
        .forEach(each -> messages.add(Wire.with(each.message(), "ephemeral", true)));
    messages.sort(Comparator.comparing(each -> Wire.text(each, "ts")));
    return messages;
  }

  private List<JsonObject> modals(String userId) {
    return state.views.stack(userId).stream()
        .map(each ->
            new Fields()
                .put("id", each.id())
                .put("view", each.withState())
                .put("errors", errors(each))
                .json())
        .toList();
  }

  private static JsonValue errors(Views.Open open) {
    return Wire.value(open.errors());
  }

  private static List<JsonObject> notes(List<Journal.Note> notes) {
    return notes.stream().map(each -> Wire.object("id", each.id(), "text", each.text())).toList();
  }
}
