package smallsteps;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The bot can't start, or a command can't be done, because of how it is set up. The message is for
/// the person who runs it: what is wrong and how to mend it, no secret in it.
public final class SetupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SetupException(String message) {
    super(message);
  }

  public SetupException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Each of them read, in their order.
  ///
  /// @throws SetupException with what is wrong in any of them, a line each
  public static <K, V> Map<K, V> allOf(List<K> keys, Function<K, V> read) {
    var found = new LinkedHashMap<K, V>();
    checkAll(keys.stream().<Runnable>map(key -> () -> found.put(key, read.apply(key))).toList());
    return found;
  }

  /// Each of them run, in their order, whatever is wrong in others.
  ///
  /// @throws SetupException with what is wrong in any of them, a line each, none twice
  public static void checkAll(List<Runnable> checks) {
    var problems = new LinkedHashSet<String>();
    for (Runnable check : checks) {
      try {
        check.run();
      } catch (SetupException wrong) {
        problems.add(wrong.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new SetupException(String.join("\n", problems));
    }
  }
}
