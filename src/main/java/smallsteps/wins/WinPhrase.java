package smallsteps.wins;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import smallsteps.Decoration;
import smallsteps.Folded;
import smallsteps.Opening;
import smallsteps.Spaces;

/// The words that make a message a win: "I did a small thing", "Jag gjorde en liten sak". A day may
/// stand before them, with the order of words that Swedish then has: "I går gjorde jag en liten
/// sak". Mentions, emoji, quotes and bullets may stand before all of it. Reads each letter once,
/// whatever people send.
final class WinPhrase {
  private static final List<String> DAYS =
      List.of(
          "today",
          "yesterday",
          "this morning",
          "this week",
          "last week",
          "on monday",
          "on tuesday",
          "on wednesday",
          "on thursday",
          "on friday",
          "on saturday",
          "on sunday");
  private static final List<String> SWEDISH_DAYS =
      List.of(
          "i dag",
          "idag",
          "i går",
          "igår",
          "i förrgår",
          "i morse",
          "den här veckan",
          "förra veckan",
          "i måndags",
          "i tisdags",
          "i onsdags",
          "i torsdags",
          "i fredags",
          "i lördags",
          "i söndags");

  private static final List<Pattern> PHRASES =
      List.of(
          pattern("(?:" + day(DAYS) + ")?" + letters("i did a small thing")),
          pattern("(?:" + day(SWEDISH_DAYS) + ")?" + letters("jag gjorde en liten sak")),
          pattern(day(SWEDISH_DAYS) + letters("gjorde jag en liten sak")));

  private WinPhrase() {}

  /// What the person did, in their words: what follows the phrase, or the whole message where
  /// nothing does. Empty when the message does not begin with the phrase.
  static Optional<String> read(String message) {
    return rest(message).map(rest -> rest.isEmpty() ? tidy(message) : rest);
  }

  /// Whether it is the phrase and nothing else: that something was done, and not what.
  static boolean isBare(String message) {
    return rest(message).filter(String::isEmpty).isPresent();
  }

  private static Optional<String> rest(String message) {
    var folded = Folded.of(message);
    for (int start : new Decoration(folded).stops()) {
      for (Pattern phrase : PHRASES) {
        Matcher matcher = phrase.matcher(folded.text());
        if (matcher.region(start, folded.text().length()).lookingAt()) {
          return Optional.of(tidy(new Opening(folded, matcher.start(), matcher.end()).rest()));
        }
      }
    }
    return Optional.empty();
  }

  /// As it is kept: composed letters, no space around it; empty where nothing of it is seen.
  static String tidy(String text) {
    return Spaces.strip(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /// No letter, no accent and no genitive follows.
  private static Pattern pattern(String letters) {
    return Pattern.compile(letters + "(?![\\p{L}\\p{N}\\p{Mn}]|'\\p{L})");
  }

  /// One of these days, and what parts it from the words after it.
  private static String day(List<String> days) {
    return days.stream().map(WinPhrase::letters).collect(Collectors.joining("|", "(?:", ")"))
        + "[,:]?+[ \n\u200B]++";
  }

  /// What nobody sees may stand between any two letters.
  private static String letters(String words) {
    return Arrays.stream(Normalizer.normalize(words, Normalizer.Form.NFD).split(" "))
        .map(word -> String.join("\u200B*+", word.split("")))
        .collect(Collectors.joining("[ \n\u200B]++"));
  }
}
