package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import smallsteps.rehearsal.Deliveries.Delivery;

/** Tells the bot what happened: only what it subscribed to, may read, and is a member to see. */
final class Events {
  private final State state;
  private final Deliveries deliveries;
  private final ThreadLocal<List<Delivery>> published = new ThreadLocal<>();

  Events(State state, Deliveries deliveries) {
    this.state = state;
    this.deliveries = deliveries;
  }

  /**
   * Does the work under the lock, then waits until each event it caused was acknowledged or not.
   */
  void andWait(Runnable work) {
    List<Delivery> caused = new ArrayList<>();
    published.set(caused);
    try {
      state.locked(work);
    } finally {
      published.remove();
    }
    caused.forEach(each -> each.first.join());
  }

  void message(Conversation conversation, JsonObject message) {
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

  private static JsonObject root(Conversation conversation, JsonObject message) {
    return Wire.text(message, "subtype").equals("thread_broadcast")
        ? conversation
            .message(Wire.text(message, "thread_ts"))
            .map(conversation::shown)
            .orElse(null)
        : null;
  }

  private static String plural(Conversation conversation) {
    return conversation.isIm ? "im" : conversation.type() + "s";
  }

  void changed(Conversation conversation, JsonObject message, JsonObject before) {
    hidden(conversation, "message_changed", "message", message, "previous_message", before);
  }

  void deleted(Conversation conversation, JsonObject before) {
    hidden(
        conversation,
        "message_deleted",
        "deleted_ts",
        Wire.text(before, "ts"),
        "previous_message",
        before);
  }

  private void hidden(Conversation conversation, String subtype, Object... pairs) {
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

  /** Slack leaves item_user out where a bot wrote the message. */
  void reaction(
      String type, Conversation conversation, JsonObject message, String userId, String emoji) {
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

  void membership(String type, Conversation conversation, String userId, String inviter) {
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

  /** The bot was put out: it is told so although it sees the conversation no more. */
  void left(Conversation conversation, String actor) {
    String type = conversation.type() + "_left";
    JsonObject event =
        new Fields()
            .put("type", type)
            .put("channel", conversation.id())
            .put("actor_id", actor)
            .put("event_ts", state.ids.ts())
            .json();
    if (state.app.hears(type, conversation)) {
      send(event);
    }
  }

  void archived(Conversation conversation, String userId) {
    String type = conversation.type() + (conversation.isArchived ? "_archive" : "_unarchive");
    JsonObject event =
        new Fields()
            .put("type", type)
            .put("channel", conversation.id())
            .put("user", userId)
            .put("event_ts", state.ids.ts())
            .json();
    publish(type, conversation, event);
  }

  void homeOpened(String userId) {
    JsonObject event =
        new Fields()
            .put("type", "app_home_opened")
            .put("user", userId)
            .put("channel", state.im(userId).id())
            .put("event_ts", state.ids.ts())
            .put("tab", "home")
            .put("view", state.views.home(userId).map(each -> each.json).orElse(null))
            .json();
    aboutApp(event);
  }

  /** What needs no scope and has no conversation. */
  void aboutApp(JsonObject event) {
    if (state.app.subscriptions().contains(Wire.text(event, "type"))) {
      send(event);
    }
  }

  private void publish(String subscription, Conversation conversation, JsonObject event) {
    state.touch();
    boolean isMember = conversation.members.contains(InstalledApp.BOT_USER);
    if (isMember && state.app.hears(subscription, conversation)) {
      send(event);
    }
  }

  private void send(JsonObject event) {
    if (state.app.isUninstalled && !Wire.text(event, "type").equals("app_uninstalled")) {
      return;
    }
    Delivery delivery = new Delivery(envelope(event), state.clock.instant());
    if (published.get() != null) {
      published.get().add(delivery);
    }
    state.afterwards(() -> deliveries.event(delivery));
  }

  private JsonObject envelope(JsonObject event) {
    JsonObject authorization =
        new Fields()
            .put("enterprise_id", JsonValue.NULL)
            .put("team_id", State.TEAM)
            .put("user_id", InstalledApp.BOT_USER)
            .put("is_bot", true)
            .put("is_enterprise_install", false)
            .json();
    return new Fields()
        .put("token", state.app.verificationToken)
        .put("team_id", State.TEAM)
        .put("context_team_id", State.TEAM)
        .put("context_enterprise_id", JsonValue.NULL)
        .put("api_app_id", InstalledApp.APP)
        .put("event", event)
        .put("type", "event_callback")
        .put("event_id", state.ids.next("Ev0"))
        .put("event_time", state.clock.instant().getEpochSecond())
        .put("authorizations", List.of(authorization))
        .put("is_ext_shared_channel", false)
        .put("event_context", "4-" + state.ids.next("rehearsal"))
        .json();
  }
}
