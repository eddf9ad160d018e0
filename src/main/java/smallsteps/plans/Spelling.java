package smallsteps.plans;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import smallsteps.Slips;

/// Finds the words that somebody may have meant.
final class Spelling {
  private Spelling() {}

  /// Those of `words` that are at most a third of their letters away, the nearest first.
  static List<String> near(String typed, Collection<String> words, int atMost) {
    record Candidate(String word, int slips) {}
    return words.stream()
        .filter(word -> Math.abs(word.length() - typed.length()) <= word.length() / 3)
        .map(word -> new Candidate(word, Slips.between(typed, word, slipsAllowed(word))))
        .filter(found -> found.slips() <= slipsAllowed(found.word()))
        .sorted(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::word))
        .limit(atMost)
        .map(Candidate::word)
        .toList();
  }

  private static int slipsAllowed(String word) {
    return Math.max(1, word.length() / 3);
  }
}
