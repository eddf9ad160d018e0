package smallsteps.rehearsal.events;

import jakarta.json.JsonObject;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// Tells the bot what happened: only what it subscribed to, may read, and is a member to see.
public final class Subscriptions {
  private final State state;
  private final EventsApi eventsApi;

  public Subscriptions(State state, EventsApi eventsApi) {
    this.state = state;
    this.eventsApi = eventsApi;
  }

  void message(ConversationState conversation, JsonObject message) {
    JsonObject event =
        new Fields(Wire.without(message, "reactions", "edited"))
            .put("channel", conversation.id())
            .put("channel_type", conversation.type())
            .put("event_ts", Wire.text(message, "ts"))
            .put("root", root(conversation, message))
            .json();
    publish("message." + plural(conversation), conversation, event);
    String mention = "<@" + InstalledApp.BOT_USER + ">";
    if (Wire.text(message, "text").contains(mention) && !conversation.isIm) {
      JsonObject mentioned = Wire.without(event, "channel_type", "subtype");
      publish("app_mention", conversation, Wire.with(mentioned, "type", "app_mention"));
    }
  }

  private static JsonObject root(ConversationState conversation, JsonObject message) {
    return Wire.text(message, "subtype").equals("thread_broadcast")
        ? conversation
            .message(Wire.text(message, "thread_ts"))
            .map(conversation::shown)
            .orElse(null)
        : null;
  }

  private static String plural(ConversationState conversation) {
    return conversation.isIm ? "im" : conversation.type() + "s";
  }

  void changed(ConversationState conversation, JsonObject message, JsonObject before) {
    hidden(conversation, "message_changed", "message", message, "previous_message", before);
  }

  void deleted(ConversationState conversation, JsonObject before) {
    hidden(
        conversation,
        "message_deleted",
        "deleted_ts",
        Wire.text(before, "ts"),
        "previous_message",
        before);
  }

  private void hidden(ConversationState conversation, String subtype, Object... pairs) {
    String ts = state.ids.ts();
    JsonObject event =
        new Fields()
            .put("type", "message")
            .put("subtype", subtype)
            .put("hidden", true)
            .put("channel", conversation.id())
            .put("channel_type", conversation.type())
            .put("ts", ts)
            .put("event_ts", ts)
            .json();
    publish("message." + plural(conversation), conversation, Wire.with(event, pairs));
  }

  /// Slack leaves item_user out where a bot wrote the message.
  void reaction(
      String type,
      ConversationState conversation,
      JsonObject message,
      String userId,
      String emoji) {
    boolean isBots = message.containsKey("bot_id");
    JsonObject item =
        new Fields()
            .put("type", "message")
            .put("channel", conversation.id())
            .put("ts", Wire.text(message, "ts"))
            .json();
    JsonObject event =
        new Fields()
            .put("type", type)
            .put("user", userId)
            .put("reaction", emoji)
            .put("item", item)
            .put("item_user", isBots ? null : Wire.text(message, "user"))
            .put("event_ts", state.ids.ts())
            .json();
    publish(type, conversation, event);
  }

  void membership(String type, ConversationState conversation, String userId, String inviter) {
    JsonObject event =
        new Fields()
            .put("type", type)
            .put("user", userId)
            .put("channel", conversation.id())
            .put("channel_type", conversation.channel.isPrivate() ? "G" : "C")
            .put("team", State.TEAM)
            .put("inviter", inviter)
            .put("event_ts", state.ids.ts())
            .json();
    publish(type, conversation, event);
  }

  /// The bot was put out: it is told so although it sees the conversation no more.
  void left(ConversationState conversation, String actor) {
    String type = conversation.type() + "_left";
    JsonObject event =
        new Fields()
            .put("type", type)
            .put("channel", conversation.id())
            .put("actor_id", actor)
            .put("event_ts", state.ids.ts())
            .json();
    if (state.app.hears(type, conversation)) {
      eventsApi.send(event);
    }
  }

  void archived(ConversationState conversation, String userId) {
    String type = conversation.type() + (conversation.isArchived() ? "_archive" : "_unarchive");
    JsonObject event =
        new Fields()
            .put("type", type)
            .put("channel", conversation.id())
            .put("user", userId)
            .put("event_ts", state.ids.ts())
            .json();
    publish(type, conversation, event);
  }

  public void homeOpened(String userId) {
    JsonObject event =
        new Fields()
            .put("type", "app_home_opened")
            .put("user", userId)
            .put("channel", state.im(userId).id())
            .put("event_ts", state.ids.ts())
            .put("tab", "home")
            .put("view", state.views.home(userId).map(each -> each.json()).orElse(null))
            .json();
    aboutApp(event);
  }

  /// What needs no scope and has no conversation.
  public void aboutApp(JsonObject event) {
    if (state.app.subscriptions().contains(Wire.text(event, "type"))) {
      eventsApi.send(event);
    }
  }

  private void publish(String subscription, ConversationState conversation, JsonObject event) {
    state.touch();
    boolean isMember = conversation.members.contains(InstalledApp.BOT_USER);
    if (isMember && state.app.hears(subscription, conversation)) {
      eventsApi.send(event);
    }
  }
}
