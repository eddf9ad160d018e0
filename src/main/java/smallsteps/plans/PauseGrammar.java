package smallsteps.plans;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads what was typed after `/nudge pause`: so long, or until a day.
final class PauseGrammar {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,3}|[a-z]+) ?([a-z]+)");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?: (\\d{4}))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|:?e|:?a)? ([a-z]+)(?: (\\d{4}))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([a-z]+) (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?");
  private static final Set<String> FILLERS =
      Set.of(
          "for", "i", "in", "the", "den", "on", "of", "until", "til", "till", "tills", "to", "fram",
          "om", "pa");
  private static final List<String> NUMBERS_EN =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final List<String> NUMBERS_SV =
      List.of("en", "tva", "tre", "fyra", "fem", "sex", "sju", "atta", "nio", "tio");
  private static final Map<String, IntFunction<Period>> UNITS = units();
  private static final Map<String, Month> MONTHS = months();

  private PauseGrammar() {}

  /// Whether it is a word for how long, or for a day.
  static boolean knows(String plain) {
    return FILLERS.contains(plain)
        || UNITS.containsKey(plain)
        || MONTHS.containsKey(plain)
        || NUMBERS_EN.contains(plain)
        || NUMBERS_SV.contains(plain)
        || ISO.matcher(plain).matches()
        || SLASHED.matcher(plain).matches();
  }

  static NudgeQuery read(List<Typed> words) {
    String plain =
        words.stream()
            .map(Typed::plain)
            .filter(word -> !FILLERS.contains(word))
            .collect(Collectors.joining(" "));
    if (plain.isEmpty() && words.isEmpty()) {
      return new NudgeQuery.Pause(new PauseEnd.Open());
    }
    try {
      Optional<PauseEnd> end = length(plain).or(() -> day(plain));
      if (end.isPresent()) {
        return new NudgeQuery.Pause(end.get());
      }
    } catch (DateTimeException noSuchDay) {
      // told below
    }
    return new NudgeQuery.NoSuchPause(
        words.stream().map(Typed::raw).collect(Collectors.joining(" ")));
  }

  private static Optional<PauseEnd> length(String plain) {
    if (plain.equals("tomorrow") || plain.equals("morgon") || plain.equals("imorgon")) {
      return Optional.of(new PauseEnd.After(Period.ofDays(1)));
    }
    Matcher length = LENGTH.matcher(plain);
    if (!length.matches() || !UNITS.containsKey(length.group(2))) {
      return Optional.empty();
    }
    return number(length.group(1))
        .map(n -> new PauseEnd.After(UNITS.get(length.group(2)).apply(n)));
  }

  private static Optional<Integer> number(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return Optional.of(Integer.parseInt(word)).filter(n -> n > 0);
    } else if (Set.of("a", "an", "ett").contains(word)) {
      return Optional.of(1);
    }
    int n = Math.max(NUMBERS_EN.indexOf(word), NUMBERS_SV.indexOf(word)) + 1;
    return Optional.of(n).filter(found -> found > 0);
  }

  private static Optional<PauseEnd> day(String plain) {
    if (ISO.matcher(plain).matches()) {
      return Optional.of(new PauseEnd.On(LocalDate.parse(plain)));
    } else if (Vocabulary.WEEKDAYS.containsKey(plain)) {
      return Optional.of(new PauseEnd.OnWeekday(Vocabulary.WEEKDAYS.get(plain)));
    }
    Matcher slashed = SLASHED.matcher(plain);
    if (slashed.matches()) {
      return Optional.of(
          day(Month.of(Integer.parseInt(slashed.group(2))), slashed.group(1), slashed.group(3)));
    }
    Matcher dayFirst = DAY_FIRST.matcher(plain);
    if (dayFirst.matches() && MONTHS.containsKey(dayFirst.group(2))) {
      return Optional.of(day(MONTHS.get(dayFirst.group(2)), dayFirst.group(1), dayFirst.group(3)));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(plain);
    if (monthFirst.matches() && MONTHS.containsKey(monthFirst.group(1))) {
      return Optional.of(
          day(MONTHS.get(monthFirst.group(1)), monthFirst.group(2), monthFirst.group(3)));
    }
    return Optional.empty();
  }

  /// @param year null for the next time that day comes
  private static PauseEnd day(Month month, String day, String year) {
    int dayOfMonth = Integer.parseInt(day);
    return year == null
        ? new PauseEnd.OnDay(MonthDay.of(month, dayOfMonth))
        : new PauseEnd.On(LocalDate.of(Integer.parseInt(year), month, dayOfMonth));
  }

  private static Map<String, IntFunction<Period>> units() {
    var units = new HashMap<String, IntFunction<Period>>();
    for (String day : List.of("day", "days", "dag", "dagar")) {
      units.put(day, Period::ofDays);
    }
    for (String week : List.of("week", "weeks", "w", "vecka", "veckor", "v")) {
      units.put(week, Period::ofWeeks);
    }
    for (String month : List.of("month", "months", "manad", "manader")) {
      units.put(month, Period::ofMonths);
    }
    return units;
  }

  private static Map<String, Month> months() {
    var months = new HashMap<String, Month>();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.of("sv"))) {
      for (Month month : Month.values()) {
        for (TextStyle style : new ArrayList<>(List.of(TextStyle.FULL, TextStyle.SHORT))) {
          months.put(Typed.plain(month.getDisplayName(style, locale)).replace(".", ""), month);
        }
      }
    }
    months.put("sept", Month.SEPTEMBER);
    return months;
  }
}
