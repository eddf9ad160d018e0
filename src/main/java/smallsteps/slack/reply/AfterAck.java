package smallsteps.slack.reply;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.slack.api.Stopwatch;

/// What is done for a request once Slack has its ack.
public final class AfterAck implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AfterAck.class);
  private static final Duration ENDING = Duration.ofSeconds(5);

  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("after-ack-", 0).factory());
  private final Phaser underWay = new Phaser(1);
  private final Stopwatch time;

  /// @param time by which what is under way gets some seconds to end
  public AfterAck(Stopwatch time) {
    this.time = time;
  }

  public void run(String what, Runnable work) {
    underWay.register();
    executor.execute(() -> {
      try {
        work.run();
      } catch (Throwable e) { // an Error too: it would be printed with somebody's words
        log.error("After the ack, {} failed: {}", what, NameAndPlace.of(e));
      } finally {
        underWay.arriveAndDeregister();
      }
    });
  }

  /// Returns when nothing is under way, so that a test needn't guess.
  public void awaitIdle() {
    underWay.arriveAndAwaitAdvance();
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(time.real(ENDING).toMillis(), TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
