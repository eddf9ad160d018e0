package smallsteps.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a date is said. A file of words may have a pattern of [DateTimeFormatter] for it; where it
/// has none, it is said as the language's own locale has it.
public enum DateShape {
  /// 28 November
  DAY("dates.day", "MMMMd"),

  /// 21, of `21–28 November`
  FIRST_IN_MONTH("dates.first_in_month", "MMMMd"),

  /// Saturday 28 November
  WEEKDAY("dates.weekday", "MMMMEEEEd"),

  /// Saturday 28 November 2026
  FULL("dates.full", "yMMMMEEEEd"),

  /// 28 Nov 2026
  BRIEF("dates.brief", "yMMMd"),

  /// 28 November 2026
  LONG("dates.long", "yMMMMd");

  private final String key;
  private final String fields;

  DateShape(String key, String fields) {
    this.key = key;
    this.fields = fields;
  }

  String key() {
    return key;
  }

  static boolean isKey(String key) {
    return Stream.of(values()).anyMatch(shape -> shape.key.equals(key));
  }

  /// Whether a date can be said by it: no hours, which a date has none of.
  static boolean isPattern(String text) {
    try {
      DateTimeFormatter.ofPattern(text).format(LocalDate.EPOCH);
      return true;
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /// @param pattern the language's own, if it has one
  DateTimeFormatter in(Locale locale, Optional<String> pattern) {
    return pattern
        .map(DateTimeFormatter::ofPattern)
        .orElseGet(() -> DateTimeFormatter.ofLocalizedPattern(fields))
        .withLocale(locale);
  }
}
