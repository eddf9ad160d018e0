package smallsteps.plans;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time of day as people type it: `9`, `9.00`, `09:30`, `1530`, `3pm`, `kl9`.
final class TypedTime {
  private static final Pattern TIME =
      Pattern.compile("(?:kl\\.?|klockan)?(\\d{1,2})(?:[:.]?(\\d{2}))?(am|a\\.m|pm|p\\.m|fm|em)?");
  private static final Set<String> MORNING = Set.of("am", "a.m", "fm");
  private static final Set<String> AFTERNOON = Set.of("pm", "p.m", "em");
  private static final int NOON = 12;

  private TypedTime() {}

  /// Whether it is meant as a time, be there such a time or not.
  static boolean looksLikeOne(Typed word) {
    return TIME.matcher(word.plain()).matches();
  }

  /// Whether it belongs to the time before it: `3 pm`.
  static boolean isHalfOfDay(Typed word) {
    return MORNING.contains(word.plain()) || AFTERNOON.contains(word.plain());
  }

  /// Empty when there is no such time.
  ///
  /// @param half the half of the day that was typed after it; null when none was
  static Optional<LocalTime> read(Typed word, Typed half) {
    Matcher time = TIME.matcher(word.plain());
    if (!time.matches() || (half != null && time.group(3) != null)) {
      return Optional.empty();
    }
    String halfOfDay = half == null ? time.group(3) : half.plain();
    int hour = Integer.parseInt(time.group(1));
    if (halfOfDay != null) {
      if (hour < 1 || hour > NOON) {
        return Optional.empty();
      }
      hour = hour % NOON + (AFTERNOON.contains(halfOfDay) ? NOON : 0);
    }
    try {
      int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
      return Optional.of(LocalTime.of(hour, minute));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }
}
