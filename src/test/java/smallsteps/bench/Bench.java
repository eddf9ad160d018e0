package smallsteps.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import smallsteps.bench.SlackTraffic.Kind;
import smallsteps.rehearsal.Workspace;

/// How fast the packaged bot answers, and what it takes: run by `mvn -q -DskipTests package
/// exec:exec@bench`, on an idle machine.
///
/// The jar in `target/` runs as its own process with the flags of the image, over HTTP, against a
/// workspace on loopback; its database lies in `target/`, so that the disk is a real one. Three
/// starts, then each load after a warm-up. The environment variable `BENCH_AOT` may name an
/// ahead-of-time cache.
public final class Bench {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(6);
  private static final LongFunction<Kind> COMMANDS = _ -> Kind.COMMAND;
  private static final LongFunction<Kind> EVENTS = n -> n % 5 < 2 ? Kind.WIN : Kind.REACTION;
  private static final LongFunction<Kind> MIX =
      n -> n % 10 < 3 ? Kind.COMMAND : n % 10 < 5 ? Kind.WIN : Kind.REACTION;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Workspace workspace;
  private final Path folder;

  private Bench(Workspace workspace, Path folder) {
    this.workspace = workspace;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "bench");
    try (var workspace = Workspace.start(0, InstantSource.system())) {
      new Bench(workspace, folder).run();
    } finally {
      empty(folder);
    }
  }

  private void run() throws Exception {
    var starts = new ArrayList<Double>();
    for (int i = 0; i < 2; i++) {
      try (var bot = start()) {
        starts.add(bot.startMillis());
      }
    }
    try (var bot = start()) {
      starts.add(bot.startMillis());
      var load = new Load(bot.port(), new SlackTraffic(SECRET));
      show("/principle, 16 connections", warm(load, COMMANDS));
      show("events committed, 16 connections", warm(load, EVENTS));
      show("mix, 16 connections", warm(load, MIX));
      show("mix, 200 a second", load.openLoop(MIX, 200, Duration.ofSeconds(15)));
      out.printf("%-34s %10.0f MiB%n", "memory (VmRSS) after load", bot.residentMib());
    }
    starts.sort(Comparator.naturalOrder());
    out.printf("%-34s %10.0f ms (median of 3)%n", "start to the first answer", starts.get(1));
  }

  private static Load.Result warm(Load load, LongFunction<Kind> mix) throws Exception {
    load.closedLoop(mix, WARM_UP);
    return load.closedLoop(mix, MEASURED);
  }

  private void show(String what, Load.Result result) {
    out.printf(
        "%-34s %10.0f /s   p50 %.2f ms   p99 %.2f ms%n",
        what, result.perSecond(), result.p50(), result.p99());
  }

  private record Running(Process process, int port, double startMillis) implements AutoCloseable {
    double residentMib() throws IOException {
      Path status = Path.of("/proc/" + process.pid() + "/status");
      return Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024.0;
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  private Running start() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("@src/main/docker/jvm.flags");
    if (System.getenv("BENCH_AOT") != null) {
      command.add("-XX:AOTCache=" + System.getenv("BENCH_AOT"));
    }
    command.addAll(List.of("-jar", "target/smallsteps.jar", "run"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("HOST", "127.0.0.1");
    builder.environment().put("SLACK_BOT_TOKEN", workspace.botToken());
    builder.environment().put("SLACK_SIGNING_SECRET", SECRET);
    builder.environment().put("SLACK_API_URL", workspace.apiUrl());
    Path database = Files.createTempDirectory(folder, "db").resolve("smallsteps.db");
    builder.environment().put("DATABASE_URL", "jdbc:sqlite:" + database);
    long began = System.nanoTime();
    Process process = builder.start();
    awaitAnswer(process, port);
    return new Running(process, port, (System.nanoTime() - began) / 1e6);
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

  private static void empty(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
