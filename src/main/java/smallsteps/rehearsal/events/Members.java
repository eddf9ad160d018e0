package smallsteps.rehearsal.events;

import jakarta.json.JsonObject;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;

/// Who comes into a conversation and who goes.
public final class Members {
  private final State state;
  private final Messages messages;
  private final Subscriptions subscriptions;

  public Members(State state, Messages messages, Subscriptions subscriptions) {
    this.state = state;
    this.messages = messages;
    this.subscriptions = subscriptions;
  }

  /// @param inviter null for who came unasked
  public void join(ConversationState conversation, String userId, String inviter) {
    if (!conversation.members.add(userId)) {
      return;
    }
    String prefix = conversation.type();
    messages.post(
        conversation, said(prefix + "_join", userId, "<@" + userId + "> has joined the channel"));
    subscriptions.membership("member_joined_channel", conversation, userId, inviter);
  }

  public void leave(ConversationState conversation, String userId, String actor) {
    if (!conversation.members.remove(userId)) {
      return;
    }
    String prefix = conversation.type();
    messages.post(
        conversation, said(prefix + "_leave", userId, "<@" + userId + "> has left the channel"));
    if (userId.equals(InstalledApp.BOT_USER)) {
      subscriptions.left(conversation, actor);
    } else {
      subscriptions.membership("member_left_channel", conversation, userId, null);
    }
  }

  private JsonObject said(String subtype, String userId, String text) {
    return new Fields()
        .put("type", "message")
        .put("subtype", subtype)
        .put("user", userId)
        .put("text", text)
        .put("ts", state.ids.ts())
        .json();
  }

  public void archive(ConversationState conversation, String userId, boolean on) {
    conversation.archive(on);
    state.touch();
    subscriptions.archived(conversation, userId);
  }
}
