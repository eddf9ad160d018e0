package smallsteps;

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

  @Override
  public String toString() {
    return markup;
  }
}
