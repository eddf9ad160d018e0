package smallsteps.wins;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smallsteps.Slips;

/// What somebody typed after `/smallthing`, in Swedish or English.
sealed interface SmallThingQuery {

  /// Keep this.
  ///
  /// @param kind as a win's
  record Say(String text, String kind, boolean isAnonymous) implements SmallThingQuery {}

  /// Nothing to keep typed: open the modal.
  ///
  /// @param kind as a win's
  record Open(String kind, boolean isAnonymous) implements SmallThingQuery {}

  /// A single word, one letter off one that asks for something: hardly a small thing.
  record Perhaps(String word) implements SmallThingQuery {}

  /// The channel's latest.
  record Latest() implements SmallThingQuery {}

  /// My own latest.
  record Mine() implements SmallThingQuery {}

  /// @param words letters and digits only; may be none
  record Find(List<String> words) implements SmallThingQuery {}

  /// What may the bot send me, when, in which language?
  record Preferences() implements SmallThingQuery {}

  /// What would the channel's digest say now?
  record Digest() implements SmallThingQuery {}

  record Help() implements SmallThingQuery {}

  /// The words that ask for something, as they are written. A shorter word is near to too many
  /// others.
  int SHORTEST = 3;

  List<String> WORDS =
      List.of(
          "list lista mine mina find sök hitta settings inställningar digest sammanfattning help hjälp"
              .split(" "));

  Set<String> LATEST = Set.of("list", "lista");
  Set<String> MINE = Set.of("mine", "mina");
  Set<String> FIND = Set.of("find", "sok", "hitta");
  Set<String> PREFERENCES = Set.of("settings", "preferences", "installningar", "me", "mig");
  Set<String> DIGEST = Set.of("digest", "sammanfattning");
  Set<String> HELP = Set.of("help", "hjalp", "?");
  Pattern ANONYMOUSLY = beginning("(?:anonymous(?:ly)?|anonymt?)(?:\\s*[:,–—-]+\\s*|\\s+|$)");
  Pattern LEARNED = beginning("(?:i |jag )?(?:learn(?:ed|t)|lärde)(?![\\p{L}\\p{N}])");

  /// That something was learned, and not yet what.
  Pattern LEARNED_ALONE =
      beginning("(?:i |jag )?(?:learn(?:ed|t|ing)|lärde|lärdom)(?: mig)?(?: that| att)?\\W*$");

  /// `learned: …` names the kind and is no part of what was learned.
  Pattern LEARNED_LABEL = beginning("(?:learn(?:ed|t|ing)|lärdom|lärde)\\s*:\\s*");

  /// A word such as `list` asks for something only when it stands alone: "list the doors" is a
  /// small thing to keep.
  static SmallThingQuery read(String typed) {
    String text = WinPhrase.tidy(typed);
    String[] parts = text.split("\\s+", 2);
    String first = plain(parts[0]);
    if (FIND.contains(first)) {
      return new Find(words(parts.length > 1 ? parts[1] : ""));
    } else if (text.isEmpty()) {
      return new Open(Win.DID, false);
    } else if (LATEST.contains(plain(text))) {
      return new Latest();
    } else if (MINE.contains(plain(text))) {
      return new Mine();
    } else if (PREFERENCES.contains(plain(text))) {
      return new Preferences();
    } else if (DIGEST.contains(plain(text))) {
      return new Digest();
    } else if (HELP.contains(plain(text))) {
      return new Help();
    } else {
      return mistyped(plain(text)).<SmallThingQuery>map(Perhaps::new).orElseGet(() -> say(text));
    }
  }

  /// The word of ours that is one slip away.
  private static Optional<String> mistyped(String typed) {
    return WORDS.stream()
        .filter(word -> typed.length() >= SHORTEST && Slips.between(typed, plain(word), 1) == 1)
        .findFirst();
  }

  private static SmallThingQuery say(String typed) {
    Matcher anonymously = ANONYMOUSLY.matcher(typed);
    boolean isAnonymous = anonymously.lookingAt();
    String named = isAnonymous ? typed.substring(anonymously.end()) : typed;
    if (named.isEmpty() || LEARNED_ALONE.matcher(named).matches()) {
      return new Open(named.isEmpty() ? Win.DID : Win.LEARNED, isAnonymous);
    }
    Matcher label = LEARNED_LABEL.matcher(named);
    String text = label.lookingAt() ? named.substring(label.end()) : named;
    boolean isLearned = LEARNED.matcher(named).lookingAt() || !text.equals(named);
    return new Say(
        WinPhrase.read(text).orElse(text), isLearned ? Win.LEARNED : Win.DID, isAnonymous);
  }

  private static Pattern beginning(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
