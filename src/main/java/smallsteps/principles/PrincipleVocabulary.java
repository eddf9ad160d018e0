package smallsteps.principles;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smallsteps.Slips;

/// All words of all principles, and which of them is nearest to a misspelt one.
final class PrincipleVocabulary {
  /// A shorter word is near to too many of those in the texts: only the titles' are looked at.
  private static final int SHORTEST_FOR_TEXTS = 6;

  private static final int SHORTEST_STEM = 4;

  private final Set<String> titles = new HashSet<>();
  private final Set<String> all = new HashSet<>();

  void add(List<String> title, List<String> text) {
    titles.addAll(title);
    all.addAll(title);
    all.addAll(text);
  }

  /// The word of a principle with the fewest slips from this one, else one of the same stem:
  /// `iterate` for `iteration`.
  Optional<String> nearest(String word) {
    return nearest(word, word.length() < SHORTEST_FOR_TEXTS ? titles : all)
        .or(() -> ofSameStem(word, titles, SHORTEST_STEM))
        .or(() -> ofSameStem(word, all, SHORTEST_STEM + 1));
  }

  /// The command's own word, such as `random`, unless a word of a principle is nearer.
  Optional<String> nearestSubWord(String word) {
    int other = nearest(word, all).map(known -> slips(word, known)).orElse(Integer.MAX_VALUE);
    return nearest(word, PrincipleQuery.SUB_WORDS.keySet())
        .filter(subWord -> slips(word, subWord) <= other)
        .map(PrincipleQuery.SUB_WORDS::get);
  }

  /// The fewest slips, then a word of a title, then the same first letter.
  private Optional<String> nearest(String word, Collection<String> among) {
    return among.stream()
        .filter(known -> slips(word, known) <= slipsAllowed(word))
        .min(
            Comparator.<String>comparingInt(known -> slips(word, known))
                .thenComparing(known -> !titles.contains(known))
                .thenComparing(known -> known.charAt(0) != word.charAt(0))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// At least half of the word must be the beginning of the other.
  private static Optional<String> ofSameStem(String word, Set<String> among, int shortest) {
    int least = Math.max(shortest, (word.length() + 1) / 2);
    return among.stream()
        .filter(known -> commonBeginning(word, known) >= least)
        .max(
            Comparator.<String>comparingInt(known -> commonBeginning(word, known))
                .thenComparing(Comparator.reverseOrder()));
  }

  private static int commonBeginning(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  private static int slips(String word, String known) {
    return Slips.between(word, known, slipsAllowed(word));
  }

  /// How many slips a word may hold and still be taken for another: none in a short one.
  private static int slipsAllowed(String word) {
    return Math.min(3, word.length() / 4);
  }
}
