package smallsteps.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import smallsteps.bench.SlackTraffic.Kind;
import smallsteps.rehearsal.Workspace;

/// Whether Slack gets through a crowd of strangers: run by `mvn -q -DskipTests package
/// exec:exec@crowd`. 2,000 slow, greedy and broken connections at once, or `CROWD_STRANGERS`, for
/// thirty seconds, or `CROWD_SECONDS`, at a bot with the image's memory, while Slack's events come
/// over kept and over new connections; then signed events over 500 kept connections. Ends with 1
/// when one of Slack's was answered with anything but 200, or after more than 3 seconds.
public final class Crowd {
  private static final Duration BETWEEN_EVENTS = Duration.ofMillis(50);
  private static final double IN_TIME_MILLIS = 3000;
  private static final int KEPT = 500;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final SlackTraffic traffic = new SlackTraffic(RunningBot.SECRET);
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failed = new AtomicInteger();

  private Crowd() {}

  public static void main(String[] args) throws Exception {
    int strangers = Integer.parseInt(System.getenv().getOrDefault("CROWD_STRANGERS", "2000"));
    int seconds = Integer.parseInt(System.getenv().getOrDefault("CROWD_SECONDS", "30"));
    Path folder = Files.createTempDirectory(Path.of("target"), "crowd");
    boolean isThrough;
    try (var workspace = Workspace.start(0, InstantSource.system());
        var bot = RunningBot.start(workspace, folder, List.of())) {
      var crowd = new Crowd();
      while (page(bot, "/readyz").statusCode() != 200) {
        Thread.sleep(100);
      }
      isThrough = crowd.amongStrangers(bot, strangers, Duration.ofSeconds(seconds));
      isThrough &= crowd.overManyConnections(bot);
      if (bot.isAlive()) crowd.out.printf("memory (VmRSS) %.0f MiB%n", bot.residentMib());
    } finally {
      Bench.empty(folder);
    }
    System.exit(isThrough ? 0 : 1);
  }

  private boolean amongStrangers(RunningBot bot, int count, Duration time) throws Exception {
    try (var strangers = new Strangers(bot.port(), count, Strangers.Kind.values())) {
      long end = System.nanoTime() + time.toNanos();
      Thread kept = Thread.ofPlatform().start(() -> events(bot, end, true));
      Thread fresh = Thread.ofPlatform().start(() -> events(bot, end, false));
      kept.join();
      fresh.join();
      out.printf("%d strangers, who opened %d connections%n", count, strangers.opened());
      out.print(counted(bot));
    }
    return shown("Slack's events meanwhile", bot);
  }

  /// What the bot itself tells of its connections.
  private static String counted(RunningBot bot) throws Exception {
    return page(bot, "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("smallsteps_connections"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static HttpResponse<String> page(RunningBot bot, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + bot.port() + path);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private void events(RunningBot bot, long end, boolean isKept) {
    Load.Connection connection = null;
    while (System.nanoTime() < end && bot.isAlive()) {
      long began = System.nanoTime();
      try {
        if (connection == null) {
          connection = new Load.Connection(bot.port());
        }
        connection.send(traffic.request(Kind.REACTION));
        millis.add((System.nanoTime() - began) / 1e6);
        if (!isKept) {
          connection.close();
          connection = null;
        }
      } catch (IOException e) {
        failed.incrementAndGet();
        out.println((isKept ? "kept: " : "new: ") + e.getMessage());
        connection = null;
      }
      LockSupport.parkNanos(BETWEEN_EVENTS.toNanos());
    }
  }

  private boolean overManyConnections(RunningBot bot) throws Exception {
    var connections = new ArrayList<Load.Connection>();
    try {
      for (int round = 0; round < 3 && bot.isAlive(); round++) {
        for (int c = 0; c < KEPT; c++) {
          if (round == 0) {
            connections.add(new Load.Connection(bot.port()));
          }
          millis.add(connections.get(c).send(traffic.request(Kind.REACTION)) / 1e6);
        }
      }
    } catch (IOException e) {
      failed.incrementAndGet();
      out.println("of " + KEPT + ": " + e.getMessage());
    }
    boolean isFine = shown("Slack's events over " + KEPT + " kept connections", bot);
    for (Load.Connection connection : connections) {
      connection.close();
    }
    return isFine;
  }

  private boolean shown(String what, RunningBot bot) {
    double slowest = millis.stream().mapToDouble(each -> each).max().orElse(Double.NaN);
    out.printf(
        "%s: %d answered, slowest after %.0f ms, %d not%n",
        what, millis.size(), slowest, failed.get());
    boolean isFine = bot.isAlive() && failed.get() == 0 && slowest <= IN_TIME_MILLIS;
    millis.clear();
    failed.set(0);
    return isFine;
  }
}
