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

  /// On one line, for a list.
  static String inLine(String text, int length) {
    return shortened(Spaces.inLine(text), length);
  }
}
