package smallsteps.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import smallsteps.ScheduledJob;
import smallsteps.slack.web.Metrics;
import smallsteps.storage.Database;

/// How much is kept, for `/metrics`. To count is to walk through an index or a table: a job does it
/// now and then, beside all else, and a scrape takes what was counted last.
final class Figures {
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final List<String> STATES =
      List.of("claimed", "posted", "late", "skipped", "failed");

  private final Rooms rooms;
  private final Database database;
  private final NightlyBackup backup;
  private volatile Rooms.Kept kept; // null before the first count
  private volatile Instant lastBackup; // null where there is none

  Figures(Rooms rooms, Database database, NightlyBackup backup) {
    this.rooms = rooms;
    this.database = database;
    this.backup = backup;
  }

  ScheduledJob job() {
    return new ScheduledJob("figures", EVERY, this::count);
  }

  private void count(Instant now) {
    kept = rooms.kept();
    lastBackup = backup.last().orElse(null);
  }

  void tell(Metrics metrics) {
    metrics.gauge("smallsteps.database.size", "bytes", database::bytes);
    metrics.gauge("smallsteps.last.backup.timestamp", "seconds", this::lastBackup);
    metrics.gauge("smallsteps.wins", null, () -> kept == null ? null : kept.wins());
    for (String state : STATES) {
      metrics.gauge("smallsteps.nudges", null, () -> nudges(state), "state", state);
    }
  }

  private Number lastBackup() {
    Instant last = lastBackup;
    return last == null ? null : last.getEpochSecond();
  }

  private Number nudges(String state) {
    Rooms.Kept counted = kept;
    return counted == null ? null : counted.nudges().getOrDefault(state, 0);
  }
}
