package smallsteps.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// For what other processes do, however busy this machine is.
///
/// @param said by them meanwhile, which is told where it was in vain
record Patience(Duration longest, Supplier<String> said) {
  void await(String what, Callable<Boolean> seen) throws Exception {
    long until = System.nanoTime() + longest.toNanos();
    while (!seen.call()) {
      assertThat(System.nanoTime())
          .as(() -> "in time for " + what + "; what was said: " + said.get())
          .isLessThan(until);
      LockSupport.parkNanos(100_000_000);
    }
  }
}
