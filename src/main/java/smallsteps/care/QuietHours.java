package smallsteps.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/// The part of the day in which a person is left in peace. It may go past midnight; with the same
/// time twice there is none.
record QuietHours(LocalTime from, LocalTime until) {
  static final QuietHours USUAL = new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0));

  /// No run of free days is longer; should all days be free, the wait ends.
  private static final int LONGEST = 400;

  private boolean hold(LocalTime time) {
    boolean isAfterStart = !time.isBefore(from);
    boolean isBeforeEnd = time.isBefore(until);
    return from.isBefore(until) ? isAfterStart && isBeforeEnd : holdOvernight(time);
  }

  private boolean holdOvernight(LocalTime time) {
    return !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
  }

  /// The first moment from `now` on that is neither quiet nor on a free day.
  Instant over(Instant now, ZoneId zone, Predicate<LocalDate> isFree) {
    ZonedDateTime at = now.atZone(zone);
    for (int steps = 0; steps < LONGEST; steps++) {
      LocalDate date = at.toLocalDate();
      if (isFree.test(date) || (hold(at.toLocalTime()) && !until.isAfter(at.toLocalTime()))) {
        at = date.plusDays(1).atStartOfDay(zone);
      } else if (hold(at.toLocalTime())) {
        at = date.atTime(until).atZone(zone);
      } else {
        break;
      }
    }
    return at.toInstant();
  }
}
