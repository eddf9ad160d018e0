package smallsteps;

import java.util.List;
import java.util.function.IntPredicate;

/// Something came as Slack's without what Slack always sends. The message names the part that is
/// missing or odd, and never its value.
public final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int MOST_SECONDS = 11;
  private static final int MOST_DIGITS = 9;

  private MalformedException(String part) {
    super(part);
  }

  /// @return the value, which is there
  public static <T> T need(String name, T value) {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw new MalformedException(name);
    }
    return value;
  }

  /// @param isOne whether it is one that we gave out
  public static int number(String name, String value, IntPredicate isOne) {
    String digits = need(name, value);
    if (digits.length() > MOST_DIGITS
        || !isDigits(digits)
        || !isOne.test(Integer.parseInt(digits))) {
      throw new MalformedException(name);
    }
    return Integer.parseInt(digits);
  }

  /// The words of a button's value, so many of them.
  public static List<String> words(String name, String value, int count) {
    List<String> words = List.of(need(name, value).split(" ", count));
    if (words.size() < count) {
      throw new MalformedException(name);
    }
    return words;
  }

  static void message(MessageId message) {
    need("team", message.teamId());
    need("channel", message.channelId());
    ts("ts", message.ts());
  }

  /// Seconds since 1970 and a number: `1700000000.000100`.
  static void ts(String name, String value) {
    int dot = need(name, value).indexOf('.');
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
