package smallsteps.wins;

/// Space as people see it: also the kinds that don't break a line, or have no width.
final class Spaces {
  private Spaces() {}

  static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200B'
        || character == '\u2060'
        || character == '\uFEFF';
  }

  /// Where the space that begins here ends.
  static int skip(String text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static String strip(String text) {
    int begin = skip(text, 0);
    int end = text.length();
    while (end > begin && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }
}
