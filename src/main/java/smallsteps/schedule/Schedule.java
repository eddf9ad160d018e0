package smallsteps.schedule;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
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

  private final Map<String, RunningJob> jobs;
  private final Set<String> refused = ConcurrentHashMap.newKeySet(); // by Quartz, at the last look
  private final Ticker ticker;
  private final Part watch;

  /// @param jobs by their names
  Schedule(Map<String, RunningJob> jobs, Ticker ticker, Supervisor supervisor, InstantSource wall)
      throws SchedulerException {
    this.jobs = jobs;
    this.ticker = ticker;
    watch = supervisor.start("clock-watch", new Clockwatch(wall, this::look));
    for (RunningJob job : jobs.values()) {
      ticker.plan(job.name(), job.every());
    }
    ticker.begin();
  }

  public static Schedule start(
      List<ScheduledJob> jobs, InstantSource clock, Supervisor supervisor) {
    return start(jobs, clock, supervisor, InstantSource.system());
  }

  /// @param wall the clock that Quartz goes by
  static Schedule start(
      List<ScheduledJob> jobs, InstantSource clock, Supervisor supervisor, InstantSource wall) {
    Map<String, RunningJob> named = named(jobs, clock);
    try {
      var ticker = new Ticker(Ticker.quartz(named, supervisor), wall);
      return new Schedule(named, ticker, supervisor, wall);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz would not start", e);
    }
  }

  static Map<String, RunningJob> named(List<ScheduledJob> jobs, InstantSource clock) {
    var named = new LinkedHashMap<String, RunningJob>();
    for (ScheduledJob job : jobs) {
      if (named.put(job.name(), new RunningJob(job, clock)) != null) {
        throw new IllegalArgumentException("Two jobs are called " + job.name() + ".");
      }
    }
    return named;
  }

  /// @param jump by how much the clock jumped since the last look
  void look(Duration jump) {
    boolean isJump = !jump.isZero();
    if (isJump) {
      log.info("The clock jumped by {} s, or the machine slept: looking again.", jump.toSeconds());
    }
    for (RunningJob job : jobs.values()) {
      if (isJump || job.isOverdue() || refused.contains(job.name())) {
        planAgain(job);
      }
    }
  }

  /// One that Quartz refuses keeps no other waiting, and is planned at the next look.
  private void planAgain(RunningJob job) {
    try {
      ticker.plan(job.name(), job.every());
      refused.remove(job.name());
    } catch (SchedulerException e) {
      refused.add(job.name());
      log.error("Quartz does not take the job {} now: {}", job.name(), NameAndPlace.of(e));
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
