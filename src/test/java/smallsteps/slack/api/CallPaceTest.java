package smallsteps.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How fast calls go out.
class CallPaceTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final CallPace.Limit LIMIT = new CallPace.Limit(Duration.ofSeconds(1), 3);
  private final HandWound time = new HandWound();
  private final CallPace pace = new CallPace(time);

  @Test
  void someGoAtOnceAndTheOthersASecondApart() {
    assertThat(waits(5)).containsExactly(0L, 0L, 0L, 1L, 2L);
  }

  @Test
  void aQuietTimeGivesTheBurstBack() {
    waits(3);
    time.sleep(Duration.ofSeconds(10));
    assertThat(waits(4)).containsExactly(0L, 0L, 0L, 1L);
  }

  @Test
  void nobodyWaitsLongerThanTheyHavePatienceForAndThenNoPlaceIsTaken() {
    waits(3);
    assertThat(pace.reserve("a", LIMIT, Duration.ofMillis(500))).isNegative();
    assertThat(waits(1)).containsExactly(1L);
  }

  @Test
  void afterAPauseTheyComeOneByOneAndHalfAsFast() {
    pace.pause("a", Duration.ofSeconds(30));
    assertThat(pace.isPaused("a")).isTrue();
    assertThat(waits(3)).containsExactly(30L, 32L, 34L);
    time.sleep(Duration.ofSeconds(30));
    assertThat(pace.isPaused("a")).isFalse();
  }

  @Test
  void whatIsSaidToSeveralAtTheSameTimeCountsOnce() {
    pace.pause("a", Duration.ofSeconds(10));
    pace.pause("a", Duration.ofSeconds(10));
    assertThat(waits(2)).containsExactly(10L, 12L);
  }

  @Test
  void aWhileLaterAllIsAsBefore() {
    pace.pause("a", Duration.ofSeconds(1));
    time.sleep(Duration.ofMinutes(11));
    assertThat(waits(4)).containsExactly(0L, 0L, 0L, 1L);
  }

  @Test
  void oneKindIsPausedAndTheOtherGoesOn() {
    pace.pause("a", Duration.ofSeconds(30));
    assertThat(pace.isPaused("b")).isFalse();
    assertThat(pace.reserve("b", LIMIT, Duration.ZERO)).isZero();
  }

  @Test
  void aKindIsQuietWithNoMoreThanOneCallLately() {
    assertThat(pace.isQuiet("a", LIMIT)).isTrue();
    waits(1);
    assertThat(pace.isQuiet("a", LIMIT)).isTrue();
    waits(1);
    assertThat(pace.isQuiet("a", LIMIT)).isFalse();
  }

  /// How many seconds each of the next ones has to wait.
  private List<Long> waits(int howMany) {
    var waits = new ArrayList<Long>();
    for (int i = 0; i < howMany; i++) {
      waits.add(Duration.ofNanos(pace.reserve("a", LIMIT, LONG)).toSeconds());
    }
    return waits;
  }
}
