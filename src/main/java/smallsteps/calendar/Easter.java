package smallsteps.calendar;

import java.time.LocalDate;

/// Easter Sunday of the Gregorian calendar.
final class Easter {
  private Easter() {}

  /// By the rule that Butcher's Ecclesiastical Calendar printed in 1876; good for every year.
  static LocalDate in(int year) {
    int golden = year % 19;
    int century = year / 100;
    int inCentury = year % 100;
    int corrected = century - (century + 8) / 25 + 1;
    int epact = (19 * golden + century - century / 4 - corrected / 3 + 15) % 30;
    int toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
    int early = (golden + 11 * epact + 22 * toSunday) / 451;
    int days = epact + toSunday - 7 * early + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
