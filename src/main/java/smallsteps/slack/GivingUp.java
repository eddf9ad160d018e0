package smallsteps.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.slack.api.Stopwatch;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// Ends the bot where nothing has got through to Slack for so long, whatever it is that stands in
/// the way, so that a machine's own supervisor can start it anew. It looks for itself, and needs
/// nobody else to go on.
final class GivingUp {
  private static final Logger log = LoggerFactory.getLogger(GivingUp.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final Stopwatch time;
  private final Duration patience;
  private final Supplier<Optional<String>> hindrance;
  private final Runnable giveUp;
  private long lastWell;

  /// @param hindrance what stands in the way now, in a sentence
  GivingUp(
      Stopwatch time, Duration patience, Supplier<Optional<String>> hindrance, Runnable giveUp) {
    this.time = time;
    this.patience = patience;
    this.hindrance = hindrance;
    this.giveUp = giveUp;
    lastWell = time.nanoTime();
  }

  Part start(Supervisor supervisor) {
    return supervisor.start("giving-up", this::look);
  }

  private boolean look() throws InterruptedException {
    Optional<String> now = hindrance.get();
    if (now.isEmpty()) {
      lastWell = time.nanoTime();
    } else if (time.nanoTime() - lastWell > patience.toNanos()) {
      log.error("The bot gives up after {} minutes: {}", patience.toMinutes(), now.get());
      giveUp.run();
      return false;
    }
    time.sleep(LOOK_EVERY);
    return true;
  }
}
