package smallsteps.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import picocli.CommandLine.ExitCode;
import smallsteps.People;
import smallsteps.Secret;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.outbox.Outbox;
import smallsteps.rehearsal.Workspace;
import smallsteps.rehearsal.scenes.Script;
import smallsteps.rehearsal.scenes.ScriptFault;
import smallsteps.rehearsal.state.State;
import smallsteps.storage.Database;
import smallsteps.storage.TemporaryFolder;
import smallsteps.storage.Workspaces;

/// Runs the bot until the process is told to end.
final class BotRunner implements Runner {
  private static final Duration FIRST_CONNECTION = Duration.ofSeconds(20);
  private static final Duration A_WHILE = Duration.ofMillis(200);
  private static final Pattern TOKENS =
      Pattern.compile("SLACK_(BOT_TOKEN|APP_TOKEN|SIGNING_SECRET)(_FILE)?");

  private final Terminal terminal;
  private final InstantSource system = InstantSource.system();

  BotRunner(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int run(Environment environment) {
    try (var ending = new Ending()) {
      return untilEnd(
          environment,
          system,
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
    requireNoTokens();
    try (var ending = new Ending();
        var folder = new TemporaryFolder()) {
      String database = database(environment, wanted, folder);
      return rehearse(environment, wanted, database, ending);
    } catch (ScriptFault e) {
      throw new SetupException("The scene came to a stop at " + e.getMessage(), e);
    } catch (IOException e) {
      throw new SetupException(e.getMessage(), e);
    }
  }

  private int rehearse(
      Environment environment, Runner.Rehearsal wanted, String database, Ending ending)
      throws IOException {
    Script script = RehearsalScene.read(wanted.scene(), !Database.isThere(database));
    try (var workspace = Workspace.start(wanted.port(), script)) {
      Environment rehearsed = inWorkspace(environment, workspace, wanted.http(), database);
      Configuration configuration = Configuration.load(rehearsed);
      workspace.install(
          configuration.settings().commands().named(configuration.files().read("manifest.json")));
      return untilEnd(
          rehearsed,
          workspace.clock(),
          ending,
          bot -> {
            if (wanted.http()) {
              workspace.deliverTo(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
            }
            workspace.bot(new RehearsedBot(bot));
            begin(workspace, script, wanted.speed(), ending);
          });
    }
  }

  /// A scene that is played slowly is there to be watched.
  private void begin(Workspace workspace, Script script, int speed, Ending ending) {
    String address = "Small Steps rehearses at " + workspace.page() + " (Ctrl-C ends it)";
    if (speed > 0) {
      terminal.out().println(address);
    }
    workspace.play(script, speed, ending::isTold);
    if (speed == 0 && !ending.isTold()) {
      terminal.out().println(address);
    }
  }

  /// A mix-up of the two would have made-up people write in a real workspace, or real ones here.
  private void requireNoTokens() {
    boolean isReal =
        terminal.variables().entrySet().stream()
            .filter(set -> TOKENS.matcher(set.getKey()).matches())
            .anyMatch(set -> !set.getValue().isBlank());
    if (isReal) {
      throw new SetupException(
          "A rehearsal does not start beside the tokens of a real workspace. Start it where"
              + " SLACK_BOT_TOKEN, SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are not set.");
    }
  }

  private interface Started {
    void tell(Bot bot);
  }

  private int untilEnd(
      Environment environment, InstantSource clock, Ending ending, Started started) {
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
      Environment environment, Runner.Rehearsal wanted, TemporaryFolder folder) {
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
      requireNobodyElses(url);
    }
    return url;
  }

  private static void requireNobodyElses(String url) {
    try (var database = Database.existing(url)) {
      if (new Workspaces(database).ids().stream().anyMatch(id -> !id.equals(State.TEAM))) {
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
    var outbox = new Outbox(database, system, Outbox.Terms.NONE);
    return new BotRooms(
        configuration.files(),
        settings,
        configuration.words(),
        database,
        system,
        _ -> nobodyKnown,
        Optional::empty,
        outbox);
  }
}
