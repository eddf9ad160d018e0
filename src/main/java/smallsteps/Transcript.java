package smallsteps;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import smallsteps.Reply.ReadReactions.Given;

/// What stands in a channel, read to the end.
///
/// @param at when the reading began: what happened later may be in it or not
/// @param lines every message after the reading's oldest, and the last one before, oldest first
/// @param threads the ts of the threads that were read, to the end as well
/// @param isWhole false where more stands there than could be read: what isn't among the lines may
///   stand there all the same
public record Transcript(Instant at, List<Line> lines, Set<String> threads, boolean isWhole) {

  /// A message as it stands now.
  ///
  /// @param threadTs the thread's parent; null outside threads
  /// @param userId the person who wrote it; null when no person did
  /// @param editedTs the latest that it may have been edited, for Slack tells whole seconds; null
  ///   for never
  /// @param reactions those by people; null where not all of them could be read
  /// @param ours the emoji of the bot's own reactions
  public record Line(
      String ts,
      String threadTs,
      String userId,
      String text,
      String editedTs,
      List<Given> reactions,
      Set<String> ours) {}
}
