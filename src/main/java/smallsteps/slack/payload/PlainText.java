package smallsteps.slack.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import smallsteps.Mentions;

/// What a person wrote, out of what Slack sends: entities and `<…>` markup undone. Mentions stay,
/// as [Mentions] writes them.
public final class PlainText {
  private static final Map<String, String> ENTITIES =
      Map.of("&amp;", "&", "&lt;", "<", "&gt;", ">");

  private static final Set<String> GROUPS_OF_ALL = Set.of("here", "channel", "everyone");

  private PlainText() {}

  /// @param markup may be null, which reads as nothing
  public static String of(String markup) {
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
    char sign = target.isEmpty() ? 0 : target.charAt(0);
    return switch (sign) {
      case '@', '#' -> mention(sign, target.substring(1), label);
      case '!' -> special(target.substring(1), label);
      default -> link(entities(target), label);
    };
  }

  private static String mention(char sign, String id, String label) {
    return Mentions.isId(id) ? Mentions.of(sign, id, label) : sign + (label.isBlank() ? id : label);
  }

  /// `!here`, `!subteam^S1|@team`, `!date^1392734382^{date}|18 February`.
  private static String special(String target, String label) {
    String[] parts = target.split("\\^", 3);
    String id = parts.length > 1 ? parts[1] : "";
    if (GROUPS_OF_ALL.contains(parts[0])) {
      return "@" + parts[0];
    } else if (parts[0].equals("subteam")) {
      return group(id, label);
    } else if (!label.isBlank()) {
      return label;
    }
    return parts[0].equals("date") ? day(id) : "@" + parts[0];
  }

  private static String group(String id, String label) {
    String handle = label.replaceFirst("^@", "");
    return handle.isBlank() && Mentions.isId(id) ? "<!subteam^" + id + ">" : "@" + handle;
  }

  private static String day(String seconds) {
    try {
      return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds)), ZoneOffset.UTC)
          .toString();
    } catch (NumberFormatException | DateTimeException noTime) {
      return "";
    }
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
