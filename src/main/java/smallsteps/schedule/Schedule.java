package smallsteps.schedule;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.ScheduledJob;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// Runs each job when it comes round, the first time at once. What is due is the rooms' to say:
/// this only ticks.
///
/// Whatever becomes of the clock and of Quartz, it ticks on by elapsed time: where the clock was
/// put back Quartz would wait for as long, and after a jump ahead for up to an interval; then every
/// job ticks at once, and from then on. So does one that has not come round when it should have.
public final class Schedule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, RunningJob> jobs = new LinkedHashMap<>();
  private final Ticker ticker;
  private final Part watch;

  private Schedule(
      List<ScheduledJob> jobs, InstantSource clock, Supervisor supervisor, InstantSource wall) {
    for (ScheduledJob job : jobs) {
      if (this.jobs.put(job.name(), new RunningJob(job, clock)) != null) {
        throw new IllegalArgumentException("Two jobs are called " + job.name() + ".");
      }
    }
    try {
      ticker = new Ticker(this.jobs, wall, supervisor);
      watch = supervisor.start("clock-watch", new Clockwatch(wall, this::look));
      for (RunningJob job : this.jobs.values()) {
        ticker.plan(job.name(), job.every());
      }
      ticker.begin();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz would not start", e);
    }
  }

  public static Schedule start(
      List<ScheduledJob> jobs, InstantSource clock, Supervisor supervisor) {
    return start(jobs, clock, supervisor, InstantSource.system());
  }

  /// @param wall the clock that Quartz goes by
  static Schedule start(
      List<ScheduledJob> jobs, InstantSource clock, Supervisor supervisor, InstantSource wall) {
    return new Schedule(jobs, clock, supervisor, wall);
  }

  /// @param jump by how much the clock jumped since the last look
  private void look(Duration jump) {
    boolean isJump = !jump.isZero();
    if (isJump) {
      log.info("The clock jumped by {} s, or the machine slept: looking again.", jump.toSeconds());
    }
    try {
      for (RunningJob job : jobs.values()) {
        if (isJump || job.isOverdue()) {
          ticker.plan(job.name(), job.every());
        }
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz takes no job", e);
    }
  }

  /// Runs a job here and now, after the run that is under way.
  public void runNow(String job) {
    running(job).run();
  }

  /// How many runs of a job have ended in an exception.
  public long failures(String job) {
    return running(job).failures();
  }

  private RunningJob running(String job) {
    RunningJob running = jobs.get(job);
    if (running == null) {
      throw new IllegalArgumentException("No job is called " + job + ".");
    }
    return running;
  }

  /// No job begins any more; those under way get some seconds to end.
  @Override
  public void close() {
    watch.close();
    try {
      ticker.rest();
      long until = System.nanoTime() + PATIENCE.toNanos();
      jobs.values().forEach(job -> job.end(Duration.ofNanos(until - System.nanoTime())));
      ticker.end();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz would not stop", e);
    }
  }
}
