package smallsteps.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.spi.ThreadExecutor;
import smallsteps.supervision.Supervisor;

/// Quartz, which has each job tick. It waits until the clock on the wall shows a time.
final class Ticker {
  private static final int AT_ONCE = 2;

  /// Quartz keeps schedulers by name for the whole JVM.
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Scheduler quartz;
  private final InstantSource wall;

  /// Nothing ticks before it is begun.
  ///
  /// @param wall the clock that Quartz goes by
  Ticker(Scheduler quartz, InstantSource wall) {
    this.quartz = quartz;
    this.wall = wall;
  }

  /// A Quartz of its own, which keeps nothing.
  ///
  /// @param jobs by their names
  static Scheduler quartz(Map<String, RunningJob> jobs, Supervisor supervisor)
      throws SchedulerException {
    String name = "jobs-" + NUMBER.incrementAndGet();
    var workers = new SimpleThreadPool(AT_ONCE, Thread.NORM_PRIORITY);
    workers.setMakeThreadsDaemons(true);
    var factory = DirectSchedulerFactory.getInstance();
    factory.createScheduler(
        name,
        name,
        workers,
        new Supervised(supervisor),
        new RAMJobStore(),
        null, // no plugins
        null, // no RMI
        0,
        -1, // as long as Quartz likes to idle
        -1,
        false, // no JMX
        null,
        1,
        0,
        true);
    Scheduler quartz = factory.getScheduler(name);
    quartz.setJobFactory(
        (bundle, _) -> new Tick(jobs.get(bundle.getJobDetail().getKey().getName())));
    return quartz;
  }

  void begin() throws SchedulerException {
    quartz.start();
  }

  /// Whatever was planned for it before: it ticks now, and then each time that so long has passed.
  void plan(String job, Duration every) throws SchedulerException {
    var trigger =
        newTrigger()
            .withIdentity(job)
            .startAt(Date.from(wall.instant()))
            .withSchedule(
                simpleSchedule()
                    .withIntervalInMilliseconds(every.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build();
    quartz.scheduleJob(newJob(Tick.class).withIdentity(job).build(), Set.of(trigger), true);
  }

  /// No job begins any more.
  void rest() throws SchedulerException {
    quartz.standby();
  }

  void end() throws SchedulerException {
    quartz.shutdown(false);
  }

  /// Quartz's own loop, which an Error would end for good. Begun again it goes on with what is
  /// planned.
  private record Supervised(Supervisor supervisor) implements ThreadExecutor {
    @Override
    public void initialize() {}

    @Override
    public void execute(Thread loop) {
      supervisor.start(
          "quartz",
          () -> {
            loop.run(); // in the thread of the part
            return false;
          });
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
