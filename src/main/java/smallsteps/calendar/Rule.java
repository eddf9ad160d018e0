package smallsteps.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/// When in a year a day comes.
sealed interface Rule {

  record On(MonthDay day) implements Rule {}

  /// @param days after Easter Sunday; below zero before it
  record FromEaster(int days) implements Rule {}

  /// The first such weekday on this day or after it.
  record WeekdayFrom(DayOfWeek weekday, MonthDay from) implements Rule {}

  default LocalDate in(int year) {
    return switch (this) {
      case On(MonthDay day) -> day.atYear(year);
      case FromEaster(int days) -> Easter.in(year).plusDays(days);
      case WeekdayFrom(DayOfWeek weekday, MonthDay from) ->
          from.atYear(year).with(TemporalAdjusters.nextOrSame(weekday));
    };
  }
}
