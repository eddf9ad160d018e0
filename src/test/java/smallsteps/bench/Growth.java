package smallsteps.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import smallsteps.config.ConfigFiles;
import smallsteps.rehearsal.Workspace;

/// Whether what a person waits for grows with what is kept: run by `mvn -q -DskipTests package
/// exec:exec@growth`. The packaged bot, with the flags of the image, on a database without wins,
/// one of 10,000 and one of 1,000,000, or of `GROWTH_WINS`, in `target/growth/` or `GROWTH_FOLDER`;
/// each is made where it is missing (of a million in minutes, 2 GB). Twenty a second, of what opens
/// a page two, for ten seconds a kind or `GROWTH_SECONDS`, of all kinds or those with
/// `GROWTH_KINDS` in their names; half and 99 of 100 wait no longer than the two numbers, in
/// milliseconds, and in brackets stand those of a processor that the bot takes for each.
public final class Growth {
  private static final int OFTEN = 20;
  private static final int NOW_AND_THEN = 2;
  private static final int WARM_UP = 6;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration AT_MOST_BUSY = Duration.ofMillis(100);
  private static final Duration BUSY_FOR_GOOD = Duration.ofMinutes(10);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final SlackTraffic traffic = new SlackTraffic(RunningBot.SECRET);
  private final Workspace workspace;
  private final Path folder;
  private final Pattern kinds = Pattern.compile(variable("GROWTH_KINDS", ""));
  private final int seconds = Integer.parseInt(variable("GROWTH_SECONDS", "10"));
  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  private Growth(Workspace workspace, Path folder) {
    this.workspace = workspace;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(variable("GROWTH_FOLDER", "target/growth"));
    try (var workspace = Workspace.start(0, InstantSource.system())) {
      workspace.install(ConfigFiles.packed().read("manifest.json"));
      var growth = new Growth(workspace, folder);
      for (String wins : variable("GROWTH_WINS", "0 10000 1000000").split(" ")) {
        growth.measure(wins);
      }
      growth.tell();
    }
  }

  private static String variable(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }

  private void measure(String wins) throws Exception {
    Path database = folder.resolve(wins).resolve("smallsteps.db");
    if (Files.notExists(database)) {
      Fill.into(database, Integer.parseInt(wins), Instant.now());
    }
    note("wins", wins);
    try (var bot = RunningBot.on(workspace, database, List.of())) {
      note("quiet again after the start, s", quiet(bot));
      for (Kind kind : kinds()) {
        if (kinds.matcher(kind.name()).find()) {
          note(kind.name(), bot.isAlive() ? measured(bot, kind) : "ended");
        }
      }
      note("events a second (µs of CPU each)", committed(bot));
      note("memory (VmRSS), MiB", "%.0f".formatted(bot.residentMib()));
    }
  }

  private void note(String line, String cell) {
    lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(cell);
  }

  private void tell() {
    lines.forEach((line, cells) -> {
      out.printf("%-32s", line);
      cells.forEach(cell -> out.printf("%18s", cell));
      out.println();
    });
  }

  /// When it has used less than a tenth of a processor for a second.
  private static String quiet(RunningBot bot) {
    long began = System.nanoTime();
    Duration used = Duration.ZERO;
    Duration before;
    do {
      LockSupport.parkNanos(LOOK.toNanos());
      before = used;
      used = used(bot);
    } while (used.minus(before).compareTo(AT_MOST_BUSY) > 0
        && System.nanoTime() - began < BUSY_FOR_GOOD.toNanos());
    return "%.0f (%.0f of CPU)".formatted((System.nanoTime() - began) / 1e9, used.toMillis() / 1e3);
  }

  /// @param request the nth
  /// @param opens the method of Slack's that is waited for as well; null for the answer alone
  private record Kind(String name, int perSecond, IntFunction<byte[]> request, String opens) {
    Kind(String name, IntFunction<byte[]> request) {
      this(name, OFTEN, request, null);
    }
  }

  private List<Kind> kinds() {
    var said = new Said(Instant.now().getEpochSecond());
    return List.of(
        new Kind("/principle 3", _ -> typed("/principle", "3")),
        new Kind("/smallthing list", _ -> typed("/smallthing", "list")),
        new Kind("/smallthing mine", _ -> typed("/smallthing", "mine")),
        new Kind("find, a rare word", _ -> typed("/smallthing", "find sällsamt")),
        asked("find och", NOW_AND_THEN),
        asked("find fråg", NOW_AND_THEN),
        asked("find f", NOW_AND_THEN),
        asked("find f", OFTEN),
        asked("digest", NOW_AND_THEN),
        asked("digest", OFTEN),
        new Kind("a phrase", n -> traffic.happens(said.message(n))),
        new Kind("a reaction", n -> traffic.happens(said.reaction(n))),
        new Kind("an edit", n -> traffic.happens(said.edit(n))),
        new Kind(
            "I did it too, the form", NOW_AND_THEN, n -> pressed("win_too", said, n), "views.open"),
        new Kind("a deletion", n -> traffic.happens(said.deletion(n))),
        home("Home", Fill.ANYBODY),
        home("Home, of the busiest", Fill.PERSON),
        data("my data", Fill.ANYBODY),
        data("my data, of the busiest", Fill.PERSON));
  }

  private Kind asked(String text, int perSecond) {
    String name = text + (perSecond == OFTEN ? ", 20 a second" : "");
    return new Kind(name, perSecond, _ -> typed("/smallthing", text), null);
  }

  private byte[] typed(String command, String text) {
    return traffic.typed(command, text, Fill.CHANNEL, Fill.PERSON);
  }

  private Kind home(String name, String userId) {
    String event =
        """
        {"type":"app_home_opened","user":"%s","channel":"D0","tab":"home","event_ts":"%d.000100"}\
        """;
    return new Kind(
        name,
        NOW_AND_THEN,
        n -> traffic.happens(event.formatted(userId, Instant.now().getEpochSecond() + n)),
        "views.publish");
  }

  private Kind data(String name, String userId) {
    String place = "\"container\":{\"type\":\"view\"},\"view\":{\"type\":\"home\",\"id\":\"V0\"}";
    return new Kind(
        name, NOW_AND_THEN, n -> pressed(userId, place, "privacy_show", n), "views.open");
  }

  private byte[] pressed(String action, Said said, int n) {
    String place =
        """
        "container":{"type":"message","channel_id":"%1$s","message_ts":"%2$s"},\
        "channel":{"id":"%1$s","name":"x"},"message":{"type":"message","ts":"%2$s","text":"x"}\
        """
            .formatted(Fill.CHANNEL, said.ts(n));
    return pressed(Fill.PERSON, place, action, n);
  }

  private byte[] pressed(String userId, String place, String action, int n) {
    return traffic.pressed(
        """
        {"type":"block_actions","team":{"id":"%1$s","domain":"x"},"api_app_id":"A0BENCH",\
        "user":{"id":"%2$s","team_id":"%1$s"},"trigger_id":"%3$d.1.a",%4$s,\
        "actions":[{"type":"button","action_id":"%5$s","block_id":"b"}]}\
        """
            .formatted(Fill.TEAM, userId, n, place, action));
  }

  private String measured(RunningBot bot, Kind kind) throws IOException {
    try (var connection = new Load.Connection(bot.port())) {
      waits(connection, kind, 0, WARM_UP);
      Duration before = used(bot);
      long[] waits = waits(connection, kind, WARM_UP, seconds * kind.perSecond());
      double cpu = used(bot).minus(before).toNanos() / 1e6 / waits.length;
      return "%.1f / %.0f (%.0f)".formatted(at(waits, 0.50), at(waits, 0.99), cpu);
    } catch (IOException | IllegalStateException e) {
      return "refused";
    }
  }

  /// In nanoseconds, the shortest first. One that begins late for the one before counts as waiting.
  private long[] waits(Load.Connection connection, Kind kind, int from, int count)
      throws IOException {
    var waits = new long[count];
    long apart = LOOK.dividedBy(kind.perSecond()).toNanos();
    long begin = System.nanoTime();
    for (int n = 0; n < count; n++) {
      long due = begin + n * apart;
      LockSupport.parkNanos(due - System.nanoTime());
      int opened = opened(kind);
      connection.send(kind.request().apply(from + n));
      awaitOpened(kind, opened);
      waits[n] = System.nanoTime() - due;
    }
    Arrays.sort(waits);
    return waits;
  }

  /// As many as there can be over 16 connections.
  private String committed(RunningBot bot) throws Exception {
    if (!bot.isAlive()) {
      return "ended";
    }
    var load = new Load(bot.port(), traffic);
    Duration time = LOOK.multipliedBy(seconds);
    load.closedLoop(Bench.EVENTS, time);
    Duration before = used(bot);
    Load.Result result = load.closedLoop(Bench.EVENTS, time);
    double events = result.perSecond() * seconds;
    return "%.0f (%.0f)"
        .formatted(result.perSecond(), used(bot).minus(before).toNanos() / 1e3 / events);
  }

  private static Duration used(RunningBot bot) {
    return bot.process().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private int opened(Kind kind) {
    return kind.opens() == null ? 0 : workspace.calls(kind.opens()).size();
  }

  private void awaitOpened(Kind kind, int before) {
    if (kind.opens() != null) {
      workspace.await(
          kind.name(), () -> Optional.of(opened(kind)).filter(opened -> opened > before));
    }
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  /// What is said while it is measured, and what becomes of it.
  private record Said(long began) {
    private static final String ABOUT =
        "\"channel\":\""
            + Fill.CHANNEL
            + "\",\"channel_type\":\"channel\",\"team\":\""
            + Fill.TEAM
            + '"';

    String ts(int n) {
      return began + ".%06d".formatted(n);
    }

    /// Of what is done to the nth, after it was said.
    private String after(int n) {
      return began + 1 + ".%06d".formatted(n);
    }

    private String line(int n, String more) {
      return """
      {"type":"message","user":"%s","ts":"%s","text":"I did a small thing: och door %d"%s}\
      """
          .formatted(Fill.ANYBODY, ts(n), n, more);
    }

    String message(int n) {
      return line(n, "," + ABOUT + ",\"event_ts\":\"" + ts(n) + '"');
    }

    String reaction(int n) {
      return """
      {"type":"reaction_added","user":"%s","reaction":"tada","event_ts":"%s","item_user":"%s",\
      "item":{"type":"message","channel":"%s","ts":"%s"}}\
      """
          .formatted(Fill.PERSON, after(n), Fill.ANYBODY, Fill.CHANNEL, ts(n));
    }

    String edit(int n) {
      String edited =
          ",\"edited\":{\"user\":\"%s\",\"ts\":\"%s\"}".formatted(Fill.ANYBODY, after(n));
      String now = line(n, edited).replace("door", "the door");
      return changed("message_changed", n, "\"message\":" + now);
    }

    String deletion(int n) {
      return changed("message_deleted", n, "\"deleted_ts\":\"" + ts(n) + '"');
    }

    private String changed(String subtype, int n, String how) {
      return """
      {"type":"message","subtype":"%s",%s,"ts":"%s","event_ts":"%s","previous_message":%s,%s}\
      """
          .formatted(subtype, how, after(n), after(n), line(n, ""), ABOUT);
    }
  }
}
