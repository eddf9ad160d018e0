package smallsteps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Words to be found by another that may have slipped from one of them. Nearly all are told apart
/// from it by length and letters, and their slips are never counted.
final class KnownWords {
  private record Known(String word, long letters) {}

  private final Set<String> words;
  private final List<List<Known>> byLength = new ArrayList<>();

  KnownWords(Collection<String> words) {
    this.words = Set.copyOf(words);
    for (String word : this.words) {
      while (byLength.size() <= word.length()) {
        byLength.add(new ArrayList<>());
      }
      byLength.get(word.length()).add(new Known(word, Slips.letters(word)));
    }
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  /// Whether one is at most so many slips away.
  boolean hasNear(String word, int most) {
    return hasNear(word, most, _ -> true);
  }

  /// @param of which of the words count
  boolean hasNear(String word, int most, Predicate<String> of) {
    return notFar(word, most).stream()
        .anyMatch(known -> of.test(known) && Slips.between(word, known, most) <= most);
  }

  /// From the nearest; any number above `most` when they are more.
  int fewestSlips(String word, int most) {
    return notFar(word, most).stream()
        .mapToInt(known -> Slips.between(word, known, most))
        .min()
        .orElse(most + 1);
  }

  private List<String> notFar(String word, int most) {
    var notFar = new ArrayList<String>(0);
    long letters = Slips.letters(word);
    int longest = Math.min(word.length() + most, byLength.size() - 1);
    for (int length = Math.max(0, word.length() - most); length <= longest; length++) {
      for (Known known : byLength.get(length)) {
        if (!Slips.areFar(letters, known.letters, most)) {
          notFar.add(known.word);
        }
      }
    }
    return notFar;
  }
}
