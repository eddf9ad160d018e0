package smallsteps.slack.api;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// The rule of repeating: what may be asked of Slack again, when, how often, and after what.
/// Nothing beneath it repeats anything: Slack's client does not, nor the HTTP client that carries
/// it.
///
/// A call that never left the machine may always be made again. Of one whose answer was lost nobody
/// knows whether Slack has done it, or will yet; what then may be repeated is a property of the
/// method.
public enum Repeating {
  /// Doing it twice is doing it once.
  IDEMPOTENT,

  /// Doing it twice shows: it is looked for in Slack first, and done again only where it is not
  /// found and can no longer arrive.
  LOOKED_UP,

  /// It can't be looked for, and twice is worse than not at all.
  NEVER;

  /// Every method that the bot uses.
  static final Map<String, Repeating> METHODS =
      Map.ofEntries(
          Map.entry("apps.connections.open", IDEMPOTENT),
          Map.entry("auth.test", IDEMPOTENT),
          Map.entry("chat.delete", IDEMPOTENT),
          Map.entry("chat.postEphemeral", NEVER),
          Map.entry("chat.postMessage", LOOKED_UP),
          Map.entry("chat.update", IDEMPOTENT),
          Map.entry("conversations.history", IDEMPOTENT),
          Map.entry("conversations.info", IDEMPOTENT),
          Map.entry("conversations.replies", IDEMPOTENT),
          Map.entry("reactions.add", IDEMPOTENT),
          Map.entry("reactions.get", IDEMPOTENT),
          Map.entry("reactions.remove", IDEMPOTENT),
          Map.entry("users.info", IDEMPOTENT),
          Map.entry("views.open", NEVER),
          Map.entry("views.publish", IDEMPOTENT),
          Map.entry("views.update", IDEMPOTENT));

  /// What an answer of Slack's own says: it was not done, or is done already. A gateway that gave
  /// up waiting (504) says nothing of what goes on behind it.
  private static final Set<String> ANSWERED =
      Set.of(
          "http_500",
          "http_502",
          "http_503",
          "internal_error",
          "fatal_error",
          "service_unavailable");

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 4;

  /// What is tried again over restarts, first after this; then more and more seldom.
  private static final Duration FIRST_LATER = Duration.ofSeconds(15);

  private static final int MOST_DOUBLINGS_LATER = 5;

  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  /// The first look for something whose fate nobody knows, where a person waits for it.
  private static final Duration SOON = Duration.ofSeconds(3);

  /// And where nobody does: late is better than twice.
  private static final Duration AFTER_AN_ANSWER = Duration.ofMinutes(1);

  /// @throws IllegalArgumentException for a method that is not in the table
  public static Repeating of(String method) {
    Repeating repeating = METHODS.get(method);
    if (repeating == null) {
      throw new IllegalArgumentException("Whether " + method + " may be repeated is not said.");
    }
    return repeating;
  }

  /// Whether the call may be made again just like that.
  public boolean mayRepeat(Answer<?> answer) {
    return switch (answer) {
      case Answer.NotSent<?> _ -> true;
      case Answer.Unsure<?> _ -> this == IDEMPOTENT;
      case Answer.Ok<?> _, Answer.Refused<?> _ -> false;
    };
  }

  /// Until the next try: half of it for sure and half of it by chance, else all that failed
  /// together come together.
  ///
  /// @param tries how many there have been, from 0
  static Duration pause(int tries) {
    long most = FIRST.toNanos() << Math.min(tries, MOST_DOUBLINGS);
    return Duration.ofNanos(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
  }

  /// Until the next try of something that the outbox holds, when its tries in a row did not help.
  public static Duration untilNextTry(int tries) {
    return FIRST_LATER.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS_LATER));
  }

  /// Until it is looked again whether a lost post stands.
  public static Duration untilNextLook(int tries) {
    return FIRST_LOOK.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
  }

  /// Whether Slack itself has answered that it failed.
  public static boolean isAnswered(String problem) {
    return ANSWERED.contains(problem);
  }

  /// From the lost try on, when the message is posted again if it does not stand by then.
  ///
  /// @param lost how long one that got no answer may still be on its way
  public static Duration untilRepeated(String problem, boolean isWaitedFor, Duration lost) {
    if (!ANSWERED.contains(problem)) {
      return lost;
    }
    Duration answered = isWaitedFor ? SOON : AFTER_AN_ANSWER;
    return answered.compareTo(lost) < 0 ? answered : lost;
  }
}
