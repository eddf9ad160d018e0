package smallsteps.weekly;

import java.time.Instant;
import java.time.ZoneId;
import smallsteps.storage.Row;

/// What became of a slot.
///
/// @param state `posted`, `skipped`, `late`, `failed`, or `claimed` while it is being posted
/// @param reason null when posted
/// @param settledAt null while it is being posted
public record Receipt(Instant due, ZoneId zone, String state, String reason, Instant settledAt) {

  /// As it stands in a table of slots.
  public static Receipt of(Row row) {
    return new Receipt(
        row.instant("due"),
        ZoneId.of(row.text("zone")),
        row.text("state"),
        row.text("reason"),
        row.instant("settled_at"));
  }
}
