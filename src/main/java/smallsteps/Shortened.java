package smallsteps;

import java.text.BreakIterator;
import java.util.Locale;

/// What is shown of a longer text, which is kept whole. Lengths are in UTF-16 units, the most that
/// Slack may count; no sign is cut in two, be it an emoji of several.
public final class Shortened {
  private static final String CUT = "…";

  private Shortened() {}

  public static String to(String text, int length) {
    return text.length() <= length ? text : cut(text, length - CUT.length());
  }

  /// On one line, for a list.
  public static String inLine(String text, int length) {
    return to(Spaces.strip(Spaces.inLine(text)), length);
  }

  /// So that it is no longer than that once it is escaped.
  public static String beforeEscaping(String text, int length) {
    return widthOf(text, text.length()) <= length
        ? text
        : cut(text, endAt(text, length - CUT.length()));
  }

  private static String cut(String text, int length) {
    var signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text);
    int end = signs.isBoundary(length) ? length : signs.preceding(length);
    return Spaces.strip(text.substring(0, end)) + CUT;
  }

  /// Where so much of it ends, counted as it is escaped.
  private static int endAt(String text, int length) {
    int end = Math.min(text.length(), length);
    int width = widthOf(text, end);
    while (width > length) {
      end--;
      width -= width(text.charAt(end));
    }
    return end;
  }

  private static int widthOf(String text, int end) {
    return text.chars().limit(end).map(Shortened::width).sum();
  }

  private static int width(int character) {
    return switch (character) {
      case '&' -> "&amp;".length();
      case '<', '>' -> "&lt;".length();
      default -> 1;
    };
  }
}
