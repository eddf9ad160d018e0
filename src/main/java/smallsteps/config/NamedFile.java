package smallsteps.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A file that somebody named, which may be anything: a device without an end, a pipe that nobody
/// writes into. So much of it is read and no more, and so long.
record NamedFile(Path path) {

  /// All of it, or one byte more than the longest where it is longer.
  byte[] upTo(int longest) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(longest + 1);
    }
  }

  /// The same of one that may keep its reader waiting.
  ///
  /// @throws TimeoutException where it has not come to its end by then
  byte[] upTo(int longest, Duration patience) throws IOException, TimeoutException {
    var reading = new FutureTask<>(() -> upTo(longest));
    // Opening a pipe heeds no interrupt: a thread that holds up nobody is left behind.
    Thread.ofPlatform().name("named-file").daemon().start(reading);
    try {
      return reading.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException unreadable ? unreadable : new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
