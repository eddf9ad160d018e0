package smallsteps.wins;

import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Finds the word that somebody mistyped by one letter.
final class Spelling {
  private static final int SHORTEST = 3;

  private Spelling() {}

  /// @param plain how both are compared
  static Optional<String> near(
      String typed, Collection<String> words, UnaryOperator<String> plain) {
    return words.stream()
        .filter(word -> isOneOff(plain.apply(typed), plain.apply(word)))
        .findFirst();
  }

  /// One letter more, less or other, or two neighbours swapped.
  private static boolean isOneOff(String typed, String word) {
    int same = 0;
    while (same < Math.min(typed.length(), word.length())
        && typed.charAt(same) == word.charAt(same)) {
      same++;
    }
    String a = typed.substring(same);
    String b = word.substring(same);
    return typed.length() >= SHORTEST
        && (after(a, 1).equals(b)
            || a.equals(after(b, 1))
            || after(a, 1).equals(after(b, 1))
            || isSwapped(a, b));
  }

  private static boolean isSwapped(String a, String b) {
    return a.length() > 1
        && b.length() > 1
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && after(a, 2).equals(after(b, 2));
  }

  private static String after(String text, int letters) {
    return text.substring(Math.min(letters, text.length()));
  }
}
