package smallsteps.principles;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words as people type them, made alike: composed or decomposed, in any case, and for a search
/// that forgives, without dots and rings.
final class Letters {
  private Letters() {}

  /// Lower case, and `a`, `o` for `å`, `ä`, `ö`.
  static List<String> folded(String typed) {
    return words(Normalizer.normalize(typed, Normalizer.Form.NFKD));
  }

  /// Lower case, each letter as it was meant.
  static List<String> exact(String typed) {
    return words(Normalizer.normalize(typed, Normalizer.Form.NFKC));
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (!isPartOfWord(c) && !word.isEmpty()) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /// Left out without ending the word: marks, soft hyphens, and the apostrophe of `people's`.
  private static boolean isPartOfWord(char c) {
    int type = Character.getType(c);
    return c == '\'' || c == '’' || type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }
}
