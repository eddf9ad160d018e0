package smallsteps.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import smallsteps.SetupException;
import smallsteps.config.Environment;

/// `run`: the bot in Slack, until it is told to end.
@Command(
    name = "run",
    description = "Runs the bot in Slack. The default when there are tokens.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Runner runner;

  RunCommand(Terminal terminal, Runner runner) {
    this.terminal = terminal;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    return run(terminal.environment());
  }

  int run(Environment environment) {
    if (!environment.hasTokens()) {
      throw new SetupException(
          "SLACK_BOT_TOKEN is not set. Copy the Bot User OAuth Token from your app's page at Slack"
              + " (OAuth & Permissions), or try the bot without Slack: smallsteps rehearse");
    }
    if (!environment.usesSocketMode() && environment.signingSecret() == null) {
      throw new SetupException(
          "Set SLACK_APP_TOKEN (Socket Mode, the simple way), or SLACK_SIGNING_SECRET if Slack is"
              + " to reach the bot over HTTP: without it anyone could speak in Slack's name.");
    }
    environment.requireHost();
    return runner.run(environment);
  }
}
