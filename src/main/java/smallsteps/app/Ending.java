package smallsteps.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The end of the process in good order. Told to end, it says so to who waits, and the process
/// stays until all is put away and this is closed, within the ten seconds that a supervisor gives
/// it.
final class Ending implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(9);

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  Ending() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::inOrder, "end"));
  }

  private void inOrder() {
    tell();
    try {
      done.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void tell() {
    told.countDown();
  }

  boolean isTold() {
    return told.getCount() == 0;
  }

  void await() throws InterruptedException {
    told.await();
  }

  @Override
  public void close() {
    done.countDown();
  }
}
