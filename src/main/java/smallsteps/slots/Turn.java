package smallsteps.slots;

import java.time.Instant;
import smallsteps.storage.Row;

/// A slot that is `owner`'s to post until `leaseUntil`.
///
/// @param mayStandSince when not null, an earlier try may have got through since then
public record Turn(
    String teamId,
    String channelId,
    Instant due,
    String owner,
    Instant leaseUntil,
    Instant mayStandSince) {

  public static Turn of(Row row) {
    return new Turn(
        row.text("team_id"),
        row.text("channel_id"),
        row.instant("due"),
        row.text("owner"),
        row.instant("lease_until"),
        row.instant("may_stand_since"));
  }

  /// The same slot, claimed by another, or once more.
  public Turn by(String other, Instant until) {
    return new Turn(teamId, channelId, due, other, until, mayStandSince);
  }
}
