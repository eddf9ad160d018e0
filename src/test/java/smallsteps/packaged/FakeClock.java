package smallsteps.packaged;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The clock on the wall as a bot's process sees it, which a test may set while the bot runs: by
/// libfaketime. Elapsed time goes on as ever. Each process has its own.
///
/// @param file holds by how much it is wrong; libfaketime reads it at every look
record FakeClock(Path file) {
  private static final Optional<Path> LIBRARY =
      Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
          .map(machine -> Path.of("/usr/lib", machine, "faketime", "libfaketime.so.1"))
          .filter(Files::exists)
          .findFirst();

  static boolean isThere() {
    return LIBRARY.isPresent();
  }

  /// Skips the test where there is no libfaketime.
  static void require() {
    assumeTrue(
        isThere(), "No libfaketime here: `apt-get install faketime` brings it (Debian, Ubuntu).");
  }

  /// Right, until it is put elsewhere.
  static FakeClock in(Path folder) throws IOException {
    var clock = new FakeClock(folder.resolve("faketime"));
    clock.put(Duration.ZERO);
    return clock;
  }

  /// Shows that from now on, and goes on from there.
  void set(Instant shown) throws IOException {
    put(Duration.between(Instant.now(), shown));
  }

  /// @param by negative for back
  void jump(Duration by) throws IOException {
    put(wrong().plus(by));
  }

  /// What it shows.
  Instant instant() throws IOException {
    return Instant.now().plus(wrong());
  }

  /// By how much it is ahead of the true time; negative for behind.
  Duration wrong() {
    try {
      return Duration.ofSeconds(Long.parseLong(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes it wrong by so much.
  void put(Duration wrong) throws IOException {
    Path next = file.resolveSibling("faketime.next");
    Files.writeString(next, "%+d".formatted(wrong.toSeconds()));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// What a process must be told to go by it.
  Map<String, String> variables() {
    var variables = new HashMap<String, String>();
    variables.put("LD_PRELOAD", LIBRARY.orElseThrow().toString());
    variables.put("FAKETIME_TIMESTAMP_FILE", file.toString());
    variables.put("FAKETIME_NO_CACHE", "1");
    variables.put("DONT_FAKE_MONOTONIC", "1");
    variables.put("FAKETIME_FORCE_MONOTONIC_FIX", "0"); // else no wait of a Java waits
    return variables;
  }
}
