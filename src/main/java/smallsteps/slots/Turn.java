package smallsteps.slots;

import java.time.Instant;
import smallsteps.storage.Row;

/// A slot that is `owner`'s to post until `leaseUntil`.
///
/// @param mayStandSince when not null, an earlier try may have got through since then
/// @param obstacle why it is not posted any more, and only looked for a last time; null while it
///   may be
public record Turn(
    String teamId,
    String channelId,
    Instant due,
    String owner,
    Instant leaseUntil,
    Instant mayStandSince,
    String obstacle) {

  /// As it stands in a table of slots.
  public static Turn of(Row row) {
    return new Turn(
        row.text("team_id"),
        row.text("channel_id"),
        row.instant("due"),
        row.text("owner"),
        row.instant("lease_until"),
        row.instant("may_stand_since"),
        null);
  }

  Turn by(String newOwner, Instant newLease, String newObstacle) {
    return new Turn(teamId, channelId, due, newOwner, newLease, mayStandSince, newObstacle);
  }
}
