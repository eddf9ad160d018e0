package smallsteps.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.ExitCode;
import smallsteps.People;
import smallsteps.Secret;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.outbox.Outbox;
import smallsteps.rehearsal.Workspace;
import smallsteps.storage.Database;
import smallsteps.storage.TemporaryFolder;
import smallsteps.storage.Workspaces;

/// Runs the bot until the process is told to end.
final class BotRunner implements Runner {
  private static final Duration FIRST_CONNECTION = Duration.ofSeconds(20);
  private static final Duration A_WHILE = Duration.ofMillis(200);

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  BotRunner(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int run(Environment environment) {
    try (var ending = new Ending()) {
      return untilEnd(
          environment,
          ending,
          bot ->
              terminal
                  .err()
                  .println(
                      "Small Steps runs; health at http://localhost:" + bot.port() + "/healthz"));
    }
  }

  @Override
  public int rehearse(Environment environment, Runner.Rehearsal wanted) {
    try (var ending = new Ending();
        var workspace = Workspace.start(wanted.port(), clock);
        var folder = new TemporaryFolder()) {
      String database = database(environment, wanted, workspace.teamId(), folder);
      Environment rehearsed = inWorkspace(environment, workspace, wanted.http(), database);
      Configuration configuration = Configuration.load(rehearsed);
      workspace.install(
          configuration.settings().commands().named(configuration.files().read("manifest.json")));
      return untilEnd(
          rehearsed,
          ending,
          bot -> {
            if (wanted.http()) {
              workspace.deliverTo(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
            }
            terminal
                .out()
                .println("Small Steps rehearses at " + workspace.page() + " (Ctrl-C ends it)");
          });
    } catch (IOException e) {
      throw new SetupException(e.getMessage(), e);
    }
  }

  private interface Started {
    void tell(Bot bot);
  }

  private int untilEnd(Environment environment, Ending ending, Started started) {
    var exitCode = new AtomicInteger(ExitCode.OK);
    Runnable giveUp =
        () -> {
          exitCode.set(ExitCode.SOFTWARE);
          ending.tell();
        };
    try (var bot = new Bot(environment, clock, giveUp)) {
      awaitReady(bot, ending);
      if (!ending.isTold()) {
        started.tell(bot);
      }
      ending.await();
      bot.requireTokens();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return exitCode.get();
  }

  /// Or until it is told to end, which does not wait for Slack.
  private static void awaitReady(Bot bot, Ending ending) throws InterruptedException {
    long latest = System.nanoTime() + FIRST_CONNECTION.toNanos();
    while (!bot.awaitReady(A_WHILE) && !ending.isTold() && System.nanoTime() - latest < 0) {
      Thread.onSpinWait();
    }
  }

  /// What stands in the environment is as a rule the real bot's: it is rehearsed on where it holds
  /// nobody else's, or where that is asked for by name.
  private String database(
      Environment environment, Runner.Rehearsal wanted, String teamId, TemporaryFolder folder) {
    if (wanted.database() != null) {
      return wanted.database();
    }
    boolean isSet =
        terminal.variables().keySet().stream().anyMatch(name -> name.startsWith("DATABASE_URL"));
    if (!isSet) {
      return "jdbc:sqlite:" + folder.file("smallsteps.db");
    }
    String url = environment.databaseUrl();
    if (Database.isThere(url)) {
      requireNobodyElses(url, teamId);
    }
    return url;
  }

  private static void requireNobodyElses(String url, String teamId) {
    try (var database = Database.existing(url)) {
      if (new Workspaces(database).ids().stream().anyMatch(id -> !id.equals(teamId))) {
        throw new SetupException(
            "DATABASE_URL names a database that a real workspace uses. Rehearse without that"
                + " variable, in a temporary folder; or on it all the same: rehearse --database"
                + " URL");
      }
    }
  }

  private static Environment inWorkspace(
      Environment environment, Workspace workspace, boolean http, String database) {
    return new Environment(
        new Secret(workspace.botToken()),
        http ? null : new Secret(workspace.appToken()),
        http ? new Secret(workspace.signingSecret()) : null,
        workspace.apiUrl(),
        "127.0.0.1",
        0,
        database,
        environment.config());
  }

  @Override
  public Rooms rooms(Environment environment, Database database) {
    Configuration configuration = Configuration.load(environment);
    Settings settings = configuration.settings();
    var nobodyKnown = new People.Person(settings.language(), settings.zone());
    var outbox = new Outbox(database, clock, Outbox.Terms.NONE);
    return new BotRooms(
        configuration.files(),
        settings,
        configuration.words(),
        database,
        clock,
        _ -> nobodyKnown,
        Optional::empty,
        outbox);
  }
}
