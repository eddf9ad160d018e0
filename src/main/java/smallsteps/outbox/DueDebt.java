package smallsteps.outbox;

import java.time.Instant;
import smallsteps.storage.Row;

/// A debt as it stands in the table, with what is known of earlier tries. Once it is claimed it is
/// `owner`'s to pay until `leaseUntil`.
///
/// @param row its number in the table
/// @param version how often it was owed anew; what is owed since is owed still
/// @param tries how often it did not work
/// @param mayStandSince when not null, an earlier try may have got through since then, by Slack's
///   clock
/// @param repeatFrom when not null, an earlier try may arrive until then, by Slack's clock
public record DueDebt(
    int row,
    Debt debt,
    int version,
    int tries,
    Instant mayStandSince,
    Instant repeatFrom,
    String owner,
    Instant leaseUntil) {

  static DueDebt of(Row row) {
    return new DueDebt(
        row.number("id"),
        Debt.of(row),
        row.number("version"),
        row.number("tries"),
        row.instant("may_stand_since"),
        row.instant("repeat_from"),
        row.text("owner"),
        row.instant("lease_until"));
  }

  DueDebt by(String newOwner, Instant newLease, Instant newRepeatFrom) {
    return new DueDebt(row, debt, version, tries, mayStandSince, newRepeatFrom, newOwner, newLease);
  }
}
