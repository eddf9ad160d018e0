package smallsteps;

/// White space and signs that nobody sees, as people's keyboards, phones and copied texts have
/// them.
public final class Spaces {
  private static final int NEXT_LINE = 0x85;
  private static final int BRAILLE_BLANK = 0x2800;

  private Spaces() {}

  /// Space that has a width, of any kind, and whatever breaks a line.
  public static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == NEXT_LINE
        || character == BRAILLE_BLANK;
  }

  public static boolean isLineBreak(int character) {
    return character >= '\n' && character <= '\r'
        || character == NEXT_LINE
        || character == '\u2028'
        || character == '\u2029';
  }

  /// What has no shape of its own: zero widths, marks of direction, soft hyphens, variation
  /// selectors, tags, fillers, and control characters that are no space.
  public static boolean isUnseen(int character) {
    int type = Character.getType(character);
    return switch (character) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
      default ->
          type == Character.FORMAT
              || type == Character.CONTROL && !isSpace(character)
              || isVariationSelector(character);
    };
  }

  /// Whether nobody sees anything of it.
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> isSpace(c) || isUnseen(c));
  }

  /// Without the space around it. What belongs to the sign beside it stays: how an emoji looks, and
  /// which way a text runs.
  public static String strip(String text) {
    int begin = 0;
    int end = text.length();
    boolean isClosed = text.codePoints().anyMatch(c -> c == 0x202C || c == 0x2069);
    while (begin < end && isLooseAtFirst(text.codePointAt(begin), isClosed)) {
      begin += Character.charCount(text.codePointAt(begin));
    }
    while (end > begin && isLooseAtLast(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return isBlank(text.substring(begin, end)) ? "" : text.substring(begin, end);
  }

  /// On one line, whatever space was in it.
  public static String inLine(String text) {
    var line = new StringBuilder(text.length());
    boolean isAfterSpace = false;
    for (int at = 0; at < text.length(); at++) {
      boolean isSpace = isSpace(text.charAt(at));
      if (!isSpace) {
        line.append(text.charAt(at));
      } else if (!isAfterSpace) {
        line.append(' ');
      }
      isAfterSpace = isSpace;
    }
    return line.toString();
  }

  /// A variation of nothing is none, nor what ends a direction that nothing began, or begins one
  /// that nothing ends.
  private static boolean isLooseAtFirst(int c, boolean isClosed) {
    boolean isOpen = isDirection(c) && c != 0x202C && c != 0x2069;
    return isLoose(c) || belongsToSign(c) || isDirection(c) && !(isOpen && isClosed);
  }

  /// A direction that nothing follows is none.
  private static boolean isLooseAtLast(int c) {
    return isLoose(c) || isDirection(c) && c != 0x202C && c != 0x2069;
  }

  private static boolean isLoose(int c) {
    return isSpace(c) || isUnseen(c) && !belongsToSign(c) && !isDirection(c);
  }

  /// Unseen itself, and part of how the sign beside it looks: variations, joiners, a flag's tags.
  static boolean belongsToSign(int c) {
    return isVariationSelector(c) || c >= 0xE0020 && c <= 0xE007F || c == 0x200C || c == 0x200D;
  }

  /// Embeddings, overrides and isolates, and their ends.
  static boolean isDirection(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  private static boolean isVariationSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F
        || c >= 0xE0100 && c <= 0xE01EF
        || c >= 0x180B && c <= 0x180F && c != 0x180E;
  }
}
