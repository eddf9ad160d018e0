package smallsteps.weekly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The slow and obvious model of a plan: somebody who sits before a clock on the wall of that place
/// and looks at it every minute.
public record ClockOnTheWall(DayOfWeek weekday, LocalTime time, ZoneId zone) {
  private static final int A_DAY_AND_MORE = 3 * 24 * 60;

  public record Seen(LocalDate date, Instant due) {}

  /// Each week's slot that is due after `from`, until and with `until`.
  public List<Seen> turns(Instant from, Instant until) {
    var turns = new ArrayList<Seen>();
    LocalDate last = local(until).toLocalDate().plusDays(1);
    for (LocalDate date = local(from).toLocalDate().minusDays(1);
        !date.isAfter(last);
        date = date.plusDays(1)) {
      if (date.getDayOfWeek() == weekday) {
        on(date)
            .filter(turn -> turn.due().isAfter(from) && !turn.due().isAfter(until))
            .ifPresent(turns::add);
      }
    }
    return turns;
  }

  /// The first minute of that date at which the clock shows the time. Where it never does, it is
  /// when a clock that nobody had put forward would show it.
  public Optional<Seen> on(LocalDate date) {
    Instant minute = date.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant before = null;
    for (int i = 0; i < A_DAY_AND_MORE; i++) {
      LocalDateTime shown = local(minute);
      if (shown.equals(date.atTime(time))) {
        return Optional.of(new Seen(date, minute));
      } else if (shown.isBefore(date.atTime(time))) {
        before = minute;
      }
      minute = minute.plus(1, ChronoUnit.MINUTES);
    }
    long left = ChronoUnit.MINUTES.between(local(before), date.atTime(time));
    return Optional.of(new Seen(date, before.plus(left, ChronoUnit.MINUTES)));
  }

  private LocalDateTime local(Instant instant) {
    return instant.atZone(zone).toLocalDateTime();
  }
}
