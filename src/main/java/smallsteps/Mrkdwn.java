package smallsteps;

import java.util.ArrayList;
import java.util.List;

/// Text that is Slack markup already and goes out as it is. Everything else is escaped.
public record Mrkdwn(String markup) {

  /// Slack's three control characters, made harmless: no stored `<!channel>`, `<@U…>` or link works
  /// any more when it is repeated.
  public static String escape(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// A person, shown by name. In a message this is a mention and may notify: only for the one who
  /// acted, never for somebody who stayed silent.
  public static Mrkdwn mention(String userId) {
    return new Mrkdwn("<@" + userId + ">");
  }

  /// Markup in pieces of at most so many characters, for blocks that hold no more: cut at a line,
  /// or else a space, where there is one, never within an escaped character or an emoji.
  public static List<String> pieces(String markup, int atMost) {
    var pieces = new ArrayList<String>();
    int at = 0;
    while (markup.length() - at > atMost) {
      int end = at + cut(markup.substring(at, at + atMost));
      pieces.add(markup.substring(at, end));
      at = end;
    }
    pieces.add(markup.substring(at));
    return pieces;
  }

  private static int cut(String full) {
    for (char between : new char[] {'\n', ' '}) {
      int end = full.lastIndexOf(between) + 1;
      if (end > full.length() / 2) {
        return end;
      }
    }
    int escape = full.lastIndexOf('&');
    if (escape > 0 && full.indexOf(';', escape) < 0) {
      return escape;
    }
    return Character.isHighSurrogate(full.charAt(full.length() - 1))
        ? full.length() - 1
        : full.length();
  }

  @Override
  public String toString() {
    return markup;
  }
}
