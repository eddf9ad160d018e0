package smallsteps.wins;

/// A small thing that somebody has begun to say, or another room for them: they say the rest in the
/// modal.
///
/// @param channelId null where the person has to choose
/// @param nudgeTs the nudge it answers, or null
/// @param principle 1 to 7, or null
/// @param text null for none yet
/// @param kind `did` or `learned`
public record Draft(
    String channelId,
    String nudgeTs,
    Integer principle,
    String text,
    String kind,
    boolean isAnonymous) {

  static Draft of(String channelId, String nudgeTs, Integer principle) {
    return new Draft(channelId, nudgeTs, principle, null, Win.DID, false);
  }
}
