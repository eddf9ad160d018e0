package smallsteps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether somebody asks not to be named, by the words that they write. It errs on the side of
/// silence: what is nearly such a word is told as such, and never taken for consent.
public sealed interface Anonymity {

  /// Nothing of the kind.
  record Named() implements Anonymity {}

  /// They do.
  ///
  /// @param text what they say, without the word; may be empty
  record Asked(String text) implements Anonymity {}

  /// They may: only they can tell.
  ///
  /// @param word what it was read from, in their spelling
  /// @param text what they say, without that word where it can be nothing else
  record Perhaps(String word, String text) implements Anonymity {}

  static Anonymity of(String text) {
    var folded = Folded.of(text);
    var decoration = new Decoration(folded);
    List<Anonymity> readings =
        Stream.of(folded.words(), folded.partedWords())
            .map(words -> new Reading(folded, decoration, words).read())
            .toList();
    return readings.stream()
        .filter(Asked.class::isInstance)
        .findFirst()
        .or(() -> readings.stream().filter(Perhaps.class::isInstance).findFirst())
        .orElse(new Named());
  }

  /// Whether a text begins so, where the name stands in any case: "ask for anonymous feedback" may
  /// well be said there.
  static boolean beginsSo(String text) {
    return switch (of(text)) {
      case Named() -> false;
      case Asked(String _) -> true;
      case Perhaps(String word, String _) -> {
        List<Folded.Word> its = Folded.of(word).words();
        List<Folded.Word> all = Folded.of(text).words();
        yield !its.isEmpty() && all.getFirst().plain().equals(its.getFirst().plain());
      }
    };
  }

  /// One way to part a text into words.
  final class Reading {
    private static final Set<String> LEARNED =
        Set.of("learned", "learnt", "learning", "larde", "lardom");
    private static final Set<String> SUBJECTS = Set.of("i", "jag");

    /// The words at the beginning, and at the end, of which any may say so.
    private static final int FIRST = 6;

    private static final int LAST = 4;

    private final Folded folded;
    private final Decoration decoration;
    private final List<Folded.Word> words;
    private final int first;

    private Reading(Folded folded, Decoration decoration, List<Folded.Word> all) {
      this.folded = folded;
      this.decoration = decoration;
      words = all.stream().filter(word -> !decoration.isNamed(word.begin())).toList();
      first = (int) words.stream().takeWhile(word -> word.begin() < decoration.end()).count();
    }

    /// Where the words begin after `I learned`; [#first] where nothing of the kind stands there.
    private int afterLearned() {
      int at = first + (isAt(first, SUBJECTS) ? 1 : 0);
      if (!isAt(at, LEARNED)) {
        return first;
      }
      return at + (isAt(at + 1, Set.of("mig")) ? 2 : 1);
    }

    private Anonymity read() {
      Optional<Folded.Word> sure = surely();
      if (sure.isPresent()) {
        return new Asked(around(sure.get().begin(), sure.get().end()));
      }
      return Stream.of(0, first, afterLearned())
          .filter(at -> at < words.size())
          .flatMap(at -> nearly(at).stream())
          .findFirst()
          .or(this::elsewhere)
          .orElse(new Named());
    }

    /// The first word, or one within what decorates it, or what follows `I learned`.
    private Optional<Folded.Word> surely() {
      return IntStream.concat(IntStream.rangeClosed(0, first), IntStream.of(afterLearned()))
          .filter(at -> isAt(at, NamelessWords.SURELY))
          .mapToObj(words::get)
          .findFirst();
    }

    private boolean isAt(int at, Set<String> known) {
      return at < words.size() && known.contains(words.get(at).plain());
    }

    /// Whether a text that begins with this word, or with it and the next ones in one, may say so.
    /// The fewest slips are the likeliest.
    private Optional<Anonymity> nearly(int at) {
      var together = new StringBuilder();
      int fewest = NamelessWords.MOST_SLIPS + 1;
      int end = at;
      boolean mayBe =
          NamelessWords.means(words.get(at).plain())
              || NamelessWords.isOfStem(words.get(at).plain());
      for (int last = at;
          last < words.size() && together.length() < NamelessWords.LONGEST;
          last++) {
        String form = together.append(words.get(last).plain()).toString();
        int slips = NamelessWords.slips(form, last == at ? NamelessWords.mostSlips(form) : 1);
        end = slips <= Math.min(fewest, NamelessWords.MOST_SLIPS) ? last : end;
        fewest = Math.min(fewest, slips);
        mayBe |= NamelessWords.isGlued(form);
      }
      if (fewest <= NamelessWords.MOST_SLIPS) {
        return Optional.of(perhaps(at, end, true));
      }
      return mayBe ? Optional.of(perhaps(at, at, false)) : phraseFrom(at);
    }

    private Optional<Anonymity> elsewhere() {
      return IntStream.range(0, words.size())
          .filter(at -> at < first + FIRST || at >= words.size() - LAST)
          .mapToObj(at -> {
            String word = words.get(at).plain();
            int most = word.length() < NamelessWords.LONG + 2 ? 1 : 2;
            return NamelessWords.slips(word, most) <= most || NamelessWords.isOfStem(word)
                ? Optional.<Anonymity>of(perhaps(at, at, false))
                : phraseFrom(at);
          })
          .flatMap(Optional::stream)
          .findFirst();
    }

    private Optional<Anonymity> phraseFrom(int at) {
      var together = new StringBuilder();
      for (int last = at; last < Math.min(at + 5, words.size()); last++) {
        String form = together.append(words.get(last).plain()).toString();
        if (last > at && NamelessWords.isPhrase(form)) {
          return Optional.of(perhaps(at, last, false));
        }
      }
      return Optional.empty();
    }

    /// @param isItsWord whether it can be nothing but a slip of the word itself
    private Perhaps perhaps(int from, int to, boolean isItsWord) {
      int begin = words.get(from).begin();
      int end = words.get(to).end();
      String word = folded.original().substring(folded.begin(begin), folded.begin(end));
      return new Perhaps(word, isItsWord ? around(begin, end) : Spaces.strip(folded.original()));
    }

    private String around(int begin, int end) {
      return new Opening(folded, begin, end).around();
    }
  }
}
