package smallsteps;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words by which people ask not to be named, and how far another word is from them. All are
/// plain, as [Folded.Word#plain].
final class NamelessWords {
  static final int MOST_SLIPS = 3;
  static final int LONG = 6;
  static final int LONGEST = 14;

  static final Set<String> SURELY =
      Set.of("anonymous", "anonymously", "anonym", "anonymt", "anonyma");

  private static final KnownWords SURE = new KnownWords(SURELY);
  private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
  private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");

  /// What somebody did; said first or last, it may be how they say it.
  private static final Set<String> DONE =
      words(
          "anonymise anonymised anonymising anonymisation anonymize anonymized"
              + " anonymizing anonymization anonymisera anonymiserade anonymiserat"
              + " anonymisering anonymiseringen");

  /// How somebody wishes to be: `I want to stay anonymous`.
  static final Set<String> BEING =
      words("be being stay remain keep kept vara bli forbli hall halla");

  /// And something of theirs: `keep this anonymous`.
  static final Set<String> KEEPING = words("keep kept leave hall halla");

  /// The beginnings of such words, in the languages that colleagues speak.
  private static final List<String> STEMS =
      Stream.of(
              "anon anoonym аноним анонім анонимн ανωνυμ ανώνυμ 匿名 익명"
                  + " مجهول ناشناس אנונימ गुमनाम นิรนาม nimeton nimettom nafnlaus nevtelen"
                  + " namnlos nameless unnamed pseudonym incognito inkognito")
          .flatMap(stems -> Stream.of(stems.split(" ")))
          .map(Folded::plain)
          .toList();

  /// The ends of such words: their beginnings may be what slipped.
  private static final List<String> ENDS = List.of("onym", "onymt", "onyma", "nymous", "nymously");

  /// Words that say so when a text begins with them.
  private static final KnownWords MEANINGS =
      new KnownWords(
          words(
              "noname hemlig hemligt secret secretly private privately privat"
                  + " confidential confidentially konfidentiellt unsigned osignerat unnamed"
                  + " nameless namnlos namnlost pseudonym incognito inkognito"));

  /// Of something else as often: hardly a slip counts.
  private static final Set<String> HINTS =
      words(
          "dold dolt dolda dolde doldes dolja doljer dolj fordold fordolt fordolda"
              + " hidden hide hid hiding hush shush shh shhh hysch hyssj schh psst smyg"
              + " smygvis lonndom hemlis hemligen secrecy privacy sekretess tystnadsplikt"
              + " covert covertly undercover discreet discreetly diskret undisclosed"
              + " unattributed ano anom anno anm");

  private static final KnownWords LONG_HINTS =
      new KnownWords(HINTS.stream().filter(hint -> hint.length() >= LONG - 1).toList());

  /// Short ones, of which a slip counts where they stand apart.
  private static final KnownWords SHORT =
      new KnownWords(Set.of("dold", "dolt", "hush", "anon", "anom"));

  /// Words that say so where they stand apart only.
  private static final Set<String> LABELS =
      words("okand okant unknown maskerad maskerat masked tyst quiet quietly silent nn");

  /// Words with which people begin to tell what they did, or whom they name, a slip or two from one
  /// of those above.
  private static final Set<String> ORDINARY =
      words(
          "named renamed signed assigned designed secure secured provade hidde olja"
              + " folja foljer cover convert riding anton ann anna aron told sold rush push");

  /// Slips of the pen from such a word, where letters that only look alike are none and any number
  /// of repeated ones is one; a number above `most` when they are more.
  static int slips(String word, int most) {
    String latin = LookAlikes.latin(word);
    int fewest = slipsAsWritten(latin, most);
    return isRepeating(latin) && !SURE.areFar(latin, most - 1)
        ? Math.min(fewest, 1 + slipsAsWritten(REPEATED.matcher(latin).replaceAll("$1"), most - 1))
        : fewest;
  }

  private static boolean isRepeating(String word) {
    return IntStream.range(1, word.length()).anyMatch(at -> word.charAt(at) == word.charAt(at - 1));
  }

  /// A long one that begins as they do can hardly be another.
  static int mostSlips(String word) {
    return word.length() > LONG + 1 && word.startsWith("a") ? MOST_SLIPS : 2;
  }

  /// A shorter word is near to too many others.
  private static int slipsAsWritten(String word, int most) {
    int fewest = word.length() >= LONG - 2 ? SURE.fewestSlips(word, most) : most + 1;
    return fewest <= most ? fewest : MOST_SLIPS + 1;
  }

  /// To what follows: `anonymousI`.
  static boolean isGlued(String word) {
    return !SURE.areFar(LookAlikes.latin(word), 1)
        && !isAny(DONE, word::startsWith)
        && IntStream.rangeClosed(LONG, LONGEST - 2)
            .filter(length -> length < word.length())
            .anyMatch(length -> slips(word.substring(0, length), 1) <= 1);
  }

  static boolean isOfStem(String word) {
    return !DONE.contains(word) && (hasStem(word) || hasStem(LookAlikes.latin(word)));
  }

  private static boolean hasStem(String word) {
    return isAny(STEMS, word::startsWith) || isAny(ENDS, word::endsWith);
  }

  private static boolean isAny(Collection<String> parts, Predicate<String> is) {
    for (String part : parts) { // a stream for each word of each message cost more than its work
      if (is.test(part)) {
        return true;
      }
    }
    return false;
  }

  /// As the first word or the last; a word of everybody's is that word.
  ///
  /// @param most the slips that are heard, in a long word
  static boolean means(String spelled, int most) {
    String word =
        isRepeating(spelled) ? DRAWN_OUT.matcher(spelled).replaceAll("$1$1") : spelled; // shhhh
    return DONE.contains(word)
        || HINTS.contains(word)
        || !ORDINARY.contains(word)
            && (MEANINGS.hasNear(word, most) || LONG_HINTS.hasNear(word, most - 1));
  }

  /// As a word by itself, parted from the others by a sign: `dlot: I cried`.
  static boolean meansApart(String word) {
    return LABELS.contains(word)
        || !ORDINARY.contains(word) && word.length() >= LONG - 3 && SHORT.hasNear(word, 1);
  }

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }

  private NamelessWords() {}
}
