package smallsteps;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// A channel to be read again, for what Slack could not tell while the bot was away.
///
/// @param oldest what was written after this ts is read, as it stands now
/// @param changedSince threads that begin there and have a reply after this ts are read too
/// @param threads the ts of threads that are read in any case
/// @param messages finds in what was read which messages, edits and deletions were missed
/// @param reactions finds which reactions were missed, once those messages are kept
/// @param settle hears once how it went, when all that was missed is kept
public record Reading(
    String teamId,
    String channelId,
    String oldest,
    String changedSince,
    Set<String> threads,
    Function<Transcript, List<Missed>> messages,
    Function<Transcript, List<Missed>> reactions,
    Consumer<Result> settle) {

  /// How a reading went.
  public enum Result {
    /// All of it was read, and what was missed is kept.
    WHOLE,
    /// The bot is no member of the channel.
    NOT_A_MEMBER,
    /// It was refused or broken off: some of it may be missing yet.
    NOT_WHOLE
  }
}
