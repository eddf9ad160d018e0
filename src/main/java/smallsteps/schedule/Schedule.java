package smallsteps.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.Post;
import smallsteps.ScheduledJob;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// Runs each job when it comes round, the first time at once, and hands on what it wants posted.
/// What is due is the rooms' to say: this only ticks.
///
/// Quartz waits until the clock on the wall shows a time. Where that clock was put back it would
/// wait for as long, and after a jump ahead for up to an interval: then all begin anew, at once.
public final class Schedule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Quartz keeps schedulers by name for the whole JVM.
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Map<String, RunningJob> jobs = new LinkedHashMap<>();
  private final List<ScheduledJob> planned;
  private final InstantSource wall;
  private final Scheduler quartz;
  private final Part watch;

  private Schedule(
      List<ScheduledJob> jobs,
      InstantSource clock,
      Consumer<Post> send,
      Supervisor supervisor,
      InstantSource wall) {
    planned = List.copyOf(jobs);
    this.wall = wall;
    for (ScheduledJob job : jobs) {
      if (this.jobs.put(job.name(), new RunningJob(job, clock, send)) != null) {
        throw new IllegalArgumentException("Two jobs are called " + job.name() + ".");
      }
    }
    try {
      quartz = new StdSchedulerFactory(properties()).getScheduler();
      quartz.setJobFactory(
          (bundle, _) -> new Tick(this.jobs.get(bundle.getJobDetail().getKey().getName())));
      watch = supervisor.start("clock-watch", new Clockwatch(wall, this::lookAgain));
      for (ScheduledJob job : jobs) {
        quartz.scheduleJob(newJob(Tick.class).withIdentity(job.name()).build(), trigger(job));
      }
      quartz.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz would not start", e);
    }
  }

  public static Schedule start(
      List<ScheduledJob> jobs, InstantSource clock, Consumer<Post> send, Supervisor supervisor) {
    return start(jobs, clock, send, supervisor, InstantSource.system());
  }

  /// @param wall the clock that Quartz goes by
  static Schedule start(
      List<ScheduledJob> jobs,
      InstantSource clock,
      Consumer<Post> send,
      Supervisor supervisor,
      InstantSource wall) {
    return new Schedule(jobs, clock, send, supervisor, wall);
  }

  /// What was planned by another clock is planned anew.
  private void lookAgain(Duration jump) {
    log.info("The clock jumped by {} s, or the machine slept: looking again.", jump.toSeconds());
    for (ScheduledJob job : planned) {
      try {
        quartz.rescheduleJob(TriggerKey.triggerKey(job.name()), trigger(job));
      } catch (SchedulerException e) {
        log.error("The job {} could not be planned anew: {}", job.name(), NameAndPlace.of(e));
      }
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

  private Trigger trigger(ScheduledJob job) {
    return newTrigger()
        .withIdentity(job.name())
        .startAt(Date.from(wall.instant()))
        .withSchedule(
            simpleSchedule()
                .withIntervalInMilliseconds(job.every().toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  private static Properties properties() {
    var properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "jobs-" + NUMBER.incrementAndGet());
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    return properties;
  }

  /// No job begins any more; those under way get some seconds to end.
  @Override
  public void close() {
    watch.close();
    try {
      quartz.standby();
      long until = System.nanoTime() + PATIENCE.toNanos();
      jobs.values().forEach(job -> job.end(Duration.ofNanos(until - System.nanoTime())));
      quartz.shutdown(false);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz would not stop", e);
    }
  }

  /// A tick as Quartz sees it. Quartz skips a tick while the one before is under way.
  @DisallowConcurrentExecution
  private record Tick(RunningJob job) implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      job.run();
    }
  }
}
