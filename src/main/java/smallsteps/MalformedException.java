package smallsteps;

/// Something came as Slack's without what Slack always sends. The message names the part that is
/// missing or odd, and never its value.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int MOST_SECONDS = 11;

  private MalformedException(String part) {
    super(part);
  }

  /// @return the value, which is there
  public static <T> T part(String name, T value) {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw new MalformedException(name);
    }
    return value;
  }

  static void message(MessageId message) {
    part("team", message.teamId());
    part("channel", message.channelId());
    ts("ts", message.ts());
  }

  /// Seconds since 1970 and a number: `1700000000.000100`.
  static void ts(String name, String value) {
    int dot = part(name, value).indexOf('.');
    String seconds = dot < 0 ? value : value.substring(0, dot);
    String number = dot < 0 ? "0" : value.substring(dot + 1);
    if (!isDigits(seconds) || !isDigits(number) || seconds.length() > MOST_SECONDS) {
      throw new MalformedException(name);
    }
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
