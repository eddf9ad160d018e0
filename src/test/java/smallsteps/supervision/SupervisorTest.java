package smallsteps.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smallsteps.Unchecked;

@Timeout(600)
class SupervisorTest {
  private final Supervisor supervisor = new Supervisor();

  static Stream<Throwable> ends() {
    return Stream.of(
        new IllegalStateException("secret words"),
        new OutOfMemoryError("secret words"),
        new StackOverflowError(),
        new IOException("secret words"),
        new InterruptedException());
  }

  @ParameterizedTest
  @MethodSource("ends")
  void whateverEndsAPartItIsDownByNameAndComesBack(Throwable end) throws Exception {
    var ends = new SynchronousQueue<Throwable>();
    try (var _ =
        supervisor.start(
            "courier",
            () -> {
              throw Unchecked.thrown(ends.take());
            })) {
      ends.put(end);
      while (supervisor.problems().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(supervisor.problems())
          .singleElement()
          .asString()
          .contains("courier")
          .doesNotContain("secret words");

      ends.put(end); // taken by the step that comes after
      assertThat(supervisor.parts()).containsExactly("courier");
    }
    assertThat(supervisor.parts()).isEmpty();
    assertThat(supervisor.problems()).isEmpty();
  }

  @Test
  void whatIsDoneIsOverAndNoProblem() {
    var left = new CountDownLatch(3);
    Part part =
        supervisor.start(
            "errand",
            () -> {
              left.countDown();
              return left.getCount() > 0;
            });
    part.await(Duration.ofSeconds(30));

    assertThat(left.getCount()).isZero();
    assertThat(supervisor.parts()).isEmpty();
    assertThat(supervisor.problems()).isEmpty();
  }
}
