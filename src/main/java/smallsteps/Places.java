package smallsteps;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words of a text by where they stand: what begins it, and what a sign parts from the rest.
/// The names of somebody or something that Slack knows are none of them.
final class Places {
  private static final Set<String> LEARNED =
      Set.of("learned", "learnt", "learning", "larde", "lardom");
  private static final Set<String> SUBJECTS = Set.of("i", "jag");

  /// More of them at the end are a sentence by itself.
  private static final int FEW = 3;

  private final String text;
  private final List<Folded.Word> words;
  private final int first;
  private final int afterLearned;

  Places(Folded folded, Decoration decoration, List<Folded.Word> all) {
    text = folded.text();
    words = all.stream().filter(word -> !decoration.isNamed(word.begin())).toList();
    first = (int) words.stream().takeWhile(word -> word.begin() < decoration.end()).count();
    afterLearned = afterLearned();
  }

  int size() {
    return words.size();
  }

  Folded.Word get(int at) {
    return words.get(at);
  }

  String plain(int at) {
    return words.get(at).plain();
  }

  Stream<String> plain() {
    return words.stream().map(Folded.Word::plain);
  }

  /// Those further than this from either end are left blank.
  Stream<String> near(int most) {
    return IntStream.range(0, size())
        .mapToObj(at -> at < first + most || at >= size() - most ? plain(at) : "");
  }

  boolean isAt(int at, Set<String> known) {
    return at < words.size() && known.contains(plain(at));
  }

  /// The first word that is not within what decorates a text.
  int first() {
    return first;
  }

  /// Where what is said may begin: with what decorates it, after that, and after `I learned`.
  IntStream beginnings() {
    return IntStream.of(0, first, afterLearned).distinct().filter(at -> at < words.size());
  }

  /// [#first] where nothing of the kind stands there.
  private int afterLearned() {
    int at = first + (isAt(first, SUBJECTS) ? 1 : 0);
    if (!isAt(at, LEARNED)) {
      return first;
    }
    return at + (isAt(at + 1, Set.of("mig")) ? 2 : 1);
  }

  /// Whether a sign, or a new line, parts it from the word before it.
  boolean isParted(int at) {
    return at > 0
        && text.substring(words.get(at - 1).end(), words.get(at).begin())
            .chars()
            .anyMatch(c -> c != ' ' && c != Folded.UNSEEN);
  }

  /// Whether it is parted from the word after it, or there is none.
  boolean standsApart(int at) {
    return at == words.size() - 1 || isParted(at + 1);
  }

  /// The first word of what stands apart at the end; none of them where nothing does.
  int lastPart() {
    return IntStream.rangeClosed(1, Math.min(FEW, words.size()))
        .map(back -> words.size() - back)
        .filter(this::isParted)
        .findFirst()
        .orElse(words.size());
  }
}
