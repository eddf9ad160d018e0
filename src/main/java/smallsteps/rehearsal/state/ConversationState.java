package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// What one conversation holds. Read and changed only under the state's lock.
public final class ConversationState {
  /// A message that only one person sees.
  public record Ephemeral(String userId, JsonObject message) {}

  public final Conversation channel;
  public final boolean isIm;
  public final Instant created;
  public final Set<String> members = new LinkedHashSet<>();
  public final TreeMap<String, JsonObject> messages = new TreeMap<>();
  public final List<Ephemeral> ephemerals = new ArrayList<>();
  private boolean isArchived;
  private boolean isShared;

  public ConversationState(Conversation channel, boolean isIm, Instant created) {
    this.channel = channel;
    this.isIm = isIm;
    this.created = created;
  }

  public String id() {
    return channel.id();
  }

  public boolean isArchived() {
    return isArchived;
  }

  public void archive(boolean on) {
    isArchived = on;
  }

  /// With another organisation.
  public boolean isShared() {
    return isShared;
  }

  public void share() {
    isShared = true;
  }

  /// Slack's word for it in a message event's channel_type.
  public String type() {
    if (isIm) {
      return "im";
    }
    return channel.isPrivate() ? "group" : "channel";
  }

  /// The prefix of the scopes that cover it.
  public String scopes() {
    if (isIm) {
      return "im";
    }
    return channel.isPrivate() ? "groups" : "channels";
  }

  /// What everybody there sees, and what this person alone does, oldest first.
  public List<JsonObject> seenBy(String userId) {
    return Stream.concat(
            messages.values().stream(),
            ephemerals.stream()
                .filter(each -> each.userId().equals(userId))
                .map(Ephemeral::message))
        .sorted(Comparator.comparing(each -> Wire.text(each, "ts")))
        .toList();
  }

  public Optional<JsonObject> message(String ts) {
    return Optional.ofNullable(messages.get(ts));
  }

  /// For people, who can only point at what is there.
  public JsonObject existing(String ts) {
    return message(ts).orElseThrow(() -> new IllegalArgumentException("there is no message " + ts));
  }

  public List<JsonObject> replies(String threadTs) {
    return messages.values().stream()
        .filter(each -> Wire.text(each, "thread_ts").equals(threadTs))
        .filter(each -> !Wire.text(each, "ts").equals(threadTs))
        .toList();
  }

  public boolean isReply(JsonObject message) {
    String threadTs = Wire.text(message, "thread_ts");
    return !threadTs.isEmpty() && !threadTs.equals(Wire.text(message, "ts"));
  }

  /// With the thread's counts, which Slack tells of a message that has replies.
  public JsonObject shown(JsonObject message) {
    String ts = Wire.text(message, "ts");
    List<JsonObject> replies = isReply(message) ? List.of() : replies(ts);
    if (replies.isEmpty()) {
      return message;
    }
    List<String> users =
        replies.stream().map(each -> Wire.text(each, "user")).distinct().limit(5).toList();
    return new Fields(message)
        .put("thread_ts", ts)
        .put("reply_count", replies.size())
        .put("reply_users_count", users.size())
        .put("latest_reply", Wire.text(replies.getLast(), "ts"))
        .put("reply_users", users)
        .put("is_locked", false)
        .put("subscribed", false)
        .json();
  }

  /// @param base the workspace's own address
  public String permalink(String base, JsonObject message) {
    String ts = Wire.text(message, "ts").replace(".", "");
    String thread =
        isReply(message) ? "?thread_ts=" + Wire.text(message, "thread_ts") + "&cid=" + id() : "";
    return base + "archives/" + id() + "/p" + ts + thread;
  }
}
