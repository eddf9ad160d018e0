package smallsteps.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import smallsteps.Language;

/// The rules of one country. Where two name the same day the red one counts, then the first.
final class Country {
  private final Set<DayOfWeek> weekend;
  private final Map<DayOfWeek, Entry> weekly;
  private final Map<Rule, Entry> days;
  private final Map<Language, String> bridge;
  private final Weeks summer;
  private final Map<Integer, Map<LocalDate, Entry>> years = new ConcurrentHashMap<>();

  /// @param isFree most people are off
  record Entry(DayOff.Kind kind, boolean isFree, Map<Language, String> names) {}

  /// ISO weeks, the first and the last.
  record Weeks(int from, int to) {
    boolean holds(int week) {
      return week >= from && week <= to;
    }
  }

  Country(
      Set<DayOfWeek> weekend,
      Map<DayOfWeek, Entry> weekly,
      Map<Rule, Entry> days,
      Map<Language, String> bridge,
      Weeks summer) {
    this.weekend = weekend;
    this.weekly = weekly;
    this.days = days;
    this.bridge = bridge;
    this.summer = summer;
  }

  Optional<DayOff> dayOff(LocalDate date) {
    Optional<Entry> named = named(date);
    if (named.isPresent()) {
      return named.map(entry -> new DayOff(date, entry.kind(), false, entry.names()));
    } else if (weekly.containsKey(date.getDayOfWeek())) {
      Entry each = weekly.get(date.getDayOfWeek());
      return Optional.of(new DayOff(date, each.kind(), true, each.names()));
    }
    boolean isBridge = !isFree(date) && isFree(date.minusDays(1)) && isFree(date.plusDays(1));
    return isBridge
        ? Optional.of(new DayOff(date, DayOff.Kind.BRIDGE, false, bridge))
        : Optional.empty();
  }

  boolean isSummer(int week) {
    return summer.holds(week);
  }

  private boolean isFree(LocalDate date) {
    Entry each = weekly.get(date.getDayOfWeek());
    return weekend.contains(date.getDayOfWeek())
        || (each != null && each.isFree())
        || named(date).filter(Entry::isFree).isPresent();
  }

  private Optional<Entry> named(LocalDate date) {
    return Optional.ofNullable(years.computeIfAbsent(date.getYear(), this::year).get(date));
  }

  private Map<LocalDate, Entry> year(int year) {
    var dates = new HashMap<LocalDate, Entry>();
    days.forEach((rule, entry) ->
        dates.merge(
            rule.in(year),
            entry,
            (first, second) -> second.kind().compareTo(first.kind()) < 0 ? second : first));
    return dates;
  }
}
