package smallsteps.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import smallsteps.ScheduledJob;
import smallsteps.supervision.Supervisor;

/// A Quartz that says no, which the real one does only when it is broken.
class RefusingQuartzTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration DAY = Duration.ofDays(1);
  private static final SchedulerException NO = new SchedulerException("by a test");

  private final Scheduler quartz = mock(Scheduler.class);
  private final AtomicInteger runs = new AtomicInteger();
  private final List<ScheduledJob> jobs =
      List.of(
          new ScheduledJob("refused", DAY, _ -> runs.incrementAndGet()),
          new ScheduledJob("other", DAY, _ -> {}));

  @Test
  void aJobThatIsRefusedKeepsNoOtherWaitingAndIsPlannedAtTheNextLook() throws Exception {
    doNothing().doThrow(NO).doNothing().when(quartz).scheduleJob(named("refused"), any(), yes());
    try (Schedule schedule = start()) {
      schedule.look(DAY.negated());
      verify(quartz, times(2)).scheduleJob(named("other"), any(), yes());

      schedule.look(Duration.ZERO);
      schedule.look(Duration.ZERO);
      verify(quartz, times(3)).scheduleJob(named("refused"), any(), yes());
      verify(quartz, times(2)).scheduleJob(named("other"), any(), yes());
    }
  }

  @Test
  void aBotWhoseJobsAreRefusedDoesNotStartWithoutThem() throws Exception {
    doThrow(NO).when(quartz).scheduleJob(named("other"), any(), yes());

    assertThatThrownBy(this::start).isSameAs(NO);
    verify(quartz, times(0)).start();
  }

  @Test
  void noJobRunsOnceItIsClosedThoughQuartzWouldNotStop() throws Exception {
    doThrow(NO).when(quartz).shutdown(anyBoolean());
    Schedule schedule = start();
    schedule.runNow("refused");

    assertThatThrownBy(schedule::close).hasCause(NO);
    schedule.runNow("refused");
    assertThat(runs).hasValue(1);
  }

  private Schedule start() throws SchedulerException {
    return new Schedule(
        Schedule.named(jobs, CLOCK), new Ticker(quartz, CLOCK), new Supervisor(), CLOCK);
  }

  private static JobDetail named(String name) {
    return argThat(job -> job != null && job.getKey().getName().equals(name));
  }

  private static boolean yes() {
    return eq(true);
  }
}
