package smallsteps.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import smallsteps.SetupException;

/// `rehearse`: the bot in a workspace on this machine alone, until it is told to end.
@Command(
    name = "rehearse",
    description = "Runs the bot in a workspace in your browser, no Slack account needed.",
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Runner runner;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3000",
      description = "the page's port on this machine (${DEFAULT-VALUE}); 0 for any that is free")
  private int port;

  @Option(
      names = "--http",
      description = "Slack's requests come to the bot over HTTP; else Socket Mode")
  private boolean http;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "keeps what is said in this database, as in DATABASE_URL; else in a temporary folder, or"
              + " in the one of DATABASE_URL where no real workspace uses that")
  private String database;

  @Option(
      names = "--scene",
      paramLabel = "FILE",
      description =
          "plays this scene first, a JSON file, or one of those that are packed: week (as without"
              + " this option, where nothing is kept yet), empty")
  private String scene;

  @Option(
      names = "--speed",
      paramLabel = "TIMES",
      defaultValue = "0",
      description =
          "plays the scene while you watch, so many times as fast as it happened: 3600 is an hour a"
              + " second; else it is over before the page is there")
  private int speed;

  RehearseCommand(Terminal terminal, Runner runner) {
    this.terminal = terminal;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > 65_535) {
      throw new SetupException("--port must be a number from 0 to 65535.");
    }
    if (speed < 0) {
      throw new SetupException("--speed must be a number from 0.");
    }
    return runner.rehearse(
        terminal.environmentWithoutWayOut(),
        new Runner.Rehearsal(port, http, database, scene, speed));
  }
}
