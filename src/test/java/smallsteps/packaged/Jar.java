package smallsteps.packaged;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `target/smallsteps.jar`, started as a person or a supervisor starts it.
///
/// @param command what stands before the bot's own arguments
/// @param folder where it is started; what it makes by default lies there
record Jar(List<String> command, Path folder) {
  private static final Path FILE =
      Path.of(System.getProperty("smallsteps.jar", "target/smallsteps.jar")).toAbsolutePath();
  private static final Duration LONGEST = Duration.ofMinutes(5);

  static Path file() {
    return FILE;
  }

  /// What a Java learns of the jar in one start, for all the others: each costs about half.
  private static final class Learned {
    static final Path CACHE = Path.of("target", "packaged-tests.aot").toAbsolutePath();

    static {
      var first = own(CACHE.getParent(), List.of("-XX:AOTCacheOutput=" + CACHE));
      try (var process = first.start(Map.of(), "rehearse", "--port=0")) {
        process.awaitReady();
        process.signal("TERM"); // and goes on to be read: it tells what it writes down
        process.awaitEnd(LONGEST);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// With the Java that a shell finds, which may be too old: then the launcher looks for another.
  static Jar onPath(Path folder) {
    return new Jar(List.of("java", "-jar", FILE.toString()), folder);
  }

  /// With the Java that runs this test, so that the process started is the bot itself.
  ///
  /// @param options for the Java itself
  static Jar itself(Path folder, String... options) {
    // a help, and no condition: a Java that can't use it says nothing of it
    var all = new ArrayList<>(List.of("-XX:AOTCache=" + Learned.CACHE, "-Xlog:aot=off"));
    all.addAll(List.of(options));
    return own(folder, all);
  }

  private static Jar own(Path folder, List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // each runs too briefly to be optimised
    command.addAll(options);
    command.addAll(List.of("-jar", FILE.toString()));
    return new Jar(command, folder);
  }

  /// How a command ended, and what it said.
  record Ended(int exitCode, String out, String err) {
    String said() {
      return out + err;
    }
  }

  Ended run(Map<String, String> variables, String... arguments) throws Exception {
    try (var process = start(variables, arguments)) {
      return process.awaitEnd(LONGEST);
    }
  }

  BotProcess start(Map<String, String> variables, String... arguments) throws IOException {
    var whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    var builder = new ProcessBuilder(whole).directory(folder.toFile());
    builder.environment().keySet().removeIf(Jar::isOurs);
    builder.environment().putAll(variables);
    return new BotProcess(builder.start());
  }

  /// What this shell has set is not to be heard.
  private static boolean isOurs(String variable) {
    return variable.startsWith("SLACK_")
        || variable.startsWith("SMALLSTEPS_")
        || variable.startsWith("DATABASE_URL")
        || List.of("PORT", "HOST", "JAVA_TOOL_OPTIONS").contains(variable);
  }

  static int exitCode(Process process) throws InterruptedException {
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It did not end within " + LONGEST.toSeconds() + " s.");
    }
    return process.exitValue();
  }
}
