package smallsteps;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A text as it is read for what it asks: each sign as the plain one that it stands for, in lower
/// case, its accents apart. Space of every kind is a space or a line break, quotes are `'` and `"`,
/// dashes `-`, and what nobody sees is [#UNSEEN]. It is for reading only: what is kept is cut from
/// the original, which it leads back to.
public final class Folded {
  public static final char UNSEEN = '\u200B';
  static final char EMOJI_STYLE = '\uFE0F';

  /// Signs that no decomposition makes plain: each group's first is what the others stand for.
  private static final List<String> SIGNS =
      List.of(
          "'‘’‚‛ʹʻʼʽˈ′‵´‹›ꞌ",
          "\"“”„‟″‶«»〝〞〟ˮ",
          "-−➖˗⁃",
          ":∶꞉ː։",
          ".。․",
          ",、",
          ";⁏",
          "?؟",
          "/⁄∕",
          "*∗⁎✱",
          "i\u0131\u0130");

  /// Read for nearly every message: made once.
  private static final String[] COMMON = new String[0x250];

  static {
    for (int c = 0; c < COMMON.length; c++) {
      COMMON[c] = plain(c);
    }
  }

  private final String original;
  private final String text;
  private final int[] begins;

  private Folded(String original, String text, int[] begins) {
    this.original = original;
    this.text = text;
    this.begins = begins;
  }

  public static Folded of(String original) {
    var text = new StringBuilder(original.length() + 16);
    int[] begins = new int[original.length() + 16];
    int at = 0;
    while (at < original.length()) {
      int c = original.codePointAt(at);
      int next = at + Character.charCount(c);
      boolean isEmoji =
          Character.isEmoji(c) && next < original.length() && original.charAt(next) == EMOJI_STYLE;
      String plain = isEmoji && c > '\u007F' ? Character.toString(c) : fold(c);
      if (text.length() + plain.length() >= begins.length) {
        begins = Arrays.copyOf(begins, 2 * begins.length + plain.length());
      }
      Arrays.fill(begins, text.length(), text.length() + plain.length(), at);
      text.append(plain);
      at = next;
    }
    begins[text.length()] = at;
    return new Folded(original, text.toString(), begins);
  }

  /// A word, or a number.
  ///
  /// @param exact each letter as it was meant, composed
  /// @param plain without dots, rings and accents
  /// @param begin where it stands in [#text()]
  public record Word(String exact, String plain, int begin, int end) {}

  public String original() {
    return original;
  }

  public String text() {
    return text;
  }

  /// Where in the original the sign stands that this one was made of.
  public int begin(int at) {
    return begins[at];
  }

  /// The words, where what nobody sees counts for nothing: `li\u200Bst` is `list`.
  public List<Word> words() {
    return words(false);
  }

  /// The words, where what nobody sees parts them: `find\u200Bdoor` is two.
  public List<Word> partedWords() {
    return words(true);
  }

  /// Whether there is anything in it that nobody sees.
  public boolean hasUnseen() {
    return text.indexOf(UNSEEN) >= 0;
  }

  /// In lower case, without dots and rings, and without what nobody sees.
  public static String plain(String word) {
    return withoutMarks(of(word).text.replace(String.valueOf(UNSEEN), ""));
  }

  private static String withoutMarks(String word) {
    var plain = new StringBuilder(word.length());
    word.codePoints().filter(c -> !isMark(c)).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private List<Word> words(boolean unseenParts) {
    var words = new ArrayList<Word>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      int after = at;
      while (after < text.length() && isOfWord(after, unseenParts, end > at)) {
        after += Character.charCount(text.codePointAt(after));
        boolean isLast = Character.isLetterOrDigit(text.codePointBefore(after));
        end = isLast || isMark(text.codePointBefore(after)) ? after : end;
      }
      if (end > at) {
        words.add(word(at, end));
      }
      at = Math.max(after, at + Character.charCount(text.codePointAt(at)));
    }
    return words;
  }

  /// The apostrophe of `people's` ends no word.
  private boolean isOfWord(int at, boolean unseenParts, boolean isWithin) {
    int c = text.codePointAt(at);
    return Character.isLetterOrDigit(c)
        || isWithin && (isMark(c) || c == '\'' || c == UNSEEN && !unseenParts);
  }

  private Word word(int begin, int end) {
    String letters =
        text.substring(begin, end).replace(String.valueOf(UNSEEN), "").replace("'", "");
    if (letters.chars().allMatch(c -> c < '\u0080')) { // as most are: nothing to compose or drop
      return new Word(letters, letters, begin, end);
    }
    String exact = Normalizer.normalize(letters, Normalizer.Form.NFC);
    return new Word(exact, withoutMarks(letters), begin, end);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static String fold(int c) {
    return c < COMMON.length ? COMMON[c] : plain(c);
  }

  private static String plain(int c) {
    String sign = Character.toString(c);
    if (Spaces.isLineBreak(c)) {
      return "\n";
    } else if (Spaces.isSpace(c)) {
      return " ";
    } else if (Spaces.isUnseen(c)) {
      return String.valueOf(UNSEEN);
    } else if (Character.isEmojiPresentation(c)) {
      return simple(c);
    }
    String apart = Normalizer.normalize(sign, Normalizer.Form.NFKD);
    if (apart.startsWith(" ") || isNamed(c)) {
      return simple(c);
    }
    var plain = new StringBuilder(apart.length());
    apart.codePoints().forEach(part -> plain.append(simple(part)));
    return plain.toString();
  }

  private static boolean isNamed(int c) {
    return SIGNS.stream().anyMatch(signs -> signs.indexOf(c) > 0);
  }

  private static String simple(int c) {
    for (String signs : SIGNS) {
      if (signs.indexOf(c) >= 0) {
        return signs.substring(0, 1);
      }
    }
    if (Character.isDigit(c)) {
      return Integer.toString(Character.digit(c, 10));
    }
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION -> "-";
      case Character.START_PUNCTUATION -> c > '\u007F' ? "(" : Character.toString(c);
      case Character.END_PUNCTUATION -> c > '\u007F' ? ")" : Character.toString(c);
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> "\"";
      default -> Character.toString(c).toLowerCase(Locale.ROOT);
    };
  }
}
