package smallsteps.home;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.stream.IntStream;

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

  Counted with(List<Integer> counts) {
    return new Counted(
        number(numbers),
        IntStream.range(0, COUNT).mapToObj(i -> new Week(numbers.get(i), counts.get(i))).toList());
  }

  private static int number(List<Integer> numbers) {
    return numbers.getLast();
  }

  /// @param now the number of the week that is now
  record Counted(int now, List<Week> weeks) {
    boolean isEmpty() {
      return weeks.stream().allMatch(week -> week.count() == 0);
    }
  }

  record Week(int number, int count) {}
}
