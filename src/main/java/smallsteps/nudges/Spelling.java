package smallsteps.nudges;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds the words that somebody may have meant.
final class Spelling {
  private Spelling() {}

  /// Those of `words` that are at most a third of their letters away, the nearest first.
  static List<String> near(String typed, Collection<String> words, int atMost) {
    record Candidate(String word, int distance) {}
    return words.stream()
        .filter(word -> Math.abs(word.length() - typed.length()) <= word.length() / 3)
        .map(word -> new Candidate(word, distance(typed, word)))
        .filter(c -> c.distance() <= Math.max(1, c.word().length() / 3))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .limit(atMost)
        .map(Candidate::word)
        .toList();
  }

  /// How many letters to add, drop, change, or swap with their neighbour.
  static int distance(String a, String b) {
    int[] twoBack = new int[b.length() + 1];
    int[] back = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] spare = twoBack;
      twoBack = back;
      back = row;
      row = spare;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = back[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(back[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], twoBack[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
