package smallsteps.rehearsal.scenes;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/// Times as a scene writes them, by the team's clock on the wall: `2026-11-23T09:00`, or `monday
/// 09:00` for the first such time that is not over.
record Times(ZoneId zone) {
  Optional<Instant> date(String written) {
    try {
      return Optional.of(LocalDateTime.parse(written).atZone(zone).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// @param since before which it can't be
  Optional<Instant> read(String written, Instant since) {
    String[] words = written.split(" ");
    return words.length == 2 ? weekday(words[0], words[1], since) : date(written);
  }

  private Optional<Instant> weekday(String day, String time, Instant since) {
    try {
      LocalTime at = LocalTime.parse(time);
      return Arrays.stream(DayOfWeek.values())
          .filter(each -> each.name().equalsIgnoreCase(day))
          .findFirst()
          .map(each -> first(each, at, since));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  Instant first(DayOfWeek day, LocalTime at, Instant since) {
    ZonedDateTime from = since.atZone(zone);
    ZonedDateTime found = from.with(TemporalAdjusters.nextOrSame(day)).with(at);
    return (found.isBefore(from) ? found.plusWeeks(1) : found).toInstant();
  }
}
