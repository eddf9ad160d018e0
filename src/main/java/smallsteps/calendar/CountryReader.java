package smallsteps.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.SetupException;
import smallsteps.calendar.Country.Entry;
import smallsteps.config.ConfigFiles;
import smallsteps.config.RecordReader;

/// Turns a country's file into rules, and tells all that is wrong in it at once.
final class CountryReader {
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int LEAP_YEAR = 2000;
  private final List<String> problems = new ArrayList<>();

  private CountryReader() {}

  static Country read(ConfigFiles files, String name) {
    var file = RecordReader.read(files, name, CountryFile.class);
    var reader = new CountryReader();
    Country country = reader.country(file);
    if (!reader.problems.isEmpty()) {
      throw new SetupException(
          "The configuration file " + name + ": " + String.join("; ", reader.problems) + ".");
    }
    return country;
  }

  private Country country(CountryFile file) {
    Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
    for (String day : file.weekend()) {
      weekday("weekend", day).ifPresent(weekend::add);
    }
    Map<DayOfWeek, Entry> weekly = new EnumMap<>(DayOfWeek.class);
    for (int i = 0; i < file.weekly().size(); i++) {
      String path = "weekly[" + i + "]";
      CountryFile.Weekday day = file.weekly().get(i);
      Entry entry = entry(path, day.kind(), day.names());
      weekday(path + ".weekday", day.weekday()).ifPresent(found -> weekly.put(found, entry));
    }
    Map<Rule, Entry> days = new LinkedHashMap<>();
    for (int i = 0; i < file.days().size(); i++) {
      String path = "days[" + i + "]";
      CountryFile.Day day = file.days().get(i);
      Entry entry = entry(path, day.kind(), day.names());
      rule(path, day).ifPresent(rule -> days.put(rule, entry));
    }
    return new Country(weekend, weekly, days, names("bridge", file.bridge()), file.summer());
  }

  private Entry entry(String path, String kind, Map<String, String> names) {
    if (!Set.of("red", "eve", "free_eve").contains(kind)) {
      problems.add(path + ".kind must be \"red\", \"eve\" or \"free_eve\"");
    }
    return new Entry(
        kind.equals("red") ? DayOff.Kind.RED : DayOff.Kind.EVE,
        !kind.equals("eve"),
        names(path + ".names", names));
  }

  private Map<Language, String> names(String path, Map<String, String> byCode) {
    if (byCode.isEmpty()) {
      problems.add(path + " must hold a name by language, such as \"sv\"");
    }
    var names = new LinkedHashMap<Language, String>();
    byCode.forEach((code, name) -> names.put(new Language(code), name));
    return names;
  }

  private Optional<Rule> rule(String path, CountryFile.Day day) {
    List<Optional<?>> range = List.of(day.weekday(), day.from(), day.to());
    long ways =
        Stream.of(day.on(), day.easter(), range.stream().flatMap(Optional::stream).findAny())
            .filter(Optional::isPresent)
            .count();
    boolean isWhole = range.stream().map(Optional::isPresent).distinct().count() == 1;
    if (ways != 1 || !isWhole) {
      problems.add(path + " needs \"on\", \"easter\", or \"weekday\" with \"from\" and \"to\"");
      return Optional.empty();
    }
    if (day.easter().isPresent()) {
      return Optional.of(new Rule.FromEaster(day.easter().get()));
    } else if (day.on().isPresent()) {
      return date(path + ".on", day.on().get()).map(Rule.On::new);
    }
    Optional<DayOfWeek> weekday = weekday(path + ".weekday", day.weekday().orElseThrow());
    Optional<MonthDay> from = date(path + ".from", day.from().orElseThrow());
    Optional<MonthDay> to = date(path + ".to", day.to().orElseThrow());
    if (weekday.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return weekLong(path, from.get(), to.get())
        ? Optional.of(new Rule.WeekdayFrom(weekday.get(), from.get()))
        : Optional.empty();
  }

  /// A week holds each weekday once.
  private boolean weekLong(String path, MonthDay from, MonthDay to) {
    boolean isWeek =
        ChronoUnit.DAYS.between(from.atYear(LEAP_YEAR), to.atYear(LEAP_YEAR)) + 1 == DAYS_OF_A_WEEK;
    if (!isWeek) {
      problems.add(path + ": from \"from\" to \"to\" must be seven days");
    }
    return isWeek;
  }

  private Optional<DayOfWeek> weekday(String path, String name) {
    try {
      return Optional.of(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException noSuchDay) {
      problems.add(path + " must be a weekday such as \"saturday\"");
      return Optional.empty();
    }
  }

  private Optional<MonthDay> date(String path, String text) {
    try {
      return Optional.of(MonthDay.parse("--" + text));
    } catch (DateTimeException noSuchDay) {
      problems.add(path + " must be a month and a day such as \"12-24\"");
      return Optional.empty();
    }
  }
}
