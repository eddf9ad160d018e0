package smallsteps.slack.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import smallsteps.DebtId;
import smallsteps.Outcome;
import smallsteps.Reply;

/// How something ended is heard once, whichever comes first: its end, or who waits for it.
class WaitersTest {
  private static final DebtId DEBT = new DebtId("T1", "win", "C1", "1.1");
  private static final Outcome REFUSED = new Outcome.Refused("not_in_channel");
  private static final Function<Outcome, Reply> ANSWER = _ -> Reply.nothing();

  private final Waiters waiters = new Waiters();

  @Test
  void whoWaitsHearsAndNobodyTellsThemAgain() {
    assertThat(waiters.add(DEBT, null, ANSWER)).isEmpty();
    assertThat(waiters.tried(DEBT, REFUSED)).isPresent();
    assertThat(waiters.isUnheard(DEBT)).isFalse();
  }

  @Test
  void whoComesAfterTheEndHearsAtOnceAndNobodyTellsThemAgain() {
    assertThat(waiters.tried(DEBT, REFUSED)).isEmpty();
    assertThat(waiters.add(DEBT, null, ANSWER)).isPresent();
    assertThat(waiters.isUnheard(DEBT)).isFalse();
  }

  @Test
  void whoComesAfterTheyWereToldByAnotherWayHearsNothing() {
    assertThat(waiters.tried(DEBT, REFUSED)).isEmpty();
    assertThat(waiters.isUnheard(DEBT)).isTrue();
    assertThat(waiters.add(DEBT, null, ANSWER)).isEmpty();
  }

  @Test
  void whoHeardThatItTakesLongerHearsWhatCameOfIt() {
    waiters.add(DEBT, null, ANSWER);
    assertThat(waiters.tried(DEBT, new Outcome.NotYet("timeout"))).isPresent();
    assertThat(waiters.tried(DEBT, REFUSED)).isPresent();
    assertThat(waiters.isUnheard(DEBT)).isFalse();
  }
}
