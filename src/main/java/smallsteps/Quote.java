package smallsteps;

/// What somebody typed, said back to them: on one line, no longer than one wants to read it again,
/// without control characters and signs that turn the direction of what follows.
public final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  public static String of(String typed) {
    String line = Spaces.strip(Spaces.inLine(typed));
    var quote = new StringBuilder();
    int length = 0;
    for (int c : line.codePoints().filter(Quote::isShown).toArray()) {
      if (length++ == LONGEST) {
        return quote + "…";
      }
      quote.appendCodePoint(c);
    }
    return quote.toString();
  }

  private static boolean isShown(int c) {
    return !Spaces.isUnseen(c) || Spaces.belongsToSign(c);
  }
}
