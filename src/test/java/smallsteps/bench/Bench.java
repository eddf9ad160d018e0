package smallsteps.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(6);
  private static final LongFunction<Kind> COMMANDS = _ -> Kind.COMMAND;
  static final LongFunction<Kind> EVENTS = n -> n % 5 < 2 ? Kind.WIN : Kind.REACTION;
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
      var load = new Load(bot.port(), new SlackTraffic(RunningBot.SECRET));
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

  private RunningBot start() throws Exception {
    String cache = System.getenv("BENCH_AOT");
    List<String> options = cache == null ? List.of() : List.of("-XX:AOTCache=" + cache);
    return RunningBot.start(workspace, folder, options);
  }

  static void empty(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
