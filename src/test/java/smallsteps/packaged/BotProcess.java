package smallsteps.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A process of the bot: what it says, and its end.
final class BotProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Pattern RUNS = Pattern.compile("health at (http://localhost:\\d+/healthz)");
  private static final Pattern REHEARSES = Pattern.compile("rehearses at (http://\\S+)");

  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final List<Thread> readers;

  BotProcess(Process process) {
    this.process = process;
    readers =
        List.of(
            read(process.inputReader(StandardCharsets.UTF_8), out),
            read(process.errorReader(StandardCharsets.UTF_8), err));
    process.onExit().thenRun(() -> ready.completeExceptionally(new IllegalStateException("ended")));
  }

  private Thread read(BufferedReader reader, List<String> lines) {
    // A virtual one that reads a pipe holds its carrier, and the workspace needs those.
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (reader) {
            reader.lines().forEach(line -> heard(line, lines));
          } catch (IOException | UncheckedIOException killed) {
            lines.add("(no more to be read)");
          }
        });
  }

  private void heard(String line, List<String> lines) {
    lines.add(line);
    for (Pattern pattern : List.of(RUNS, REHEARSES)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        ready.complete(matcher.group(1));
      }
    }
  }

  /// Waits until it says that it is there; returns the address that it says.
  String awaitReady() throws InterruptedException {
    try {
      return ready.get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      if (e instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new AssertionError("It did not start: " + said(), e);
    }
  }

  /// What is to be read at such an address.
  static HttpResponse<String> page(String address) {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    try (var client = HttpClient.newHttpClient()) {
      return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
  }

  Jar.Ended awaitEnd(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("It did not end within " + atMost.toSeconds() + " s: " + said());
    }
    for (Thread reader : readers) {
      reader.join();
    }
    return new Jar.Ended(process.exitValue(), text(out), text(err));
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  String said() {
    return text(out) + text(err);
  }

  /// As a supervisor ends it: SIGTERM.
  void tellToEnd() {
    process.destroy();
  }

  long pid() {
    return process.pid();
  }

  /// @param name `STOP`, `CONT`
  void signal(String name) throws Exception {
    int exitCode = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException("It is no more: " + said());
    }
  }

  /// SIGKILL.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// What anybody on the machine sees of it and of what it started.
  String processList() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(handle -> handle.info().commandLine().stream())
        .collect(Collectors.joining("\n"));
  }

  List<ProcessHandle> children() {
    return process.children().toList();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
