package smallsteps.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import smallsteps.plans.Plans.PlannedDigest;

/// One week's turn of a planned digest.
///
/// @param date the day it belongs to
/// @param due that day at the plan's time, clock changes counted in
record Slot(PlannedDigest plan, LocalDate date, Instant due) {

  /// The newest that is due. Older ones that nobody took up are no longer of interest: what they
  /// would have told of, this one tells of.
  static Slot last(PlannedDigest plan, Instant now) {
    DayOfWeek weekday = plan.weekday();
    LocalDate today = now.atZone(plan.zone()).toLocalDate();
    Slot slot = on(plan, today.with(TemporalAdjusters.previousOrSame(weekday)));
    return slot.due().isAfter(now) ? on(plan, slot.date().minusWeeks(1)) : slot;
  }

  private static Slot on(PlannedDigest plan, LocalDate date) {
    return new Slot(plan, date, ZonedDateTime.of(date, plan.time(), plan.zone()).toInstant());
  }

  boolean isAsked() {
    return due.isAfter(plan.since());
  }

  /// `2026-W48`.
  String week() {
    return DateTimeFormatter.ISO_WEEK_DATE.format(date).substring(0, "2026-W48".length());
  }
}
