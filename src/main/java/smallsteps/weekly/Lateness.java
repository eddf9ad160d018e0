package smallsteps.weekly;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// How late something may come: on the same local day, and under so many hours.
public record Lateness(Duration limit) {
  public boolean allows(Instant due, ZoneId zone, Instant now) {
    return now.isBefore(end(due, zone));
  }

  /// The first moment at which it is too late.
  public Instant end(Instant due, ZoneId zone) {
    Instant midnight = due.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    Instant last = due.plus(limit);
    return last.isBefore(midnight) ? last : midnight;
  }
}
