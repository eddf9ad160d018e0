package smallsteps.nudges;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// How late a nudge may come: on the same local day, and under so many hours.
record Lateness(Duration limit) {
  boolean allows(Instant due, ZoneId zone, Instant now) {
    return Duration.between(due, now).compareTo(limit) < 0
        && due.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
  }
}
