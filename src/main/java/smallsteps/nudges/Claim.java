package smallsteps.nudges;

import java.time.Instant;
import java.time.ZoneId;
import smallsteps.Language;

/// A slot that is ours to post until `leaseUntil`.
///
/// @param promptId what it asks
/// @param mayStandSince when not null, an earlier try may have got through since then
/// @param obstacle why it is not posted any more, and only looked for a last time; null while it
///   may be
record Claim(
    Channel channel,
    Instant due,
    ZoneId zone,
    Language language,
    boolean isPlanned,
    String promptId,
    int principle,
    String owner,
    Instant leaseUntil,
    Instant mayStandSince,
    String obstacle) {

  /// The same, taken over.
  Claim by(String newOwner, Instant newLease, String newObstacle) {
    return new Claim(
        channel,
        due,
        zone,
        language,
        isPlanned,
        promptId,
        principle,
        newOwner,
        newLease,
        mayStandSince,
        newObstacle);
  }
}
