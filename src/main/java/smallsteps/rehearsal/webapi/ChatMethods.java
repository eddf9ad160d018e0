package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import smallsteps.rehearsal.events.Messages;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// chat.*: what the bot says, changes and takes back.
public final class ChatMethods {
  private static final List<String> WRITE = List.of("chat:write");
  private static final int MOST_UPDATED_TEXT = 4_000;

  private final State state;
  private final Access access;
  private final Messages messages;
  private final MessagePayload content;
  private final String permalinks;

  public ChatMethods(State state, Access access, Messages messages, String permalinks) {
    this.state = state;
    this.access = access;
    this.messages = messages;
    this.permalinks = permalinks;
    content = new MessagePayload(state);
  }

  public List<Method> methods() {
    return List.of(
        new Method("chat.postMessage", WRITE, Method.SPECIAL, this::postMessage),
        new Method("chat.postEphemeral", WRITE, Method.TIER_4, this::postEphemeral),
        new Method("chat.update", WRITE, Method.TIER_3, this::update),
        new Method("chat.delete", WRITE, Method.TIER_3, this::delete),
        new Method("chat.getPermalink", List.of(), Method.SPECIAL, this::getPermalink));
  }

  private JsonObject postMessage(Params params) {
    ConversationState conversation = access.toPost(params);
    JsonObject message = messages.byBot(content.read(params, "chat.postMessage"));
    String threadTs = params.text("thread_ts");
    if (!threadTs.isEmpty()) {
      message = inThread(conversation, message, threadTs, params.flag("reply_broadcast"));
    }
    messages.post(conversation, message);
    return new Fields()
        .put("channel", conversation.id())
        .put("ts", Wire.text(message, "ts"))
        .put("message", message)
        .json();
  }

  private JsonObject inThread(
      ConversationState conversation, JsonObject message, String threadTs, boolean isBroadcast) {
    if (!threadTs.matches("\\d{10,}\\.\\d{6}")) {
      throw new Refusal("invalid_thread_ts");
    }
    JsonObject parent =
        conversation.message(threadTs).orElseThrow(() -> new Refusal("thread_not_found"));
    if (conversation.isReply(parent)) {
      state.journal.warn("chat.postMessage: thread_ts is a reply's ts, not its parent's");
      threadTs = Wire.text(parent, "thread_ts");
    }
    return new Fields(message)
        .put("thread_ts", threadTs)
        .put("subtype", isBroadcast ? "thread_broadcast" : null)
        .json();
  }

  private JsonObject postEphemeral(Params params) {
    ConversationState conversation = access.toPost(params);
    String userId = params.required("user", "user_not_found");
    if (!state.people.containsKey(userId)) {
      throw new Refusal("user_not_found");
    }
    if (!conversation.members.contains(userId)) {
      throw new Refusal("user_not_in_channel");
    }
    JsonObject message = messages.byBot(content.read(params, "chat.postEphemeral"));
    String threadTs = params.text("thread_ts");
    messages.ephemeral(
        conversation,
        userId,
        threadTs.isEmpty() ? message : Wire.with(message, "thread_ts", threadTs));
    return Wire.object("message_ts", Wire.text(message, "ts"));
  }

  private JsonObject update(Params params) {
    ConversationState conversation = access.toPost(params);
    JsonObject before = access.message(conversation, params.text("ts"));
    if (!isOwn(before)) {
      throw new Refusal("cant_update_message");
    }
    if (params.text("text").length() > MOST_UPDATED_TEXT) {
      throw new Refusal("msg_too_long");
    }
    JsonObject said = content.read(params, "chat.update");
    JsonObject after = updated(before, said);
    messages.change(conversation, before, after);
    return new Fields()
        .put("channel", conversation.id())
        .put("ts", Wire.text(after, "ts"))
        .put("text", Wire.text(after, "text"))
        .put("message", after)
        .json();
  }

  /// Text without blocks takes the blocks away; metadata stays unless sent.
  private JsonObject updated(JsonObject before, JsonObject said) {
    JsonObject after =
        new Fields(Wire.without(before, "blocks", "attachments")).putAll(said).json();
    if (Wire.child(after, "metadata").isEmpty()) {
      after = Wire.without(after, "metadata");
    }
    return Wire.with(
        after,
        "edited",
        Map.of("user", Wire.value(InstalledApp.BOT), "ts", Wire.value(state.ids.ts())));
  }

  private JsonObject delete(Params params) {
    ConversationState conversation = access.member(params);
    JsonObject message = access.message(conversation, params.text("ts"));
    if (!isOwn(message)) {
      throw new Refusal("cant_delete_message");
    }
    messages.delete(conversation, message);
    return Wire.object("channel", conversation.id(), "ts", params.text("ts"));
  }

  private static boolean isOwn(JsonObject message) {
    return Wire.text(message, "bot_id").equals(InstalledApp.BOT);
  }

  private JsonObject getPermalink(Params params) {
    ConversationState conversation = access.known(params);
    JsonObject message = access.message(conversation, params.text("message_ts"));
    return Wire.object(
        "channel", conversation.id(), "permalink", conversation.permalink(permalinks, message));
  }
}
