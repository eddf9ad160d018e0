package smallsteps.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import smallsteps.bench.SlackTraffic.Kind;
import smallsteps.rehearsal.Workspace;

/// Whether the packaged bot stays as it is under a steady load: run by `mvn -q -DskipTests package
/// exec:exec@soak`. 200 events a second for ten minutes, or for `SOAK_SECONDS`, in a heap of 256
/// MiB; after each tenth of that time it prints what is in use after a collection. Ends with 1 when
/// that grew by more than 16 MiB after the first two.
public final class Soak {
  private static final int PER_SECOND = 200;
  private static final int PARTS = 10;
  private static final double MAY_GROW_MIB = 16;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final SlackTraffic traffic = new SlackTraffic(RunningBot.SECRET);
  private long sent;

  private Soak() {}

  public static void main(String[] args) throws Exception {
    String seconds = System.getenv().getOrDefault("SOAK_SECONDS", "600");
    Path folder = Files.createTempDirectory(Path.of("target"), "soak");
    boolean isSteady;
    try (var workspace = Workspace.start(0, InstantSource.system());
        var bot = RunningBot.start(workspace, folder, List.of("-Xmx256m"))) {
      isSteady = new Soak().run(bot, Duration.ofSeconds(Long.parseLong(seconds)).dividedBy(PARTS));
    } finally {
      Bench.empty(folder);
    }
    System.exit(isSteady ? 0 : 1);
  }

  private boolean run(RunningBot bot, Duration part) throws Exception {
    out.println("events   p50 ms   p99 ms   slowest ms   heap after GC MiB   resident MiB");
    var heaps = new ArrayList<Double>();
    for (int i = 0; i < PARTS; i++) {
      long[] latencies = load(bot, part);
      heaps.add(bot.heapMib());
      out.printf(
          "%6d   %6.2f   %6.2f   %10.2f   %17.1f   %12.1f%n",
          sent,
          at(latencies, 0.50),
          at(latencies, 0.99),
          at(latencies, 1),
          heaps.getLast(),
          bot.residentMib());
    }
    double grown = heaps.getLast() - heaps.get(1);
    out.printf("grown by %.1f MiB since the second line%n", grown);
    return grown <= MAY_GROW_MIB;
  }

  /// One answer at a time; a late one makes the next ones late, and that counts.
  private long[] load(RunningBot bot, Duration time) throws IOException {
    long apart = 1_000_000_000L / PER_SECOND;
    var latencies = new long[(int) (time.toNanos() / apart)];
    long begin = System.nanoTime();
    try (var connection = new Load.Connection(bot.port())) {
      for (int n = 0; n < latencies.length; n++) {
        long due = begin + n * apart;
        LockSupport.parkNanos(due - System.nanoTime());
        connection.send(traffic.request(sent % 5 < 2 ? Kind.WIN : Kind.REACTION));
        sent++;
        latencies[n] = System.nanoTime() - due;
      }
    }
    Arrays.sort(latencies);
    return latencies;
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }
}
