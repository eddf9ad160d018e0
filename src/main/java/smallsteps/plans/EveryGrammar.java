package smallsteps.plans;

import java.util.List;
import java.util.Optional;
import smallsteps.weekly.Every;

/// Reads how often: `every other monday`, `varannan vecka`, `every 3 weeks`, `first thursday`,
/// `sista fredagen i månaden`.
final class EveryGrammar {
  private static final int FORTNIGHT = 2;

  private final List<Typed> words;
  private final boolean isOfMonth;

  EveryGrammar(List<Typed> words) {
    this.words = words;
    isOfMonth = words.stream().anyMatch(word -> Vocabulary.MONTHS.contains(word.plain()));
  }

  /// @param every counted from no day yet
  /// @param words how many of them say so
  record Found(Every every, int words) {}

  /// A month is spoken of: which week of it must be said too.
  boolean isOfMonth() {
    return isOfMonth;
  }

  /// What the words from this place on say of it. `every second monday` is every other one, and the
  /// second in a month where a month is spoken of.
  Optional<Found> read(int at) {
    String plain = plain(at);
    if (Vocabulary.FORTNIGHTLY.contains(plain)) {
      return found(FORTNIGHT, 1);
    }
    boolean isEvery = Vocabulary.EVERY.contains(plain);
    Integer nth = Vocabulary.NTH.get(plain(isEvery ? at + 1 : at));
    boolean isDay = Vocabulary.WEEKDAYS.containsKey(plain(isEvery ? at + 2 : at + 1));
    if (nth != null && isDay && (isOfMonth || !isEvery || nth <= 1)) {
      return Optional.of(new Found(new Every.OfMonth(nth), isEvery ? 2 : 1));
    } else if (!isEvery) {
      return Vocabulary.WEEKLY.contains(plain) ? found(1, 1) : Optional.empty();
    } else if (Vocabulary.WEEKS.contains(plain(at + 1))) {
      return found(1, 2);
    }
    Integer count = Vocabulary.COUNTS.get(plain(at + 1));
    boolean isCounted = isDay || Vocabulary.WEEKS.contains(plain(at + 2));
    return count == null || !isCounted ? Optional.empty() : found(count, 2);
  }

  private static Optional<Found> found(int weeks, int words) {
    return Optional.of(new Found(new Every.Weeks(weeks, null), words));
  }

  private String plain(int at) {
    return at < words.size() ? words.get(at).plain() : "";
  }
}
