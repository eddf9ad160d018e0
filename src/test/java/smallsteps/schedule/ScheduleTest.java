package smallsteps.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.impl.SchedulerRepository;
import smallsteps.ScheduledJob;
import smallsteps.supervision.Supervisor;

@Execution(ExecutionMode.CONCURRENT)
class ScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final Duration HARDLY = Duration.ofDays(1);

  @Test
  void aJobRunsAtOnceAndAgainAndIsToldTheTime() throws InterruptedException {
    var runs = new CountDownLatch(3);
    var told = new AtomicReference<Instant>();
    var job =
        new ScheduledJob(
            "tick",
            OFTEN,
            now -> {
              told.set(now);
              runs.countDown();
            });
    try (var _ = Schedule.start(List.of(job), CLOCK, new Supervisor())) {
      assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(told.get()).isEqualTo(NOW);
  }

  @Test
  void aJobThatFailsIsCountedAndRunsAgain() throws InterruptedException {
    var runs = new CountDownLatch(3);
    var job =
        new ScheduledJob(
            "tick",
            OFTEN,
            _ -> {
              runs.countDown();
              throw new IllegalStateException("no words of anybody's in the log");
            });
    try (var schedule = Schedule.start(List.of(job), CLOCK, new Supervisor())) {
      assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(schedule.failures("tick")).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void aJobNeverRunsTwiceAtOnce() throws InterruptedException {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var runs = new CountDownLatch(10);
    var job =
        new ScheduledJob(
            "tick",
            Duration.ofMillis(1),
            _ -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              Thread.yield();
              inside.decrementAndGet();
              runs.countDown();
            });
    try (var schedule = Schedule.start(List.of(job), CLOCK, new Supervisor())) {
      while (runs.getCount() > 0) {
        schedule.runNow("tick");
      }
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void severalSchedulesLiveSideBySideAndNoneRunsOnceClosed() {
    var runs = new AtomicInteger();
    var job = new ScheduledJob("tick", HARDLY, _ -> runs.incrementAndGet());
    var first = Schedule.start(List.of(job), CLOCK, new Supervisor());
    try (var second = Schedule.start(List.of(job), CLOCK, new Supervisor())) {
      first.close();
      int before = runs.get();
      first.runNow("tick");
      second.runNow("tick");
      assertThat(runs.get()).isBetween(before + 1, before + 2);
    }
  }

  /// Quartz goes by the machine's clock: what it planned by one that is an hour ahead comes in an
  /// hour, as after a jump back.
  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT1H", "P1D", "-PT1H", "-P1D"})
  void whereverTheClockIsPutEachJobLooksAgain(Duration wrong) throws InterruptedException {
    var off = new AtomicReference<>(wrong);
    var runs = new CountDownLatch(1);
    var job = new ScheduledJob("seldom", HARDLY.multipliedBy(30), _ -> runs.countDown());
    try (var _ =
        Schedule.start(
            List.of(job), CLOCK, new Supervisor(), () -> Instant.now().plus(off.get()))) {
      assertThat(runs.getCount()).as("Quartz waits for the clock").isOne();
      off.set(Duration.ZERO);
      assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aJobThatQuartzHasLostComesRoundAgain() throws Exception {
    var runs = new AtomicReference<>(new CountDownLatch(1));
    var job = new ScheduledJob("lost", OFTEN, _ -> runs.get().countDown());
    try (var _ = Schedule.start(List.of(job), CLOCK, new Supervisor())) {
      assertThat(runs.get().await(60, TimeUnit.SECONDS)).isTrue();
      for (Scheduler quartz : SchedulerRepository.getInstance().lookupAll()) {
        quartz.deleteJob(JobKey.jobKey("lost"));
      }
      runs.set(new CountDownLatch(2)); // one may be under way
      assertThat(runs.get().await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anErrorThatEndsQuartzEndsItForAMomentOnly() throws InterruptedException {
    var runs = new CountDownLatch(1);
    var ends = new AtomicInteger();
    var supervisor =
        new Supervisor(part -> {
          if (part.equals("quartz") && ends.getAndIncrement() == 0) {
            throw new OutOfMemoryError();
          }
        });
    var job = new ScheduledJob("tick", OFTEN, _ -> runs.countDown());
    try (var _ = Schedule.start(List.of(job), CLOCK, supervisor)) {
      assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(supervisor.warnings()).anyMatch(told -> told.contains("quartz"));
    }
  }

  @Test
  void twoJobsOfOneNameAreRefused() {
    var job = new ScheduledJob("tick", HARDLY, _ -> {});
    assertThatThrownBy(() -> Schedule.start(List.of(job, job), CLOCK, new Supervisor()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tick");
  }
}
