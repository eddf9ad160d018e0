package smallsteps.rehearsal.events;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// Messages come, change and go, whoever wrote them; the bot hears of it.
public final class Messages {
  /// Different ones under one message, and those of one person among them.
  private static final int MOST_EMOJI = 50;

  private static final int MOST_OF_ONE = 23;

  private final State state;
  private final Subscriptions subscriptions;

  public Messages(State state, Subscriptions subscriptions) {
    this.state = state;
    this.subscriptions = subscriptions;
  }

  /// As chat.postMessage writes them: the bot's user is the author, bot_id tells it's a bot.
  public JsonObject byBot(JsonObject content) {
    JsonObject signed =
        new Fields()
            .put("user", InstalledApp.BOT_USER)
            .put("type", "message")
            .put("ts", state.ids.ts())
            .put("bot_id", InstalledApp.BOT)
            .put("app_id", InstalledApp.APP)
            .put("team", State.TEAM)
            .put("bot_profile", botProfile())
            .json();
    return new Fields(signed).putAll(content).json();
  }

  /// As a response_url writes them: no user, a subtype that says so.
  public JsonObject byResponse(JsonObject content) {
    return Wire.with(
        Wire.without(byBot(content), "user", "bot_profile", "metadata"), "subtype", "bot_message");
  }

  public JsonObject botProfile() {
    return new Fields()
        .put("id", InstalledApp.BOT)
        .put("app_id", InstalledApp.APP)
        .put("user_id", InstalledApp.BOT_USER)
        .put("name", state.app.botName())
        .put("icons", JsonValue.EMPTY_JSON_OBJECT)
        .put("deleted", false)
        .put("updated", state.clock.instant().getEpochSecond())
        .put("team_id", State.TEAM)
        .json();
  }

  public JsonObject post(ConversationState conversation, JsonObject message) {
    state.put(conversation, message);
    subscriptions.message(conversation, message);
    return message;
  }

  public void ephemeral(ConversationState conversation, String userId, JsonObject message) {
    conversation.ephemerals.add(
        new ConversationState.Ephemeral(userId, Wire.with(message, "is_ephemeral", true)));
    state.touch();
  }

  public void change(ConversationState conversation, JsonObject before, JsonObject after) {
    state.put(conversation, after);
    subscriptions.changed(conversation, after, before);
  }

  /// Of a message with replies Slack keeps a tombstone, so that the thread stays.
  public void delete(ConversationState conversation, JsonObject message) {
    String ts = Wire.text(message, "ts");
    if (conversation.isReply(message) || conversation.replies(ts).isEmpty()) {
      conversation.messages.remove(ts);
      state.touch();
      subscriptions.deleted(conversation, message);
      return;
    }
    JsonObject tombstone =
        new Fields()
            .put("type", "message")
            .put("subtype", "tombstone")
            .put("user", "USLACKBOT")
            .put("text", "This message was deleted.")
            .put("hidden", true)
            .put("ts", ts)
            .put("thread_ts", ts)
            .json();
    change(conversation, message, conversation.shown(tombstone));
  }

  public void react(
      ConversationState conversation, JsonObject message, String userId, String emoji) {
    Map<String, List<String>> reactions = reactions(message);
    List<String> users = reactions.computeIfAbsent(emoji, _ -> new ArrayList<>());
    if (users.contains(userId)) {
      throw new Refusal("already_reacted");
    }
    if (reactions.size() > MOST_EMOJI) {
      throw new Refusal("too_many_emoji");
    }
    if (reactions.values().stream().filter(all -> all.contains(userId)).count() >= MOST_OF_ONE) {
      throw new Refusal("too_many_reactions");
    }
    users.add(userId);
    state.put(conversation, withReactions(message, reactions));
    subscriptions.reaction("reaction_added", conversation, message, userId, emoji);
  }

  public void unreact(
      ConversationState conversation, JsonObject message, String userId, String emoji) {
    Map<String, List<String>> reactions = reactions(message);
    if (!reactions.containsKey(emoji) || !reactions.get(emoji).remove(userId)) {
      throw new Refusal("no_reaction");
    }
    state.put(conversation, withReactions(message, reactions));
    subscriptions.reaction("reaction_removed", conversation, message, userId, emoji);
  }

  private static Map<String, List<String>> reactions(JsonObject message) {
    Map<String, List<String>> reactions = new LinkedHashMap<>();
    for (JsonObject each : Wire.children(message, "reactions")) {
      reactions.put(Wire.text(each, "name"), new ArrayList<>(Wire.texts(each, "users")));
    }
    return reactions;
  }

  private static JsonObject withReactions(JsonObject message, Map<String, List<String>> reactions) {
    List<JsonObject> kept =
        reactions.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each ->
                new Fields()
                    .put("name", each.getKey())
                    .put("users", each.getValue())
                    .put("count", each.getValue().size())
                    .json())
            .toList();
    JsonObject bare = Wire.without(message, "reactions");
    return kept.isEmpty() ? bare : Wire.with(bare, "reactions", kept);
  }
}
