package smallsteps.microactions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/// When somebody is asked how it went: two days later after lunch, and before the week is out. Who
/// takes something on when the week is nearly over is asked on the next day, which the gate moves
/// to the next working one.
final class AskTime {
  private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);
  private static final Duration AT_LEAST = Duration.ofHours(3);
  private static final int DAYS = 2;

  private AskTime() {}

  static Instant after(Instant promised, ZoneId zone) {
    LocalDate today = promised.atZone(zone).toLocalDate();
    LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    LocalDate day = today.plusDays(DAYS).isAfter(friday) ? friday : today.plusDays(DAYS);
    ZonedDateTime at = day.atTime(AFTER_LUNCH).atZone(zone);
    boolean isTooSoon = at.toInstant().isBefore(promised.plus(AT_LEAST));
    return isTooSoon
        ? today.plusDays(1).atTime(AFTER_LUNCH).atZone(zone).toInstant()
        : at.toInstant();
  }
}
