package smallsteps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may stand before the words that matter: mentions, links, emoji, punctuation, bullets and
/// numbers of a list, in any number and order.
public final class Decoration {
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://\\S+" // bare
              + "|[^\\s()<>]{1,200}\\.\\p{L}{2,10}(?:/\\S*)?" // as it was typed, without a scheme
              + "|[^\n(]{1,60}\\(https?://[^\\s()]*\\))" // with other words on it
              + "(?=[\\s\u200B:;,.!-]|$)");

  private static final char KEYCAP = '\u20E3';
  private final Folded folded;
  private final String text;
  private final List<Integer> stops = new ArrayList<>();
  private final List<int[]> named = new ArrayList<>();

  public Decoration(Folded folded) {
    this.folded = folded;
    text = folded.text();
    int at = 0;
    stops.add(at);
    for (int next = after(at); next > at; next = after(at)) {
      at = next;
      stops.add(at);
    }
  }

  /// Where each piece ends, and the beginning: the words may begin at any of them.
  public List<Integer> stops() {
    return stops;
  }

  /// Where the first word begins that is none of it.
  public int end() {
    return stops.getLast();
  }

  /// Whether this place is within the name of somebody or something that Slack knows: words there
  /// are nobody's.
  boolean isNamed(int at) {
    return named.stream().anyMatch(name -> name[0] <= at && at < name[1]);
  }

  /// The end of the one piece that begins here; the same place where none does.
  private int after(int at) {
    if (at >= text.length()) {
      return at;
    }
    int character = text.codePointAt(at);
    int next = at + Character.charCount(character);
    int token = afterToken(at);
    if (token > at) {
      named.add(new int[] {at, token});
      return token;
    } else if (character > '\u007F' && Character.isEmoji(character) && isEmojiStyle(next)) {
      return next + 1;
    } else if (isAt(afterUnseen(next), KEYCAP)) {
      return afterUnseen(next) + 1;
    } else if (Character.isLetterOrDigit(character)) {
      int numbered = afterListNumber(at);
      return numbered > at ? numbered : afterLink(at);
    } else {
      return switch (character) {
        case '@' -> afterMention(next);
        case ':' -> afterEmojiName(next);
        default -> next;
      };
    }
  }

  /// `<@U1|Anna Berg>`, `<#C1|general>`, `<!subteam^S1>`.
  private int afterToken(int at) {
    boolean isToken =
        isAt(at, '<') && at + 1 < text.length() && "@#!".indexOf(text.charAt(at + 1)) >= 0;
    if (!isToken) {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && "<>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return isAt(end, '>') ? end + 1 : at;
  }

  /// Some of them would be letters without it: `ℹ️`.
  private boolean isEmojiStyle(int at) {
    return isAt(at, Folded.UNSEEN)
        && folded.original().charAt(folded.begin(at)) == Folded.EMOJI_STYLE;
  }

  private int afterLink(int from) {
    Matcher link = LINK.matcher(text).region(from, text.length());
    return link.lookingAt() ? link.end() : from;
  }

  private int afterMention(int from) {
    int at = from;
    while (at < text.length() && isNameLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// `wave:` of `:wave:`; just the colon where no name follows.
  private int afterEmojiName(int from) {
    int at = from;
    while (at < text.length() && (isNameLetter(text.charAt(at)) || isAt(at, '+'))) {
      at++;
    }
    return at > from && isAt(at, ':') ? at + 1 : from;
  }

  private int afterListNumber(int from) {
    int at = from;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    boolean listed =
        (isAt(at, '.') || isAt(at, ')'))
            && at + 1 < text.length()
            && " \n\u200B".indexOf(text.charAt(at + 1)) >= 0;
    return listed ? at + 1 : from;
  }

  private int afterUnseen(int from) {
    int at = from;
    while (isAt(at, Folded.UNSEEN)) {
      at++;
    }
    return at;
  }

  private static boolean isNameLetter(char character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.NON_SPACING_MARK
        || "._-'".indexOf(character) >= 0;
  }

  private boolean isAt(int at, char character) {
    return at < text.length() && text.charAt(at) == character;
  }
}
