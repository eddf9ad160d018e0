package smallsteps.calendar;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `config/calendars/se.json` holds, and its like for another country.
///
/// @param country its name, by language
/// @param weekend weekdays by their English names
/// @param weekly what every week has, as a Sunday that is red
/// @param bridge what a working day between two days off is called, by language
record CountryFile(
    Map<String, String> country,
    List<String> weekend,
    List<Weekday> weekly,
    List<Day> days,
    Map<String, String> bridge,
    Weeks summer) {

  record Weekday(String kind, String weekday, Map<String, String> names) {}

  /// It comes `on` a date (`12-24`), so many days from `easter`, or on the `weekday` that falls
  /// `from` one date `to` another.
  ///
  /// @param kind `red`, `eve`, or `free_eve`: an eve that is a day off
  record Day(
      String kind,
      Optional<String> on,
      Optional<Integer> easter,
      Optional<String> weekday,
      Optional<String> from,
      Optional<String> to,
      Map<String, String> names) {}

  /// ISO weeks, the first and the last.
  record Weeks(int fromWeek, int toWeek) {
    boolean holds(int week) {
      return week >= fromWeek && week <= toWeek;
    }
  }
}
