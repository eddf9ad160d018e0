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

/// The words that make a message a win: "I did a small thing", "Jag gjorde en liten sak". Mentions,
/// emoji, quotes and bullets may stand before them. Reads each letter once, whatever people send.
final class WinPhrase {
  private static final List<Pattern> PHRASES =
      List.of(pattern("i did a small thing"), pattern("jag gjorde en liten sak"));

  private WinPhrase() {}

  /// What the person did, in their words: what follows the phrase, or the whole message where
  /// nothing does. Empty when the message does not begin with the phrase.
  static Optional<String> read(String message) {
    var folded = Folded.of(message);
    for (int start : new Decoration(folded).stops()) {
      for (Pattern phrase : PHRASES) {
        Matcher matcher = phrase.matcher(folded.text());
        if (matcher.region(start, folded.text().length()).lookingAt()) {
          String rest = tidy(new Opening(folded, matcher.start(), matcher.end()).rest());
          return Optional.of(rest.isEmpty() ? tidy(message) : rest);
        }
      }
    }
    return Optional.empty();
  }

  /// As it is kept: composed letters, no space around it; empty where nothing of it is seen.
  static String tidy(String text) {
    return Spaces.strip(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /// What nobody sees may stand between any two letters. No letter, no accent and no genitive
  /// follows.
  private static Pattern pattern(String words) {
    String letters =
        Arrays.stream(words.split(" "))
            .map(word -> String.join("\u200B*+", word.split("")))
            .collect(Collectors.joining("[ \n\u200B]++"));
    return Pattern.compile(letters + "(?![\\p{L}\\p{N}\\p{Mn}]|'\\p{L})");
  }
}
