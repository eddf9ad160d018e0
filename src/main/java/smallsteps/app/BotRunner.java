package smallsteps.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.ExitCode;
import smallsteps.Secret;
import smallsteps.SetupException;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.config.Words;
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
  public int rehearse(Environment environment, int port) {
    try (var workspace = Workspace.start(port, clock)) {
      Environment rehearsed = inWorkspace(environment, workspace);
      workspace.install(rehearsed.configFiles().read("manifest.json"));
      return untilEnd(
          rehearsed,
          _ ->
              terminal
                  .out()
                  .println("Small Steps rehearses at " + workspace.page() + " (Ctrl-C ends it)"));
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

  private Environment inWorkspace(Environment environment, Workspace workspace) throws IOException {
    return new Environment(
        new Secret(workspace.botToken()),
        new Secret(workspace.appToken()),
        null,
        workspace.apiUrl(),
        "127.0.0.1",
        0,
        terminal.variables().containsKey("DATABASE_URL")
            ? environment.databaseUrl()
            : temporaryDatabase(),
        environment.config());
  }

  private static String temporaryDatabase() throws IOException {
    Path folder = Files.createTempDirectory("smallsteps-rehearsal");
    return "jdbc:sqlite:" + folder.resolve("smallsteps.db");
  }

  @Override
  public Rooms rooms(Environment environment, Database database) {
    ConfigFiles files = environment.configFiles();
    Settings settings = Settings.load(files);
    Words words = Words.load(files, settings.language());
    return new BotRooms(files, settings, words, database, clock, "");
  }
}
