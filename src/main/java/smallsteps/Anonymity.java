package smallsteps;

import java.util.List;
import java.util.Optional;
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
  /// @param text what they say, without that word where it can be nothing else
  /// @param isApart whether it stands before all else that they say, or apart from it at the end
  record Perhaps(String text, boolean isApart) implements Anonymity {}

  static Anonymity of(String text) {
    var folded = Folded.of(text);
    var decoration = new Decoration(folded);
    List<Anonymity> readings =
        waysToPart(folded).map(words -> new Reading(folded, decoration, words).read()).toList();
    return readings.stream()
        .filter(Asked.class::isInstance)
        .findFirst()
        .or(() -> readings.stream().filter(Perhaps.class::isInstance).findFirst())
        .orElse(new Named());
  }

  private static Stream<List<Folded.Word>> waysToPart(Folded folded) {
    return folded.hasUnseen()
        ? Stream.of(folded.words(), folded.partedWords())
        : Stream.of(folded.words());
  }

  /// Whether a text says so where the name stands in any case: "ask for anonymous feedback" may
  /// well be said there.
  static boolean isAskedOf(String text) {
    return switch (of(text)) {
      case Named() -> false;
      case Asked(String _) -> true;
      case Perhaps(String _, boolean isApart) -> isApart;
    };
  }

  /// One way to part a text into words.
  final class Reading {
    /// The words at the beginning, and at the end, of which any may say so.
    private static final int FIRST = 6;

    private static final int LAST = 4;

    /// The words of a fixed phrase, and those that may follow what is said at the end.
    private static final int PHRASE = 5;

    private static final int AFTER = 2;

    /// How far from either end a sentence is sought.
    private static final int SENTENCES = 40;

    private final Folded folded;
    private final Decoration decoration;
    private final Places words;

    private Reading(Folded folded, Decoration decoration, List<Folded.Word> all) {
      this.folded = folded;
      this.decoration = decoration;
      words = new Places(folded, decoration, all);
    }

    private Anonymity read() {
      Optional<Folded.Word> sure = surely();
      if (sure.isPresent()) {
        return new Asked(around(sure.get().begin(), sure.get().end()));
      }
      return words
          .beginnings()
          .mapToObj(this::nearly)
          .flatMap(Optional::stream)
          .findFirst()
          .or(this::signs)
          .or(this::phrases)
          .or(this::lastly)
          .or(this::elsewhere)
          .orElse(new Named());
    }

    /// The first word, or one within what decorates it, or what follows `I learned`.
    private Optional<Folded.Word> surely() {
      return IntStream.concat(IntStream.rangeClosed(0, words.first()), words.beginnings())
          .filter(at -> words.isAt(at, NamelessWords.SURELY))
          .mapToObj(words::get)
          .findFirst();
    }

    /// Whether a text that begins with this word, or with it and the next ones in one, may say so.
    /// The fewest slips are the likeliest.
    private Optional<Anonymity> nearly(int at) {
      var together = new StringBuilder();
      int fewest = NamelessWords.MOST_SLIPS + 1;
      int end = at;
      boolean mayBe = NamelessWords.isOfStem(words.plain(at)) || means(at, 2);
      for (int last = at;
          last < words.size() && together.length() < NamelessWords.LONGEST;
          last++) {
        String form = together.append(words.plain(last)).toString();
        int slips = NamelessWords.slips(form, last == at ? NamelessWords.mostSlips(form) : 1);
        end = slips <= Math.min(fewest, NamelessWords.MOST_SLIPS) ? last : end;
        fewest = Math.min(fewest, slips);
        mayBe |= NamelessWords.isGlued(form);
      }
      if (fewest <= NamelessWords.MOST_SLIPS) {
        return Optional.of(perhaps(at, end, true, true));
      }
      return mayBe ? Optional.of(perhaps(at, at, false, true)) : Optional.empty();
    }

    private boolean means(int at, int most) {
      String word = words.plain(at);
      return NamelessWords.means(word, most)
          || words.standsApart(at) && NamelessWords.meansApart(word);
    }

    private Optional<Anonymity> signs() {
      Optional<Anonymity> flag =
          NamelessSigns.flag(folded.text(), this::isFirst)
              .map(found -> new Perhaps(around(found.start(), found.end()), true));
      return flag.or(() ->
          NamelessSigns.picture(folded.text(), this::isFirst)
              .filter(found -> !decoration.isNamed(found.start()))
              .map(_ -> new Perhaps(Spaces.strip(folded.original()), true)));
    }

    private boolean isFirst(int place) {
      return words.beginnings().anyMatch(at -> place <= words.get(at).begin());
    }

    /// A sentence counts where it begins the text, or a part of it, and where it ends the text.
    private Optional<Anonymity> phrases() {
      String classes = NamelessPhrases.classes(words.near(SENTENCES));
      return IntStream.range(0, words.size())
          .filter(at -> {
            int end = at + NamelessPhrases.sentence(classes, at);
            return isFixedFrom(at) || end > at && (isPlace(at) || end >= words.size() - AFTER);
          })
          .mapToObj(at -> perhaps(at, at, false, true))
          .findFirst();
    }

    private boolean isPlace(int at) {
      return IntStream.rangeClosed(at - AFTER, at).anyMatch(words::isParted)
          || words.beginnings().anyMatch(begin -> begin <= at && at <= begin + AFTER);
    }

    private boolean isFixedFrom(int at) {
      if (at >= words.first() + FIRST && at < words.size() - PHRASE) {
        return false;
      }
      var together = new StringBuilder(words.plain(at));
      return IntStream.range(at + 1, Math.min(at + PHRASE, words.size()))
          .mapToObj(next -> together.append(words.plain(next)).toString())
          .anyMatch(NamelessPhrases::isFixed);
    }

    /// The last word, or one of a few that stand apart at the end.
    private Optional<Anonymity> lastly() {
      int apart = words.lastPart();
      return IntStream.range(Math.min(apart, words.size() - 1), words.size())
          .filter(at -> at >= 0 && means(at, at >= apart ? 2 : 1))
          .mapToObj(at -> perhaps(at, at, false, at >= apart))
          .findFirst();
    }

    private Optional<Anonymity> elsewhere() {
      return IntStream.range(0, words.size())
          .filter(at -> at < words.first() + FIRST || at >= words.size() - LAST)
          .filter(at -> {
            String word = words.plain(at);
            int most = word.length() < NamelessWords.LONG + 2 ? 1 : 2;
            return NamelessWords.slips(word, most) <= most || NamelessWords.isOfStem(word);
          })
          .mapToObj(at -> perhaps(at, at, false, isOfWhoSpeaks(at)))
          .findFirst();
    }

    /// Parted off at the end, or the last word, or after `be`, `keep this`: there it says how they
    /// wish to be, and not how something else is.
    private boolean isOfWhoSpeaks(int at) {
      return at >= Math.min(words.lastPart(), words.size() - 1)
          || at > 0 && words.isAt(at - 1, NamelessWords.BEING)
          || at > 1 && words.isAt(at - 2, NamelessWords.KEEPING);
    }

    /// @param isItsWord whether it can be nothing but a slip of the word itself
    private Anonymity perhaps(int from, int to, boolean isItsWord, boolean isApart) {
      String text =
          isItsWord
              ? around(words.get(from).begin(), words.get(to).end())
              : Spaces.strip(folded.original());
      return new Perhaps(text, isApart);
    }

    private String around(int begin, int end) {
      return new Opening(folded, begin, end).around();
    }
  }
}
