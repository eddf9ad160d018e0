package smallsteps.packaged;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Puts the clock of one of two bots elsewhere now and then, and right again.
final class Clocks {
  private final Pair pair;
  private final List<Duration> places;
  private final Duration apart;
  private long nextJump = System.nanoTime();
  private int jumps;

  /// @param farthest by how much a clock may be wrong
  /// @param apart how long nothing happens after a jump
  Clocks(Pair pair, Duration farthest, Duration apart) {
    this.pair = pair;
    this.apart = apart;
    places =
        Stream.of("PT0S", "-PT4M", "PT4M", "-PT5M", "PT1H", "-PT1H", "-P1D")
            .map(Duration::parse)
            .filter(place -> place.abs().compareTo(farthest) <= 0)
            .toList();
  }

  void jumpNowAndThen(Random random) throws IOException {
    if (FakeClock.isThere() && System.nanoTime() - nextJump >= 0) {
      pair.any(random).putClock(places.get(random.nextInt(places.size())));
      nextJump = System.nanoTime() + apart.toNanos();
      jumps++;
    }
  }

  int jumps() {
    return jumps;
  }
}
