package smallsteps.weekly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/// Once a week, or every second one, at a local time. Where the clocks go forward over that time
/// the slot moves forward with them; where they go back it is the first of the two.
///
/// @param everyWeeks 1 for each week, 2 for every second one
/// @param countedFrom a day of a week that has its slot; null where each has
public record Rhythm(
    DayOfWeek weekday, LocalTime time, ZoneId zone, int everyWeeks, LocalDate countedFrom) {

  public Rhythm(DayOfWeek weekday, LocalTime time, ZoneId zone) {
    this(weekday, time, zone, 1, null);
  }

  public Rhythm everySecondFrom(LocalDate date) {
    return new Rhythm(weekday, time, zone, 2, date);
  }

  public boolean isSameTime(Rhythm other) {
    return weekday == other.weekday() && time.equals(other.time()) && zone.equals(other.zone());
  }

  private boolean hasSlotIn(LocalDate date) {
    return countedFrom == null
        || Math.floorMod(ChronoUnit.WEEKS.between(monday(countedFrom), monday(date)), everyWeeks)
            == 0;
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  public Slot on(LocalDate date) {
    return new Slot(date, ZonedDateTime.of(date, time, zone));
  }

  /// Every slot that is due after `instant`, without end.
  public Stream<Slot> after(Instant instant) {
    LocalDate first =
        instant.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(weekday));
    return Stream.iterate(first, date -> date.plusWeeks(1))
        .filter(this::hasSlotIn)
        .map(this::on)
        .dropWhile(slot -> !slot.due().isAfter(instant));
  }

  /// One week's time for the message.
  ///
  /// @param date the day it belongs to
  /// @param at when it is due, clock changes counted in
  public record Slot(LocalDate date, ZonedDateTime at) {
    public Instant due() {
      return at.toInstant();
    }

    /// The clocks went forward over the time that the plan names.
    public boolean isMovedFrom(LocalTime time) {
      return !at.toLocalTime().equals(time);
    }
  }
}
