package smallsteps.wins;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/// The words that make a message a win: "I did a small thing", "Jag gjorde en liten sak". Mentions,
/// emoji, quotes and bullets may stand before them. Reads each letter once, whatever people send.
final class WinPhrase {
  private static final List<List<String>> PHRASES =
      List.of(
          List.of("i", "did", "a", "small", "thing"),
          List.of("jag", "gjorde", "en", "liten", "sak"));
  private static final String SEPARATORS = ":;,.!…-‐‑‒–—―−";
  private static final String OPENERS = "*_~`\"'“”„‘’‚«»(";
  private static final String CLOSERS = "*_~`\"'”””’’’»«)";

  private final String message;
  private final int start;
  private final int end;

  private WinPhrase(String message, int start, int end) {
    this.message = message;
    this.start = start;
    this.end = end;
  }

  /// What the person did, in their words: what follows the phrase, or the whole message where
  /// nothing does. Empty when the message does not begin with the phrase.
  static Optional<String> read(String message) {
    int start = new Decoration(message).end();
    for (List<String> phrase : PHRASES) {
      int end = match(message, start, phrase);
      if (end >= 0) {
        return Optional.of(new WinPhrase(message, start, end).text());
      }
    }
    return Optional.empty();
  }

  /// Where the phrase ends; -1 where it doesn't stand.
  private static int match(String message, int start, List<String> phrase) {
    int at = start;
    for (String word : phrase) {
      int begin = at == start ? start : Spaces.skip(message, at);
      boolean apart = at == start || begin > at;
      if (!apart || !message.regionMatches(true, begin, word, 0, word.length())) {
        return -1;
      }
      at = begin + word.length();
    }
    return isWordEnd(message, at) ? at : -1;
  }

  private static boolean isWordEnd(String message, int at) {
    if (at >= message.length()) {
      return true;
    }
    int next = message.codePointAt(at);
    boolean genitive =
        (next == '\'' || next == '’')
            && at + 1 < message.length()
            && Character.isLetter(message.codePointAt(at + 1));
    return !Character.isLetterOrDigit(next)
        && Character.getType(next) != Character.NON_SPACING_MARK
        && !genitive;
  }

  private String text() {
    int closed = closers(end);
    int apart = separators(closed);
    int begin = closers(apart);
    String rest = Spaces.strip(message.substring(begin));
    boolean closedEarly = closed > end || begin > apart;
    String text = closedEarly ? rest : Spaces.strip(withoutLastClosers(rest));
    return tidy(text.isEmpty() ? message : text);
  }

  /// As it is kept: composed letters, no space around it.
  static String tidy(String text) {
    return Spaces.strip(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /// `*I did a small thing*: x` closes after the phrase what it opened before it.
  private int closers(int from) {
    int at = from;
    if (isOpener(start - 1)) {
      while (at < message.length() && CLOSERS.indexOf(message.charAt(at)) >= 0) {
        at++;
      }
    }
    return at;
  }

  /// `"I did a small thing: x"` closes at the very end.
  private String withoutLastClosers(String rest) {
    String inner = rest;
    for (int at = start - 1; isOpener(at) && !inner.isEmpty(); at--) {
      char closer = CLOSERS.charAt(OPENERS.indexOf(message.charAt(at)));
      if (inner.charAt(inner.length() - 1) != closer) {
        break;
      }
      inner = inner.substring(0, inner.length() - 1);
    }
    return inner;
  }

  private boolean isOpener(int at) {
    return at >= 0 && OPENERS.indexOf(message.charAt(at)) >= 0;
  }

  /// A dash on a line of its own begins a list and stays; one after the phrase only parts.
  private int separators(int from) {
    int first = from;
    while (first < message.length()
        && Spaces.isSpace(message.charAt(first))
        && message.charAt(first) != '\n') {
      first++;
    }
    int at = first;
    while (at < message.length() && SEPARATORS.indexOf(message.charAt(at)) >= 0) {
      at++;
    }
    return at == first ? from : at;
  }
}
