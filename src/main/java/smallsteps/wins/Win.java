package smallsteps.wins;

import java.time.Instant;
import smallsteps.Channel;
import smallsteps.Said;

/// A small thing that somebody did.
///
/// @param userId who says so; null where it was said anonymously, and then nobody knows
/// @param ts null where it stands in no message: not posted yet, or refused by Slack
/// @param threadTs null outside threads
/// @param text what the person wrote after the phrase, or the whole message
/// @param kind `did`, or `learned` for a try that taught something
/// @param principle 1 to 7, or null
/// @param saidAt when it was said, UTC, whole seconds; never when we heard of it
/// @param nudgeTs the nudge that it answers, or null
public record Win(
    String teamId,
    String channelId,
    String ts,
    String threadTs,
    String userId,
    Said text,
    String kind,
    Integer principle,
    Instant saidAt,
    String nudgeTs) {
  public static final String DID = "did";
  public static final String LEARNED = "learned";

  public Channel channel() {
    return new Channel(teamId, channelId);
  }

  public boolean isAnonymous() {
    return userId == null;
  }
}
