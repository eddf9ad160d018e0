package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// Which conversations and messages the bot may touch, and Slack's word for why not.
public final class Access {
  private final State state;

  public Access(State state) {
    this.state = state;
  }

  /// What the bot may know of: a private channel without it does not exist for it.
  ConversationState known(Params params) {
    String id = params.required("channel", "channel_not_found");
    ConversationState conversation =
        state.conversation(id).orElseThrow(() -> new Refusal("channel_not_found"));
    if (conversation.channel.isPrivate() && !isMember(conversation)) {
      throw new Refusal("channel_not_found");
    }
    return conversation;
  }

  /// A person's id stands for the direct conversation with that person.
  ConversationState toPost(Params params) {
    String id = params.text("channel");
    boolean isPerson = state.people.containsKey(id) && !id.equals(InstalledApp.BOT_USER);
    ConversationState conversation = isPerson ? state.im(id) : member(params);
    if (conversation.isArchived()) {
      throw new Refusal("is_archived");
    }
    return conversation;
  }

  ConversationState member(Params params) {
    ConversationState conversation = known(params);
    if (!isMember(conversation)) {
      throw new Refusal("not_in_channel");
    }
    return conversation;
  }

  /// Known, and covered by a granted scope of this kind: history or read.
  ConversationState readable(Params params, String kind) {
    ConversationState conversation = known(params);
    scope(conversation, kind);
    return conversation;
  }

  ConversationState memberReadable(Params params, String kind) {
    ConversationState conversation = member(params);
    scope(conversation, kind);
    return conversation;
  }

  private void scope(ConversationState conversation, String kind) {
    String needed = conversation.scopes() + ":" + kind;
    if (!state.app.has(needed)) {
      throw Refusal.missingScope(needed, state.app.scopes());
    }
  }

  JsonObject message(ConversationState conversation, String ts) {
    return conversation
        .message(ts)
        .filter(each -> !Wire.text(each, "subtype").equals("tombstone"))
        .orElseThrow(() -> new Refusal("message_not_found"));
  }

  private static boolean isMember(ConversationState conversation) {
    return conversation.members.contains(InstalledApp.BOT_USER);
  }
}
