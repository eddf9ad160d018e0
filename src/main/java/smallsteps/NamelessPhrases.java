package smallsteps;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words by which people ask together not to be named: some that always go so, and any sentence
/// of a no and of what is not to be told. All are plain, as [Folded.Word#plain].
final class NamelessPhrases {
  private static final int SHORT = 4;

  /// Several words, put together.
  private static final List<String> FIXED =
      list(
          "noname nonames notmyname hidemyname withoutname withoutaname withoutmyname withoutnames"
              + " keepmynameout dontsaymyname dontusemyname dontshowmyname dontnameme donotnameme"
              + " utannamn utanmittnamn utanattnamnas ingetnamn inganamn ejnamn intemittnamn"
              + " doljmittnamn gommittnamn namngemiginte ihemlighet ismyg ilonndom idetdolda"
              + " idetfordolda insecret inprivate insecrecy offtherecord undertheradar"
              + " dontsaywho donttellwho dontsayitwasme namnintemig namnintemittnamn"
              + " sagintevem sagintemittnamn saginget visaintevem visaintemittnamn visaintemig"
              + " ohnename ohnenamen sansnom sansmonnom sinnombre ilmannimea utennavn udennavn"
              + " onlyme onlyforme justforme formyself baraformig barajag betweenus"
              + " betweenyouandme mellanoss mumstheword mumsword nooneknows nooneneedstoknow"
              + " noonemustknow ingenbehoverveta ingenfarveta detvarintejag itwasntme"
              + " nocredit withoutcredit utanavsandare"
              + " nobodyknows nobodyshouldknow nobodyneedstoknow noonemayknow nooneshouldknow"
              + " ingenskaveta ingenskafaveta ingenmasteveta ingenbordeveta");

  /// What a word is there for in a sentence. What is of two is of the first.
  private enum Part {
    NO('N', "no not dont donot never without sans inte ej icke aldrig ingen inget inga utan"),
    NAME(
        'A',
        "name names namn namnet namnen credit credits signature underskrift erkannande avsandare"
            + " avsandaren"),
    MINE('M', "my mine mitt min"),
    HIDING('H', "hide conceal omit withhold skip dolj gom utelamna skippa slopa hemlighall"),
    KEEPING('K', "keep leave hall lamna behall"),
    OUT('O', "out utanfor secret private hemligt hemlig privat"),
    BEING_TOLD(
        'B',
        "named mentioned shown credited attributed quoted signed identified revealed visible tagged synas syns namnas"
            + " namnges visas"),
    TELLING(
        'T',
        "tell say show mention reveal post write share sign use add include print put disclose"
            + " expose identify credit attribute publish let sag saga beratta visa namna namnge"
            + " skriv skriva avsloja roj roja yppa dela publicera posta lagg ange signera anvand"
            + " anvanda lat tala"),
    WHOM(
        'W',
        "me myself i im who whom whos anyone anybody nobody noone someone identity author sender"
            + " mig jag vem vems nagon nan nagra ingen one identitet identiteten");

    private static final Map<String, Part> OF = new HashMap<>();

    static {
      for (Part part : values()) {
        part.words.forEach(word -> OF.putIfAbsent(word, part));
      }
    }

    private final char letter;
    private final List<String> words;

    Part(char letter, String words) {
      this.letter = letter;
      this.words = list(words);
    }
  }

  private static final KnownWords KNOWN = new KnownWords(Part.OF.keySet());

  /// In a long one two slips are heard, in a short one none.
  private static final Set<String> SHORT_FIXED = Set.copyOf(fixed(0, 8));

  private static final KnownWords LONG_FIXED = new KnownWords(fixed(9, 11));
  private static final KnownWords LONGEST_FIXED = new KnownWords(fixed(12, Integer.MAX_VALUE));

  /// A letter a word, see [#letter]: `visa inte att det var jag` is `TN...W`.
  private static final Pattern SENTENCE =
      Pattern.compile(
          "N.{0,2}A" // without my name
              + "|N.?T.{0,6}[WMA]" // don't tell anyone it was me
              + "|[TA].?N.{0,6}[WMA]" // visa inte att det var jag
              + "|N.{0,3}B" // don't want to be named
              + "|MA.{0,2}N" // mitt namn får inte
              + "|H.{0,4}[WA]" // dölj vem
              + "|K(?:.{0,2}[WA])?.{0,2}O"); // leave me out

  private NamelessPhrases() {}

  private static List<String> list(String all) {
    return List.of(all.split(" "));
  }

  private static List<String> fixed(int shortest, int longest) {
    return FIXED.stream()
        .filter(each -> each.length() >= shortest && each.length() <= longest)
        .toList();
  }

  /// Put together, of at least two words.
  static boolean isFixed(String words) {
    return SHORT_FIXED.contains(words)
        || LONG_FIXED.hasNear(words, 1)
        || LONGEST_FIXED.hasNear(words, 2);
  }

  /// Which class each word is of: what [#sentence] reads.
  static String classes(Stream<String> words) {
    return words.map(word -> word.isEmpty() ? "." : letter(word)).collect(Collectors.joining());
  }

  /// How many words, from this one on, are such a sentence; 0 where none begins there.
  static int sentence(String classes, int at) {
    Matcher sentence = SENTENCE.matcher(classes).region(at, classes.length());
    return sentence.lookingAt() ? sentence.end() - at : 0;
  }

  /// What is exactly one of them is that one.
  private static String letter(String word) {
    return Optional.ofNullable(Part.OF.get(word))
        .or(() -> nearest(word))
        .map(part -> String.valueOf(part.letter))
        .orElse(".");
  }

  private static Optional<Part> nearest(String word) {
    return KNOWN.near(word, 1, known -> isNear(known, word)).stream()
        .map(Part.OF::get)
        .min(Comparator.naturalOrder());
  }

  /// A slip in a short one makes another word, unless letters are missing, doubled or swapped.
  private static boolean isNear(String known, String word) {
    return known.length() >= SHORT
        && word.startsWith(known.substring(0, 1))
        && (known.length() > SHORT
            || word.length() != SHORT
            || letters(word).equals(letters(known)));
  }

  private static List<Integer> letters(String word) {
    return word.chars().sorted().boxed().toList();
  }
}
