package smallsteps.plans;

import java.util.ArrayList;
import java.util.List;
import smallsteps.Folded;

/// A word that somebody typed.
///
/// @param raw as it was typed
/// @param plain in lower case, without dots, rings and accents, each sign as its plain form
record Typed(String raw, String plain) {
  private static final String SEPARATORS = " \n,;@|";

  /// No word that is known is longer, with a few unseen signs at each of its letters.
  private static final int LONGEST = 200;

  /// Commas and the punctuation around words count for nothing, and so does a dash between a word
  /// and a number.
  static List<Typed> words(String text) {
    var words = new ArrayList<Typed>();
    var folded = Folded.of(text);
    int begin = 0;
    for (int at = 0; at <= folded.text().length(); at++) {
      if (at == folded.text().length() || SEPARATORS.indexOf(folded.text().charAt(at)) >= 0) {
        addDashed(folded, begin, at, words);
        begin = at + 1;
      }
    }
    return words;
  }

  /// `monday-09:00` is two; a date, an offset and the name of a zone are one.
  private static void addDashed(Folded folded, int begin, int end, List<Typed> words) {
    String text = folded.text();
    String word = text.substring(begin, end);
    boolean isOne = word.contains("/") || word.startsWith("gmt") || word.startsWith("utc");
    int from = begin;
    for (int at = begin + 1; at < end - 1 && !isOne; at++) {
      boolean parts =
          text.charAt(at) == '-' && isBetweenWordAndNumber(text.substring(begin, end), at - begin);
      if (parts) {
        addUnseen(folded, from, at, words);
        from = at + 1;
      }
    }
    addUnseen(folded, from, end, words);
  }

  private static boolean isBetweenWordAndNumber(String word, int at) {
    String unseen = String.valueOf(Folded.UNSEEN);
    String before = word.substring(0, at).replace(unseen, "");
    String after = word.substring(at + 1).replace(unseen, "");
    return !before.isEmpty()
        && !after.isEmpty()
        && (isDigit(before, before.length() - 1) && Character.isLetter(after.charAt(0))
            || Character.isLetter(before.charAt(before.length() - 1)) && isDigit(after, 0));
  }

  private static boolean isDigit(String text, int at) {
    return Character.isDigit(text.charAt(at));
  }

  /// What nobody sees may part words, or stand within one: where the word is known it stood within.
  private static void addUnseen(Folded folded, int begin, int end, List<Typed> words) {
    int from = begin;
    while (from < end) {
      int to = endOfKnown(folded, from, end);
      words.addAll(of(folded, from, to));
      from = to + (to < end ? 1 : 0);
    }
  }

  /// Where the longest word ends that begins there and is known; the end where none is.
  private static int endOfKnown(Folded folded, int from, int end) {
    int at = end - from <= LONGEST ? end : unseenBefore(folded, from + LONGEST);
    while (at > from) {
      if (of(folded, from, at).stream().anyMatch(Vocabulary::knows)) {
        return at;
      }
      at = unseenBefore(folded, at);
    }
    return end;
  }

  private static int unseenBefore(Folded folded, int at) {
    return folded.text().lastIndexOf(Folded.UNSEEN, at - 1);
  }

  /// None where nothing but punctuation is there.
  private static List<Typed> of(Folded folded, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && isEdge(folded.text(), from) && !isSigned(folded.text(), from)) {
      from++;
    }
    while (to > from && isEdge(folded.text(), to - 1)) {
      to--;
    }
    String raw = folded.original().substring(folded.begin(from), folded.begin(to));
    Typed word = of(raw);
    return word.plain().isEmpty() || word.plain().equals(PlansFeature.COMMAND)
        ? List.of()
        : List.of(word);
  }

  /// The zone `+02:00`, which is no time of day.
  private static boolean isSigned(String text, int at) {
    return text.charAt(at) == '+'
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }

  private static boolean isEdge(String text, int at) {
    char c = text.charAt(at);
    return c != '/'
        && !Character.isLetterOrDigit(c)
        && !Character.isSurrogate(c)
        && Character.getType(c) != Character.NON_SPACING_MARK
        && Character.getType(c) != Character.ENCLOSING_MARK;
  }

  static Typed of(String word) {
    return new Typed(word, plain(word));
  }

  static String plain(String word) {
    return Folded.plain(word);
  }
}
