package smallsteps.app;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import smallsteps.PastTime;
import smallsteps.ScheduledJob;
import smallsteps.storage.Database;

/// Brings back what was written by a clock that was ahead: at the start, each hour, and whenever
/// the clock has jumped, when every job comes round.
record PastTimes(Database database, List<PastTime> times) {
  static final String BRING_BACK = "bring-back-times";

  private static final Duration EVERY = Duration.ofHours(1);

  /// The clocks of two processes may differ by this much.
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private static final String AHEAD = "SELECT 1 FROM %s WHERE %s > ? AND %s LIMIT 1";
  private static final String BACK = "UPDATE %1$s SET %2$s = ? WHERE %2$s > ? AND %3$s";

  ScheduledJob job() {
    return new ScheduledJob(BRING_BACK, EVERY, this::bringBack);
  }

  private void bringBack(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    times.forEach(time -> bringBack(time, now));
  }

  private void bringBack(PastTime time, Instant now) {
    Instant latest = now.plus(CLOCKS_APART);
    String ahead = AHEAD.formatted(time.table(), time.column(), time.among());
    if (database.read(sql -> sql.first(ahead, _ -> true, latest)).isPresent()) {
      String back = BACK.formatted(time.table(), time.column(), time.among());
      database.write(sql -> sql.update(back, now, latest));
    }
  }
}
