package smallsteps.slack.reply;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import smallsteps.DebtId;
import smallsteps.Newest;
import smallsteps.Outcome;
import smallsteps.Reply;

/// Those who wait in this process to hear how it went with something that they asked for: they hear
/// the end of the first try, and later only when it came to nothing after all.
public final class Waiters {
  private static final int REMEMBERED = 1000;

  private final Map<DebtId, Waiter> waiting = Newest.map(REMEMBERED);

  /// A try may end before somebody has said that they wait for it.
  private final Map<DebtId, Outcome> ended = Newest.map(REMEMBERED);

  private record Waiter(Origin origin, Function<Outcome, Reply> answer, boolean hasHeard) {}

  /// What is to be answered, and to whom.
  public record Heard(Reply reply, Origin origin) {}

  /// What they hear at once, where the first try is over already.
  synchronized Optional<Heard> add(DebtId debt, Origin origin, Function<Outcome, Reply> answer) {
    waiting.put(debt, new Waiter(origin, answer, false));
    Outcome outcome = ended.remove(debt);
    return outcome == null ? Optional.empty() : tried(debt, outcome);
  }

  /// Whether somebody waits for it.
  public boolean isWaitedFor(DebtId debt) {
    return waiting.containsKey(debt);
  }

  /// Whether nobody has heard how it ended. From then on nobody does, for who asked is told by
  /// another way.
  public synchronized boolean isUnheard(DebtId debt) {
    return ended.remove(debt) != null;
  }

  /// How a try ended. Empty where nobody waits, or there is nothing new to hear.
  public synchronized Optional<Heard> tried(DebtId debt, Outcome outcome) {
    Waiter waiter = waiting.remove(debt);
    if (waiter == null) {
      ended.put(debt, outcome);
      return Optional.empty();
    }
    boolean isOver = !(outcome instanceof Outcome.NotYet);
    if (!isOver) {
      waiting.put(debt, new Waiter(waiter.origin(), waiter.answer(), true));
    }
    boolean isNews = !waiter.hasHeard() || (isOver && !(outcome instanceof Outcome.Done));
    return isNews
        ? Optional.of(new Heard(waiter.answer().apply(outcome), waiter.origin()))
        : Optional.empty();
  }
}
