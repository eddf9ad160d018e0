package smallsteps;

import java.util.List;
import java.util.Set;
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

  /// What somebody did, not how they say it.
  private static final Set<String> SURELY_NOT =
      Set.of(
          "anonymise",
          "anonymised",
          "anonymising",
          "anonymisation",
          "anonymize",
          "anonymized",
          "anonymizing",
          "anonymization",
          "anonymisera",
          "anonymiserade",
          "anonymiserat",
          "anonymisering",
          "anonymiseringen");

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
  private static final Set<String> MEANINGS =
      Set.of(
          "noname",
          "hemlig",
          "hemligt",
          "secret",
          "secretly",
          "private",
          "privately",
          "privat",
          "confidential",
          "confidentially",
          "konfidentiellt",
          "unsigned",
          "osignerat",
          "unnamed",
          "nameless",
          "namnlos",
          "namnlost",
          "pseudonym",
          "incognito",
          "inkognito");

  /// Words with which people begin to tell what they did, two slips from one of those above.
  private static final Set<String> ORDINARY =
      Set.of("named", "renamed", "signed", "assigned", "designed", "secure", "secured", "provade");

  /// Several words, put together.
  private static final Set<String> PHRASES =
      Set.of(
          "noname",
          "nonames",
          "notmyname",
          "hidemyname",
          "withoutname",
          "withoutaname",
          "withoutmyname",
          "withoutnames",
          "keepmynameout",
          "dontsaymyname",
          "dontusemyname",
          "dontshowmyname",
          "dontnameme",
          "donotnameme",
          "utannamn",
          "utanmittnamn",
          "utanattnamnas",
          "ingetnamn",
          "ejnamn",
          "intemittnamn",
          "doljmittnamn",
          "gommittnamn",
          "namngemiginte",
          "ihemlighet",
          "insecret",
          "offtherecord",
          "dontsaywho",
          "donttellwho",
          "dontsayitwasme",
          "namnintemig",
          "namnintemittnamn",
          "sagintevem",
          "sagintemittnamn",
          "visaintevem",
          "visaintemittnamn",
          "visaintemig",
          "ohnename",
          "ohnenamen",
          "sansnom",
          "sansmonnom",
          "sinnombre",
          "ilmannimea",
          "utennavn",
          "udennavn",
          "onlyme",
          "onlyforme",
          "justforme",
          "formyself",
          "baraformig",
          "barajag");

  /// Slips of the pen from such a word, where letters that only look alike are none and any number
  /// of repeated ones is one; a number above `most` when they are more.
  static int slips(String word, int most) {
    String latin = LookAlikes.latin(word);
    String single = latin.replaceAll("(.)\\1+", "$1");
    int fewest = Math.min(slipsAsWritten(word, most), slipsAsWritten(latin, most));
    return single.equals(latin) ? fewest : Math.min(fewest, 1 + slipsAsWritten(single, most - 1));
  }

  /// A long one that begins as they do can hardly be another.
  static int mostSlips(String word) {
    return word.length() > LONG + 1 && word.startsWith("a") ? MOST_SLIPS : 2;
  }

  /// A shorter word is near to too many others.
  private static int slipsAsWritten(String word, int most) {
    int fewest =
        SURELY.stream()
            .mapToInt(sure -> Slips.between(word, sure, most))
            .min()
            .orElse(MOST_SLIPS + 1);
    return fewest <= most && word.length() >= LONG - 2 ? fewest : MOST_SLIPS + 1;
  }

  /// To what follows: `anonymousI`.
  static boolean isGlued(String word) {
    return SURELY_NOT.stream().noneMatch(word::startsWith)
        && IntStream.rangeClosed(LONG, LONGEST - 2)
            .filter(length -> length < word.length())
            .anyMatch(length -> slips(word.substring(0, length), 1) <= 1);
  }

  static boolean isOfStem(String word) {
    return !SURELY_NOT.contains(word)
        && Stream.of(word, LookAlikes.latin(word))
            .anyMatch(spelling ->
                STEMS.stream().anyMatch(spelling::startsWith)
                    || ENDS.stream().anyMatch(spelling::endsWith));
  }

  /// Two slips in any of them are heard; a word of everybody's is that word.
  static boolean means(String word) {
    return !ORDINARY.contains(word)
        && MEANINGS.stream().anyMatch(known -> Slips.between(word, known, 2) <= 2);
  }

  /// Put together, of at least two words.
  static boolean isPhrase(String words) {
    return PHRASES.stream()
        .anyMatch(known -> {
          int most = known.length() >= 2 * LONG ? 2 : known.length() > LONG + 2 ? 1 : 0;
          return Slips.between(words, known, most) <= most;
        });
  }

  private NamelessWords() {}
}
