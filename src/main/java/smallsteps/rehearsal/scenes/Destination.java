package smallsteps.rehearsal.scenes;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

/// Where a person may let the time go to.
enum Destination {
  HOUR,
  DAY,
  NUDGE,
  FRIDAY,
  WEEKS,
  CLOCK_CHANGE,
  YEAR;

  /// How long a year may take to be watched.
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  static Destination named(String name) {
    for (Destination each : values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException("the time doesn't go to " + name);
  }

  /// @param nudge when the next one comes
  Instant from(Instant now, ZoneId zone, Optional<Instant> nudge) {
    ZonedDateTime here = now.atZone(zone);
    return switch (this) {
      case HOUR -> now.plus(Duration.ofHours(1));
      case DAY -> here.plusDays(1).toInstant();
      case NUDGE ->
          nudge.orElseThrow(() ->
              new IllegalArgumentException(
                  "No nudge is planned: type /nudge monday 09:00 in a channel first."));
      case FRIDAY ->
          new Times(zone).first(DayOfWeek.FRIDAY, LocalTime.of(15, 0), now.plusSeconds(60));
      case WEEKS -> here.plusWeeks(2).toInstant();
      case CLOCK_CHANGE -> afterChange(now, zone);
      case YEAR -> here.plusWeeks(52).toInstant();
    };
  }

  /// Noon eight days later: a week by the new time, whatever Monday it was changed before.
  private static Instant afterChange(Instant now, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(now);
    if (change == null) {
      throw new IllegalArgumentException("In " + zone + " the clocks are not changed.");
    }
    LocalTime noon = LocalTime.NOON;
    return change
        .getInstant()
        .atZone(zone)
        .toLocalDate()
        .plusDays(8)
        .atTime(noon)
        .atZone(zone)
        .toInstant();
  }

  /// How long it takes at the least, so that one sees what comes.
  Duration atLeast() {
    return this == YEAR ? A_MINUTE.multipliedBy(9).dividedBy(10) : Duration.ZERO;
  }
}
