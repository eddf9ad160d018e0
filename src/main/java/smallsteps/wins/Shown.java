package smallsteps.wins;

import smallsteps.Spaces;

/// What people wrote, cut to where it is shown. It is kept whole.
final class Shown {
  private static final String CUT = "…";

  private Shown() {}

  /// @param length in code points, so that no emoji is cut in two
  static String shortened(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return Spaces.strip(text.substring(0, text.offsetByCodePoints(0, length - 1))) + CUT;
  }

  /// @param length in characters as Slack counts them, an escaped one by all that stands for it
  static String fitting(String text, int length) {
    int end = end(text, length);
    return end == text.length()
        ? text
        : Spaces.strip(text.substring(0, end(text, length - 1))) + CUT;
  }

  /// Where so much of it ends.
  private static int end(String text, int length) {
    int at = 0;
    int counted = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      counted += width(character);
      if (counted > length) {
        return at;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  private static int width(int character) {
    return switch (character) {
      case '&' -> "&amp;".length();
      case '<', '>' -> "&lt;".length();
      default -> 1;
    };
  }

  /// On one line, for a list.
  static String inLine(String text, int length) {
    return shortened(Spaces.inLine(text), length);
  }
}
