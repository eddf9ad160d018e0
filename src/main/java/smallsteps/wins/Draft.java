package smallsteps.wins;

/// A small thing that another room has begun to write for somebody, who says the rest in the modal.
///
/// @param nudgeTs the nudge it answers, or null
/// @param principle 1 to 7, or null
/// @param kind `did` or `learned`
public record Draft(
    String channelId, String nudgeTs, Integer principle, String text, String kind) {}
