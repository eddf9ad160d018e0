package smallsteps.weekly;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Times at which clocks and calendars do something odd, and any other time.
public final class Times {
  /// With the local dates on which their clocks change, and an hour at which they do.
  private static final List<Tuple.Tuple3<String, String, Integer>> CHANGES =
      List.of(
          Tuple.of("Europe/Stockholm", "2027-03-28", 2),
          Tuple.of("Europe/Stockholm", "2027-10-31", 2),
          Tuple.of("America/New_York", "2027-03-14", 2),
          Tuple.of("America/New_York", "2027-11-07", 1),
          Tuple.of("Australia/Lord_Howe", "2027-10-03", 2),
          Tuple.of("Australia/Lord_Howe", "2027-04-04", 1),
          Tuple.of("Asia/Kolkata", "2027-03-28", 2),
          // forward over midnight, into the next day
          Tuple.of("America/Nuuk", "2027-03-27", 23),
          // the first hour of the day is missing, or comes twice
          Tuple.of("Africa/Cairo", "2027-04-30", 0),
          Tuple.of("Asia/Beirut", "2027-10-30", 23),
          // years of 53 weeks
          Tuple.of("Europe/Stockholm", "2026-12-31", 23),
          Tuple.of("America/New_York", "2033-01-02", 23),
          Tuple.of("Pacific/Kiritimati", "2026-12-31", 0));

  private Times() {}

  /// A place, a time of day there and a date near which it matters.
  public record Occasion(LocalDate date, LocalTime time, ZoneId zone) {
    public ClockOnTheWall wall(DayOfWeek weekday) {
      return new ClockOnTheWall(weekday, time, zone);
    }

    public Rhythm rhythm(DayOfWeek weekday) {
      return new Rhythm(weekday, time, zone);
    }

    public Instant noon() {
      return date.atTime(12, 0).atZone(zone).toInstant();
    }
  }

  public static Arbitrary<Occasion> occasions() {
    var odd =
        Combinators.combine(
                Arbitraries.of(CHANGES),
                Arbitraries.integers().between(-60, 120),
                Arbitraries.integers().between(-1, 1))
            .as((change, minutes, days) ->
                new Occasion(
                    LocalDate.parse(change.get2()).plusDays(days),
                    LocalTime.of(change.get3(), 0).plusMinutes(minutes),
                    ZoneId.of(change.get1())));
    var any =
        Combinators.combine(
                Arbitraries.integers().between(0, 3000),
                Arbitraries.integers().between(0, 24 * 60 - 1),
                Arbitraries.of(
                    ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.contains("/"))
                        .sorted()
                        .toList()))
            .as((days, minute, zone) ->
                new Occasion(
                    LocalDate.parse("2026-01-01").plusDays(days),
                    LocalTime.ofSecondOfDay(minute * 60L),
                    ZoneId.of(zone)));
    return Arbitraries.oneOf(odd, odd, any);
  }
}
