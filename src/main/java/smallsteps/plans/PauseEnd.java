package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;

/// When a pause ends, as it was said.
sealed interface PauseEnd {

  /// When somebody resumes.
  record Open() implements PauseEnd {}

  record After(Period period) implements PauseEnd {}

  record On(LocalDate date) implements PauseEnd {}

  /// The next time that the year comes to this day.
  record OnDay(MonthDay day) implements PauseEnd {}

  /// The next such day after today.
  record OnWeekday(DayOfWeek weekday) implements PauseEnd {}

  /// The first day that nudges come again; null when somebody must resume.
  default LocalDate date(LocalDate today) {
    return switch (this) {
      case Open() -> null;
      case After(Period period) -> today.plus(period);
      case On(LocalDate date) -> date;
      case OnDay(MonthDay day) -> {
        LocalDate thisYear = day.atYear(today.getYear());
        yield thisYear.isAfter(today) ? thisYear : day.atYear(today.getYear() + 1);
      }
      case OnWeekday(DayOfWeek weekday) -> today.with(TemporalAdjusters.next(weekday));
    };
  }
}
