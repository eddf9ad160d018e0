package smallsteps.home;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.stream.IntStream;
import smallsteps.Said;

/// The last twelve ISO weeks, this one among them.
///
/// @param numbers 1 to 53, the oldest first
/// @param moments when each of them began, and when the last one ends
record Weeks(List<Integer> numbers, List<Instant> moments) {
  private static final int COUNT = 12;

  static Weeks until(LocalDate today, ZoneId zone) {
    LocalDate first =
        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(COUNT - 1);
    List<LocalDate> mondays = IntStream.rangeClosed(0, COUNT).mapToObj(first::plusWeeks).toList();
    return new Weeks(
        mondays.stream().limit(COUNT).map(Weeks::number).toList(),
        mondays.stream().map(day -> day.atStartOfDay(zone).toInstant()).toList());
  }

  static int number(LocalDate day) {
    return day.get(WeekFields.ISO.weekOfWeekBasedYear());
  }

  /// @param told what was said in each of them
  Told with(List<List<Said>> told) {
    return new Told(
        numbers.getLast(),
        IntStream.range(0, COUNT)
            .filter(i -> !told.get(i).isEmpty())
            .mapToObj(i -> new Week(numbers.get(i), told.get(i)))
            .toList()
            .reversed());
  }

  /// @param now the number of the week that is now
  /// @param weeks those in which something was said, the latest first
  record Told(int now, List<Week> weeks) {}

  record Week(int number, List<Said> said) {}
}
