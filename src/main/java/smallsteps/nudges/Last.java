package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import smallsteps.plans.Plan;
import smallsteps.storage.Row;
import smallsteps.weekly.Rhythm;

/// A plan, with the channel's last planned slot that was taken up.
///
/// @param due null when the channel has had none
/// @param date the local date of that slot; null when the channel has had none
record Last(Plan plan, Instant due, LocalDate date) {

  static Last of(Row row) {
    String date = row.text("last_date");
    return new Last(
        Plan.of(row), row.instant("last_due"), date == null ? null : LocalDate.parse(date));
  }

  /// The plan's slots until now that nobody has taken up, the oldest first.
  List<Rhythm.Slot> missing(Instant now) {
    Instant from = due != null && due.isAfter(plan.setAt()) ? due : plan.setAt();
    return plan.rhythm()
        .after(from)
        .takeWhile(slot -> !slot.due().isAfter(now))
        .filter(slot -> !slot.date().equals(date))
        .toList();
  }
}
