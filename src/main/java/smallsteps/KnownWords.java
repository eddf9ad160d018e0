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
  private final long common; // the letters that all of them have

  KnownWords(Collection<String> words) {
    this.words = Set.copyOf(words);
    for (String word : this.words) {
      while (byLength.size() <= word.length()) {
        byLength.add(new ArrayList<>());
      }
      byLength.get(word.length()).add(new Known(word, Slips.letters(word)));
    }
    common = this.words.stream().mapToLong(Slips::letters).reduce(-1, (all, word) -> all & word);
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  /// Whether one is at most so many slips away.
  boolean hasNear(String word, int most) {
    return !near(word, most, _ -> true).isEmpty();
  }

  /// From the nearest; any number above `most` when they are more.
  int fewestSlips(String word, int most) {
    int fewest = most + 1;
    for (String known : near(word, most, _ -> true)) {
      fewest = Math.min(fewest, Slips.between(word, known, most));
    }
    return fewest;
  }

  /// Those that are at most so many slips away.
  ///
  /// @param of which of the words count
  List<String> near(String word, int most, Predicate<String> of) {
    long letters = Slips.letters(word);
    if (lacks(letters, most)) {
      return List.of();
    }
    var near = new ArrayList<String>(0);
    int longest = Math.min(word.length() + most, byLength.size() - 1);
    for (int length = Math.max(0, word.length() - most); length <= longest; length++) {
      for (Known known : byLength.get(length)) {
        if (!Slips.areFar(letters, known.letters, most)
            && of.test(known.word)
            && Slips.between(word, known.word, most) <= most) {
          near.add(known.word);
        }
      }
    }
    return near;
  }

  /// Whether a word, and with it each part of the word, lacks more letters that all of them have.
  boolean areFar(String word, int most) {
    return lacks(Slips.letters(word), most);
  }

  private boolean lacks(long letters, int most) {
    return Long.bitCount(common & ~letters) > most;
  }
}
