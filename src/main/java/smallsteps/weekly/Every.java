package smallsteps.weekly;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// Which weeks have their turn.
public sealed interface Every {
  Weeks WEEK = new Weeks(1, null);

  boolean has(LocalDate date);

  /// The same, where the weeks are counted from some day.
  ///
  /// @param first a day that has its turn
  default Every from(LocalDate first) {
    return this instanceof Weeks(int count, var _) && count > 1 ? new Weeks(count, first) : this;
  }

  /// @param count 1 for each week, 2 for every other one
  /// @param countedFrom a day of a week that has its turn; null where each has
  record Weeks(int count, LocalDate countedFrom) implements Every {
    @Override
    public boolean has(LocalDate date) {
      return countedFrom == null
          || Math.floorMod(ChronoUnit.WEEKS.between(monday(countedFrom), monday(date)), count) == 0;
    }

    private static LocalDate monday(LocalDate date) {
      return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
  }

  /// The week of a month in which its weekday comes for the n-th time.
  ///
  /// @param nth 1 to 4; [#LAST] for the last time
  record OfMonth(int nth) implements Every {
    public static final int LAST = -1;

    @Override
    public boolean has(LocalDate date) {
      return date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(nth, date.getDayOfWeek())));
    }
  }
}
