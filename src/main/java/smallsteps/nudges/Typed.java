package smallsteps.nudges;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A word that somebody typed.
///
/// @param raw as it was typed, composed
/// @param plain in lower case, without dots, rings and accents
record Typed(String raw, String plain) {
  private static final String EDGES = "[\\p{Punct}“”‘’´…&&[^/]]";

  /// Commas and the punctuation around words count for nothing.
  static List<Typed> words(String text) {
    return Arrays.stream(Normalizer.normalize(text, Normalizer.Form.NFC).split("[\\s,;]+"))
        .map(word -> word.replaceAll("^" + EDGES + "+|" + EDGES + "+$", ""))
        .filter(word -> !word.isEmpty() && !word.equalsIgnoreCase("/nudge"))
        .map(Typed::of)
        .toList();
  }

  static Typed of(String word) {
    return new Typed(word, plain(word));
  }

  static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
