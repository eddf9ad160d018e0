package smallsteps.calendar;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.calendar.Country.Entry;
import smallsteps.config.ConfigFiles;
import smallsteps.config.ConfigObject;

/// Turns a country's file, `config/calendars/se.json` and its like, into rules.
final class CountryReader {
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int LEAP_YEAR = 2000;
  private static final int LAST_WEEK = 53;
  private static final String WEEKDAY = "a weekday such as \"saturday\"";

  private CountryReader() {}

  /// @throws smallsteps.SetupException with everything that is wrong in the file
  static Country read(ConfigFiles files, String name) {
    return ConfigObject.read(files, name, CountryReader::country);
  }

  private static Country country(ConfigObject file) {
    file.texts("country"); // its name, for whoever reads the file
    List<DayOfWeek> weekend = file.list("weekend", CountryReader::day, WEEKDAY);
    Map<DayOfWeek, Entry> weekly = new EnumMap<>(DayOfWeek.class);
    for (Weekly each : file.list("weekly", CountryReader::weekly)) {
      weekly.put(each.weekday(), each.entry());
    }
    Map<Rule, Entry> days = new LinkedHashMap<>();
    for (Day day : file.list("days", CountryReader::day)) {
      days.put(day.rule(), day.entry());
    }
    return new Country(
        Set.copyOf(weekend),
        weekly,
        days,
        names(file, "bridge"),
        file.object("summer", CountryReader::summer));
  }

  /// What every week has, as a Sunday that is red.
  private record Weekly(DayOfWeek weekday, Entry entry) {}

  private static Weekly weekly(ConfigObject day) {
    Entry entry = entry(day);
    DayOfWeek weekday = weekday(day, "weekday");
    return weekday == null ? null : new Weekly(weekday, entry);
  }

  private record Day(Rule rule, Entry entry) {}

  private static Day day(ConfigObject day) {
    Entry entry = entry(day);
    return rule(day).map(rule -> new Day(rule, entry)).orElse(null);
  }

  /// An eve that is a day off is a `free_eve`.
  private static Entry entry(ConfigObject day) {
    String kind =
        day.text(
            "kind",
            text -> {
              if (!Set.of("red", "eve", "free_eve").contains(text)) {
                throw new IllegalArgumentException();
              }
              return text;
            },
            "\"red\", \"eve\" or \"free_eve\"");
    return new Entry(
        "red".equals(kind) ? DayOff.Kind.RED : DayOff.Kind.EVE,
        !"eve".equals(kind),
        names(day, "names"));
  }

  private static Map<Language, String> names(ConfigObject in, String key) {
    Map<String, String> byCode = in.texts(key);
    if (byCode.isEmpty()) {
      in.problem(key, "must hold a name by language, such as \"sv\"");
    }
    var names = new LinkedHashMap<Language, String>();
    byCode.forEach((code, name) -> names.put(new Language(code), name));
    return names;
  }

  /// It comes `on` a date (`12-24`), so many days from `easter`, or on the `weekday` that falls
  /// `from` one date `to` another.
  private static Optional<Rule> rule(ConfigObject day) {
    Optional<MonthDay> on = day.optional("on", key -> date(day, key));
    Optional<Integer> easter = day.optional("easter", day::number);
    Optional<DayOfWeek> weekday = day.optional("weekday", key -> weekday(day, key));
    Optional<MonthDay> from = day.optional("from", key -> date(day, key));
    Optional<MonthDay> to = day.optional("to", key -> date(day, key));
    long range = Stream.of("weekday", "from", "to").filter(day::has).count();
    long ways = Stream.of("on", "easter").filter(day::has).count() + (range == 0 ? 0 : 1);
    if (ways != 1 || range % 3 != 0) {
      day.problem("needs \"on\", \"easter\", or \"weekday\" with \"from\" and \"to\"");
    } else if (weekday.isPresent() && from.isPresent() && to.isPresent()) {
      return Optional.of(weekdayFrom(day, weekday.get(), from.get(), to.get()));
    }
    return on.<Rule>map(Rule.On::new).or(() -> easter.map(Rule.FromEaster::new));
  }

  /// A week holds each weekday once.
  private static Rule weekdayFrom(ConfigObject day, DayOfWeek weekday, MonthDay from, MonthDay to) {
    long apart = ChronoUnit.DAYS.between(from.atYear(LEAP_YEAR), to.atYear(LEAP_YEAR));
    if (apart + 1 != DAYS_OF_A_WEEK) {
      day.problem("must be seven days from \"from\" to \"to\"");
    }
    return new Rule.WeekdayFrom(weekday, from);
  }

  private static Country.Weeks summer(ConfigObject weeks) {
    return new Country.Weeks(week(weeks, "from_week"), week(weeks, "to_week"));
  }

  private static int week(ConfigObject weeks, String key) {
    return weeks.positive(key, LAST_WEEK);
  }

  private static DayOfWeek weekday(ConfigObject in, String key) {
    return in.text(key, CountryReader::day, WEEKDAY);
  }

  private static DayOfWeek day(String name) {
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static MonthDay date(ConfigObject in, String key) {
    return in.text(key, text -> MonthDay.parse("--" + text), "a month and a day such as \"12-24\"");
  }
}
