package smallsteps;

/// Words that a text opens with, and what stands after them: without the sign that parts them from
/// it, and without what encloses them.
///
/// @param start where they begin in the folded text, and `end` where they end
public record Opening(Folded folded, int start, int end) {
  private static final String SEPARATORS = ":;,.!-";
  private static final String OPENERS = "*_~`\"'([{<";
  private static final String CLOSERS = "*_~`\"')]}>";

  /// As it was written; empty where nothing follows.
  public String rest() {
    int closed = closers(end);
    int apart = separators(closed);
    int begin = closers(apart);
    String rest = Spaces.strip(folded.original().substring(folded.begin(begin)));
    boolean closedEarly = closed > end || begin > apart;
    return closedEarly ? rest : Spaces.strip(withoutLastClosers(rest));
  }

  /// The rest, and what stands before the words where it says something or shows a picture.
  public String around() {
    String before = Spaces.strip(folded.original().substring(0, folded.begin(start)));
    boolean saysSomething =
        before
            .codePoints()
            .anyMatch(c ->
                Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    return saysSomething ? Spaces.strip(before + " " + rest()) : rest();
  }

  /// `*I did a small thing*: x` closes after the words what it opened before them.
  private int closers(int from) {
    int at = from;
    if (opener(start) >= 0) {
      while (at < text().length() && CLOSERS.indexOf(text().charAt(at)) >= 0) {
        at++;
      }
    }
    return at;
  }

  /// `"I did a small thing: x"` closes at the very end.
  private String withoutLastClosers(String rest) {
    String inner = rest;
    for (int at = opener(start); at >= 0 && !inner.isEmpty(); at = opener(at)) {
      int last = inner.codePointBefore(inner.length());
      char closer = CLOSERS.charAt(OPENERS.indexOf(text().charAt(at)));
      if (!Folded.of(Character.toString(last)).text().equals(String.valueOf(closer))) {
        break;
      }
      inner = inner.substring(0, inner.length() - Character.charCount(last));
    }
    return inner;
  }

  /// Where the sign stands that opens something right before this place; -1 where none does.
  private int opener(int place) {
    int at = place - 1;
    while (at >= 0 && text().charAt(at) == Folded.UNSEEN) {
      at--;
    }
    return at >= 0 && OPENERS.indexOf(text().charAt(at)) >= 0 ? at : -1;
  }

  /// A dash on a line of its own begins a list and stays; one after the words only parts.
  private int separators(int from) {
    int first = from;
    while (first < text().length() && " \u200B".indexOf(text().charAt(first)) >= 0) {
      first++;
    }
    int at = first;
    while (at < text().length()
        && (SEPARATORS.indexOf(text().charAt(at)) >= 0
            || at > first && text().charAt(at) == Folded.UNSEEN)) {
      at++;
    }
    return at == first ? from : at;
  }

  private String text() {
    return folded.text();
  }
}
