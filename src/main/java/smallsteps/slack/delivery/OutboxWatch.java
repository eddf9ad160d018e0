package smallsteps.slack.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.outbox.Outbox;
import smallsteps.slack.api.Stopwatch;
import smallsteps.storage.StoreBusyException;
import smallsteps.storage.StoreException;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// Looks into the outbox for as long as the bot lives: soon after something is owed, and every
/// second for what is due again, or was left by another process.
public final class OutboxWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutboxWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// What is owed meanwhile is found by one look.
  private static final Duration APART = Duration.ofMillis(20);

  private final Deliveries deliveries;
  private final Stopwatch time;
  private final Semaphore wakeUp = new Semaphore(0);
  private final Part part;
  private volatile boolean isClosing;

  public OutboxWatch(Outbox outbox, Deliveries deliveries, Stopwatch time, Supervisor supervisor) {
    this.deliveries = deliveries;
    this.time = time;
    outbox.onOwed(wakeUp::release);
    part = supervisor.start("outbox", this::look);
  }

  private boolean look() throws InterruptedException {
    wakeUp.tryAcquire(time.real(EVERY).toMillis(), TimeUnit.MILLISECONDS);
    Thread.sleep(APART);
    wakeUp.drainPermits();
    try {
      deliveries.look();
    } catch (StoreException | StoreBusyException e) {
      log.warn("The outbox can't be read just now: {}", NameAndPlace.of(e));
    }
    return !isClosing;
  }

  @Override
  public void close() {
    isClosing = true;
    part.close();
  }
}
