package smallsteps.slack;

import java.util.Map;

/// What a person wrote, out of what Slack sends: entities and `<…>` markup undone.
final class PlainText {
  private static final Map<String, String> ENTITIES =
      Map.of("&amp;", "&", "&lt;", "<", "&gt;", ">");

  private PlainText() {}

  /// @param markup may be null, which reads as nothing
  static String of(String markup) {
    if (markup == null) {
      return "";
    }
    if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
      return markup;
    }
    var plain = new StringBuilder(markup.length());
    int at = 0;
    while (at < markup.length()) {
      int close = markup.charAt(at) == '<' ? markup.indexOf('>', at) : -1;
      String entity = entityAt(markup, at);
      if (close > 0) {
        plain.append(token(markup.substring(at + 1, close)));
        at = close + 1;
      } else if (entity != null) {
        plain.append(ENTITIES.get(entity));
        at += entity.length();
      } else {
        plain.append(markup.charAt(at++));
      }
    }
    return plain.toString();
  }

  private static String entityAt(String markup, int at) {
    if (markup.charAt(at) != '&') {
      return null;
    }
    int end = markup.indexOf(';', at) + 1;
    String entity = end > 0 ? markup.substring(at, end) : "";
    return ENTITIES.containsKey(entity) ? entity : null;
  }

  /// What stands between the angle brackets: `@U1|ben`, `#C1|general`, `!here`, `https://…|label`.
  private static String token(String token) {
    int bar = token.indexOf('|');
    String target = bar < 0 ? token : token.substring(0, bar);
    String label = bar < 0 ? "" : entities(token.substring(bar + 1));
    if (target.startsWith("@") || target.startsWith("#")) {
      return label.isEmpty() ? target : target.charAt(0) + label.replaceFirst("^[@#]", "");
    } else if (target.startsWith("!")) {
      return label.isEmpty() ? "@" + target.substring(1) : label;
    }
    return link(entities(target), label);
  }

  private static String link(String target, String label) {
    String bare = target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
    if (label.isEmpty() || label.equals(bare)) {
      return bare;
    }
    boolean shortened = bare.replaceFirst("^https?://", "").replaceFirst("/$", "").equals(label);
    return shortened ? label : label + " (" + bare + ")";
  }

  private static String entities(String text) {
    String plain = text;
    for (String entity : new String[] {"&lt;", "&gt;", "&amp;"}) {
      plain = plain.replace(entity, ENTITIES.get(entity));
    }
    return plain;
  }
}
