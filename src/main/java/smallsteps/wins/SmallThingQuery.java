package smallsteps.wins;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// What somebody typed after `/smallthing`, in Swedish or English.
sealed interface SmallThingQuery {

  /// Keep this.
  record Say(String text) implements SmallThingQuery {}

  /// Nothing typed: open the modal.
  record Open() implements SmallThingQuery {}

  /// The channel's latest.
  record Latest() implements SmallThingQuery {}

  /// My own latest.
  record Mine() implements SmallThingQuery {}

  /// @param words letters and digits only; may be none
  record Find(List<String> words) implements SmallThingQuery {}

  /// What may the bot send me, when, in which language?
  record Preferences() implements SmallThingQuery {}

  record Help() implements SmallThingQuery {}

  Set<String> LATEST = Set.of("list", "lista");
  Set<String> MINE = Set.of("mine", "mina");
  Set<String> FIND = Set.of("find", "sok", "hitta");
  Set<String> PREFERENCES = Set.of("settings", "preferences", "installningar", "me", "mig");
  Set<String> HELP = Set.of("help", "hjalp", "?");

  /// A word such as `list` asks for something only when it stands alone: "list the doors" is a
  /// small thing to keep.
  static SmallThingQuery read(String typed) {
    String text = WinPhrase.tidy(typed);
    String[] parts = text.split("\\s+", 2);
    String first = plain(parts[0]);
    if (FIND.contains(first)) {
      return new Find(words(parts.length > 1 ? parts[1] : ""));
    } else if (text.isEmpty()) {
      return new Open();
    } else if (LATEST.contains(plain(text))) {
      return new Latest();
    } else if (MINE.contains(plain(text))) {
      return new Mine();
    } else if (PREFERENCES.contains(plain(text))) {
      return new Preferences();
    } else if (HELP.contains(plain(text))) {
      return new Help();
    } else {
      return new Say(WinPhrase.read(text).orElse(text));
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
        .filter(Predicate.not(String::isEmpty))
        .limit(20)
        .toList();
  }

  /// In lower case, without dots and rings.
  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
