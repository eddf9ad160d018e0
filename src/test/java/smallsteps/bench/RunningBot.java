package smallsteps.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import smallsteps.bench.SlackTraffic.Kind;
import smallsteps.rehearsal.Workspace;

/// The jar in `target/`, as its own process with the flags of the image, over HTTP. Its database
/// lies in `target/` too, so that the disk is a real one.
record RunningBot(Process process, int port, double startMillis) implements AutoCloseable {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  /// Of each generation: "Tenured total 43712K, used 3794K".
  private static final Pattern USED = Pattern.compile("total .*used (\\d+)K");

  /// @param options for its Java, after the image's own
  static RunningBot start(Workspace workspace, Path folder, List<String> options) throws Exception {
    Path database = Files.createTempDirectory(folder, "db").resolve("smallsteps.db");
    return on(workspace, database, options);
  }

  /// @param database made where it is missing
  static RunningBot on(Workspace workspace, Path database, List<String> options) throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("@src/main/docker/jvm.flags");
    command.addAll(options);
    command.addAll(List.of("-jar", "target/smallsteps.jar", "run"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("HOST", "127.0.0.1");
    builder.environment().put("SLACK_BOT_TOKEN", workspace.botToken());
    builder.environment().put("SLACK_SIGNING_SECRET", SECRET);
    builder.environment().put("SLACK_API_URL", workspace.apiUrl());
    builder.environment().put("DATABASE_URL", "jdbc:sqlite:" + database);
    long began = System.nanoTime();
    Process process = builder.start();
    awaitAnswer(process, port);
    return new RunningBot(process, port, (System.nanoTime() - began) / 1e6);
  }

  private static void awaitAnswer(Process process, int port) {
    var traffic = new SlackTraffic(SECRET);
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (var connection = new Load.Connection(port)) {
        connection.send(traffic.request(Kind.COMMAND));
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    process.destroy();
    throw new IllegalStateException("The bot did not answer.");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  double residentMib() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }

  /// What is still in use when all that is not has been collected.
  double heapMib() throws Exception {
    ask("GC.run");
    return USED.matcher(ask("GC.heap_info"))
            .results()
            .mapToLong(used -> Long.parseLong(used.group(1)))
            .sum()
        / 1024.0;
  }

  private String ask(String what) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), what).start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (asked.waitFor() != 0) {
      throw new IOException(what + " was not answered: " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
