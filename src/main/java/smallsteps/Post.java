package smallsteps;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/// A message for a channel, posted as the bot.
///
/// @param threadTs the thread it goes to; null for the channel itself
/// @param metadata what the message carries unseen, so that it is found again after a crash; null
///   for none
/// @param mayStandSince when not null, an earlier try may have got through at or after this time:
///   the message is looked for by its metadata first, and not posted where we can't look
/// @param notAfter when not null, it is not posted at or after this time: then it is only looked
///   for
/// @param settle hears once how it went, on a thread of its own; may write to the store
public record Post(
    String teamId,
    String channelId,
    String threadTs,
    Content content,
    Metadata metadata,
    Instant mayStandSince,
    Instant notAfter,
    Consumer<Outcome> settle) {

  /// A message that may go out however late it gets.
  public Post(
      String teamId,
      String channelId,
      String threadTs,
      Content content,
      Metadata metadata,
      Instant mayStandSince,
      Consumer<Outcome> settle) {
    this(teamId, channelId, threadTs, content, metadata, mayStandSince, null, settle);
  }

  /// Slack's message metadata. Everybody in the workspace can read it: nothing private in here.
  public record Metadata(String eventType, Map<String, String> payload) {}
}
