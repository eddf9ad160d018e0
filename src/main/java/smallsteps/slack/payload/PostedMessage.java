package smallsteps.slack.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smallsteps.Reply.ReadReactions.Given;

/// What we need of a message that stands in a channel.
///
/// @param ts never null
/// @param threadTs null outside threads
/// @param userId the person who wrote it; null when no person did, or when what says so can't be
///   read: then nothing is known of its text either
/// @param text Slack's markup; may be null
/// @param editedTs null for never
/// @param latestReply the ts of the last in its thread; null where there is none, later than any
///   where it can't be read
/// @param reactions none where they could not be read, or are not all told
/// @param metadata an empty object where there is none
/// @param isOdd something that we need of it is of a shape that we don't know
public record PostedMessage(
    String ts,
    String threadTs,
    String subtype,
    String userId,
    String text,
    String editedTs,
    String latestReply,
    Optional<List<Given>> reactions,
    LooseJson metadata,
    boolean isOdd) {
  private static final String LATEST = "9999999999.999999";
  private static final List<String> TEXTS =
      List.of("thread_ts", "subtype", "user", "bot_id", "text", "latest_reply");

  /// Empty where not even its ts can be read.
  public static Optional<PostedMessage> of(LooseJson message) {
    if (message.text("ts") == null) {
      return Optional.empty();
    }
    LooseJson edited = message.in("edited");
    boolean isOdd =
        TEXTS.stream().anyMatch(message::isOdd)
            || (message.has("edited") && edited.text("ts") == null);
    String subtype = message.text("subtype");
    boolean byPerson =
        !isOdd && new Author(message.text("user"), subtype, isByApp(message)).isSaid(null);
    return Optional.of(
        new PostedMessage(
            message.text("ts"),
            message.text("thread_ts"),
            subtype,
            byPerson ? message.text("user") : null,
            message.text("text"),
            edited.text("ts"),
            message.isOdd("latest_reply") ? LATEST : message.text("latest_reply"),
            reactions(message),
            message.in("metadata"),
            isOdd));
  }

  /// Null where it stands in the channel.
  public String parent() {
    return parent(threadTs, ts);
  }

  /// A thread's first message names itself as its thread: for us it stands in the channel.
  public static String parent(String threadTs, String ts) {
    return threadTs != null && threadTs.equals(ts) ? null : threadTs;
  }

  private static boolean isByApp(LooseJson message) {
    return message.has("bot_id") || message.has("bot_profile");
  }

  /// Of an emoji that many gave a message names some only, and says how many there are. None where
  /// one of them can't be read, or not all are told.
  public static Optional<List<Given>> reactions(LooseJson message) {
    var all = new ArrayList<Given>();
    if (!message.has("reactions")) {
      return Optional.of(List.of());
    }
    Optional<List<LooseJson>> told = message.list("reactions");
    for (LooseJson reaction : told.orElse(List.of())) {
      Optional<List<String>> users = reaction.texts("users");
      String emoji = reaction.text("name");
      int count = reaction.number("count").orElse(0);
      if (emoji == null || users.isEmpty() || users.get().size() < count) {
        return Optional.empty();
      }
      all.add(new Given(emoji, users.get()));
    }
    return told.map(_ -> all);
  }
}
