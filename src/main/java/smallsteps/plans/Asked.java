package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.storage.Row;
import smallsteps.weekly.Every;
import smallsteps.weekly.Rhythm;
import smallsteps.weekly.Weekly;

/// A weekly message that a channel asked for, with what its plan says of all of them.
///
/// @param pause null while they go on
/// @param skips days without one
public record Asked(
    Channel channel,
    Rhythm rhythm,
    Language language,
    Plan.Pause pause,
    Set<Skip> skips,
    Instant since)
    implements Weekly {
  static final String SKIP = "skip";

  public boolean isPausedOn(LocalDate date) {
    return pause != null && pause.holds(date);
  }

  /// A row of the table `weekly`, with the plan that it belongs to.
  static Asked of(Row row) {
    String pause = row.text("pause_reason");
    return new Asked(
        new Channel(row.text("team_id"), row.text("channel_id")),
        new Rhythm(
            DayOfWeek.of(row.number("weekday")),
            LocalTime.parse(row.text("local_time")),
            ZoneId.of(row.text("zone")),
            every(row)),
        new Language(row.text("language")),
        pause == null ? null : new Plan.Pause(pause, date(row, "paused_until")),
        skips(row),
        row.instant("since"));
  }

  private static Every every(Row row) {
    Integer nth = row.numberOrNull("nth_in_month");
    return nth == null
        ? new Every.Weeks(row.number("every_weeks"), date(row, "counted_from"))
        : new Every.OfMonth(nth);
  }

  private static Set<Skip> skips(Row row) {
    Set<Skip> skips = EnumSet.noneOf(Skip.class);
    if (row.text("holiday_rule").equals(SKIP)) {
      skips.add(Skip.RED_DAY);
    }
    addIf(row.number("skip_eves"), Skip.EVE, skips);
    addIf(row.number("skip_bridge_days"), Skip.BRIDGE_DAY, skips);
    addIf(row.number("skip_summer"), Skip.SUMMER, skips);
    return skips;
  }

  private static void addIf(int chosen, Skip skip, Set<Skip> skips) {
    if (chosen == 1) {
      skips.add(skip);
    }
  }

  private static LocalDate date(Row row, String column) {
    String text = row.text(column);
    return text == null ? null : LocalDate.parse(text);
  }
}
