package smallsteps.supervision;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;

/// Something that lives as long as the bot, in a thread of its own.
public final class Part implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Part.class);
  private static final long FIRST_PAUSE = Duration.ofMillis(500).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();

  /// What has lived so long is well again: the next pause is short.
  private static final long STEADY = Duration.ofMinutes(1).toNanos();

  private static final Duration ENDING = Duration.ofSeconds(1);

  private final String name;
  private final Step step;
  private final Thread thread;
  private volatile boolean isStopping;
  private volatile boolean isDown;
  private volatile long ends;
  private volatile long lastEnd;

  Part(String name, Step step) {
    this.name = name;
    this.step = step;
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::live);
  }

  void start() {
    thread.start();
  }

  String name() {
    return name;
  }

  boolean isOver() {
    return !thread.isAlive();
  }

  boolean isDown() {
    return isDown;
  }

  boolean hasEndedWithin(Duration time) {
    return ends > 0 && System.nanoTime() - lastEnd < time.toNanos();
  }

  String sentence() {
    return "The part "
        + name
        + (isDown ? " is down" : " was down")
        + "; it has ended "
        + ends
        + (ends == 1 ? " time" : " times")
        + " and is started again each time.";
  }

  private void live() {
    long pause = FIRST_PAUSE;
    while (!isStopping) {
      long since = System.nanoTime();
      if (isDone() || isStopping) {
        return;
      }
      pause = System.nanoTime() - since > STEADY ? FIRST_PAUSE : pause;
      rest(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      isDown = false;
    }
  }

  /// False when it ended otherwise than by being done.
  private boolean isDone() {
    try {
      boolean goesOn = true;
      while (goesOn && !isStopping) {
        goesOn = step.taken();
      }
      return true;
    } catch (Throwable end) { // an Error too: nothing may end what must live
      lastEnd = System.nanoTime();
      ends++;
      isDown = !isStopping;
      tell(end);
      return false;
    }
  }

  /// Telling needs memory as well, which may be what was lacking.
  private void tell(Throwable end) {
    try {
      if (!isStopping) {
        log.error("{} ended, and is started again: {}", name, NameAndPlace.of(end));
      }
    } catch (Throwable untold) {
      // health tells it
    }
  }

  private void rest(long pause) {
    try {
      Thread.sleep(Duration.ofNanos(pause));
    } catch (Throwable woken) {
      // told to stop, as a rule
    }
  }

  /// Waits for it to be done by itself, at most so long.
  public void await(Duration atMost) {
    try {
      thread.join(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Interrupts it, and starts it no more.
  @Override
  public void close() {
    isStopping = true;
    isDown = false;
    thread.interrupt();
    await(ENDING);
  }
}
