package smallsteps.schedule;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.ScheduledJob;

/// A job with what it needs to run. Never runs twice at once; what goes wrong in a run ends that
/// run and not the job.
final class RunningJob {
  private static final Logger log = LoggerFactory.getLogger(RunningJob.class);

  /// A busy machine may be that late.
  private static final Duration LATE = Duration.ofSeconds(5);

  private final ScheduledJob job;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong failures = new AtomicLong();
  private volatile long lastBegun = System.nanoTime();
  private volatile boolean ended;

  RunningJob(ScheduledJob job, InstantSource clock) {
    this.job = job;
    this.clock = clock;
  }

  String name() {
    return job.name();
  }

  Duration every() {
    return job.every();
  }

  /// Whether it should have come round by now, by the time that has passed.
  boolean isOverdue() {
    long since = System.nanoTime() - lastBegun;
    return !lock.isLocked() && since > job.every().plus(LATE).toNanos();
  }

  void run() {
    lock.lock();
    lastBegun = System.nanoTime();
    try {
      if (!ended) {
        job.run().accept(clock.instant());
      }
    } catch (RuntimeException | Error failure) {
      failed(failure);
    } finally {
      lock.unlock();
    }
  }

  private void failed(Throwable failure) {
    failures.incrementAndGet();
    log.error("The job {} failed: {}", job.name(), NameAndPlace.of(failure));
  }

  long failures() {
    return failures.get();
  }

  /// Waits for the run that is under way, at most so long. No run begins after this.
  void end(Duration patience) {
    ended = true;
    try {
      if (lock.tryLock(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS)) {
        lock.unlock();
      } else {
        log.warn("The job {} was still running when the bot stopped.", job.name());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
