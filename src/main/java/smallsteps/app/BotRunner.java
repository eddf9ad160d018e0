package smallsteps.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.ExitCode;
import smallsteps.People;
import smallsteps.Secret;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.rehearsal.Workspace;
import smallsteps.storage.Database;

/// Runs the bot until the process is told to end.
final class BotRunner implements Runner {
  private static final Duration FIRST_CONNECTION = Duration.ofSeconds(20);

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  BotRunner(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int run(Environment environment) {
    return untilEnd(
        environment,
        bot ->
            terminal
                .err()
                .println(
                    "Small Steps runs; health at http://localhost:" + bot.port() + "/healthz"));
  }

  @Override
  public int rehearse(Environment environment, int port, boolean http) {
    try (var workspace = Workspace.start(port, clock);
        var folder = new TemporaryFolder()) {
      Environment rehearsed = inWorkspace(environment, workspace, http, folder);
      Configuration configuration = Configuration.load(rehearsed);
      workspace.install(
          configuration.settings().commands().named(configuration.files().read("manifest.json")));
      return untilEnd(
          rehearsed,
          bot -> {
            if (http) {
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

  private int untilEnd(Environment environment, Started started) {
    var end = new CountDownLatch(1);
    var exitCode = new AtomicInteger(ExitCode.OK);
    var ended = new CountDownLatch(1);
    Runnable giveUp =
        () -> {
          exitCode.set(ExitCode.SOFTWARE);
          end.countDown();
        };
    try (var bot = new Bot(environment, clock, giveUp)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(end, ended), "end"));
      bot.awaitReady(FIRST_CONNECTION);
      started.tell(bot);
      end.await();
      bot.requireTokens();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
    return exitCode.get();
  }

  /// Told to end: lets the bot finish what it holds.
  private static void endInOrder(CountDownLatch end, CountDownLatch ended) {
    end.countDown();
    try {
      ended.await(9, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Environment inWorkspace(
      Environment environment, Workspace workspace, boolean http, TemporaryFolder folder) {
    boolean ownDatabase =
        terminal.variables().keySet().stream().anyMatch(name -> name.startsWith("DATABASE_URL"));
    return new Environment(
        new Secret(workspace.botToken()),
        http ? null : new Secret(workspace.appToken()),
        http ? new Secret(workspace.signingSecret()) : null,
        workspace.apiUrl(),
        "127.0.0.1",
        0,
        ownDatabase ? environment.databaseUrl() : "jdbc:sqlite:" + folder.file("smallsteps.db"),
        environment.config());
  }

  @Override
  public Rooms rooms(Environment environment, Database database) {
    Configuration configuration = Configuration.load(environment);
    Settings settings = configuration.settings();
    var nobodyKnown = new People.Person(settings.language(), settings.zone());
    return new BotRooms(
        configuration.files(),
        settings,
        configuration.words(),
        database,
        clock,
        _ -> nobodyKnown,
        "");
  }
}
