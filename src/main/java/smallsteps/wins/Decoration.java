package smallsteps.wins;

/// What may stand before the phrase: mentions, emoji, punctuation, bullets and numbers of a list.
final class Decoration {
  private static final char EMOJI_STYLE = '\uFE0F';
  private static final char KEYCAP = '\u20E3';
  private final String message;

  Decoration(String message) {
    this.message = message;
  }

  /// Where the first word begins that is none of it.
  int end() {
    int at = 0;
    for (int next = after(at); next > at; next = after(at)) {
      at = next;
    }
    return at;
  }

  /// The end of the one piece that begins here; the same place where none does.
  private int after(int at) {
    if (at >= message.length()) {
      return at;
    }
    int character = message.codePointAt(at);
    int next = at + Character.charCount(character);
    if (isAt(next, EMOJI_STYLE) || isAt(next, KEYCAP)) {
      return next + 1;
    } else if (Character.isDigit(character)) {
      return afterListNumber(at);
    } else if (Character.isLetter(character)) {
      return at;
    } else {
      return switch (character) {
        case '@' -> afterMention(next);
        case ':' -> afterEmojiName(next);
        default -> next;
      };
    }
  }

  private int afterMention(int from) {
    int at = from;
    while (at < message.length() && isNameLetter(message.charAt(at))) {
      at++;
    }
    return at;
  }

  /// `wave:` of `:wave:`; just the colon where no name follows.
  private int afterEmojiName(int from) {
    int at = from;
    while (at < message.length() && (isNameLetter(message.charAt(at)) || isAt(at, '+'))) {
      at++;
    }
    return at > from && isAt(at, ':') ? at + 1 : from;
  }

  private int afterListNumber(int from) {
    int at = from;
    while (at < message.length() && Character.isDigit(message.charAt(at))) {
      at++;
    }
    boolean listed = (isAt(at, '.') || isAt(at, ')')) && Spaces.skip(message, at + 1) > at + 1;
    return listed ? at + 1 : from;
  }

  private static boolean isNameLetter(char character) {
    return Character.isLetterOrDigit(character) || "._-'".indexOf(character) >= 0;
  }

  private boolean isAt(int at, char character) {
    return at < message.length() && message.charAt(at) == character;
  }
}
