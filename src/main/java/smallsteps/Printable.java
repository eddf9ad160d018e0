package smallsteps;

/// Others' words as they may be shown in a terminal or a log: no control sign, no line break that
/// was not ours, nothing that turns the direction of what follows.
public final class Printable {
  private static final int LONGEST_VALUE = 60;
  private static final char UNKNOWN = '\ufffd';

  private Printable() {}

  /// One line of it.
  public static String line(String text) {
    return text(text, "");
  }

  /// The same with the line breaks and tabs that are ours.
  public static String lines(String text) {
    return text(text, "\n\t");
  }

  /// A value that somebody typed, in quotes, cut where it is long.
  public static String value(String text) {
    String line = line(text);
    int[] points = line.codePoints().limit(LONGEST_VALUE + 1L).toArray();
    return points.length <= LONGEST_VALUE
        ? '"' + line + '"'
        : '"' + new String(points, 0, LONGEST_VALUE) + "…\"";
  }

  private static String text(String text, String kept) {
    if (text.codePoints().noneMatch(c -> isUnfit(c) && kept.indexOf(c) < 0)) {
      return text;
    }
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isUnfit(c) && kept.indexOf(c) < 0 ? picture(c) : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  /// Whether a terminal would do something at it.
  public static boolean isUnfit(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.SURROGATE -> true;
      default -> Spaces.isDirection(c);
    };
  }

  /// Whether it stands for one that was unfit.
  public static boolean isPicture(int c) {
    return c >= 0x2400 && c <= 0x2421 || c == UNKNOWN;
  }

  /// Unicode has one for each of the old ones.
  private static int picture(int c) {
    if (c < 0x20) {
      return 0x2400 + c;
    }
    return c == 0x7f ? 0x2421 : UNKNOWN;
  }
}
