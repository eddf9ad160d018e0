package smallsteps.nudges;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/// Once a week at a local time. Where the clocks go forward over that time the slot moves forward
/// with them; where they go back it is the first of the two.
record Rhythm(DayOfWeek weekday, LocalTime time, ZoneId zone) {

  Slot on(LocalDate date) {
    return new Slot(date, ZonedDateTime.of(date, time, zone));
  }

  /// Every slot that is due after `instant`, without end.
  Stream<Slot> after(Instant instant) {
    LocalDate first =
        instant.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(weekday));
    return Stream.iterate(first, date -> date.plusWeeks(1))
        .map(this::on)
        .dropWhile(slot -> !slot.due().isAfter(instant));
  }

  /// One week's turn.
  ///
  /// @param date the day it belongs to
  /// @param at when it is due, clock changes counted in
  record Slot(LocalDate date, ZonedDateTime at) {
    Instant due() {
      return at.toInstant();
    }

    /// The clocks went forward over the time that the plan names.
    boolean isMovedFrom(LocalTime time) {
      return !at.toLocalTime().equals(time);
    }
  }
}
