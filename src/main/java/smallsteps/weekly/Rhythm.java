package smallsteps.weekly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/// Once a week, or every few, or once a month, at a local time. Where the clocks go forward over
/// that time the slot moves forward with them; where they go back it is the first of the two.
public record Rhythm(DayOfWeek weekday, LocalTime time, ZoneId zone, Every every) {

  public Rhythm(DayOfWeek weekday, LocalTime time, ZoneId zone) {
    this(weekday, time, zone, Every.WEEK);
  }

  public Rhythm every(Every other) {
    return new Rhythm(weekday, time, zone, other);
  }

  /// The day of the next slot after this.
  public LocalDate next(Instant instant) {
    return after(instant).findFirst().orElseThrow().date();
  }

  public boolean isEachWeek() {
    return every.equals(Every.WEEK);
  }

  public Slot on(LocalDate date) {
    return new Slot(date, ZonedDateTime.of(date, time, zone));
  }

  /// Every slot that is due after `instant`, without end.
  public Stream<Slot> after(Instant instant) {
    LocalDate first =
        instant.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(weekday));
    return Stream.iterate(first, date -> date.plusWeeks(1))
        .filter(every::has)
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
