package smallsteps.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import smallsteps.config.Environment;

/// What happens without a command: the bot runs when there are tokens, and else says how to begin.
final class Start implements Callable<Integer> {
  private static final String HOW_TO_BEGIN =
      """
      Try it without Slack:   smallsteps rehearse   (a workspace in your browser)
      Connect it to Slack:    set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, then: smallsteps run
      What Slack needs first: smallsteps manifest   (paste it at https://api.slack.com/apps)
      """;

  private final Terminal terminal;
  private final Runner runner;

  Start(Terminal terminal, Runner runner) {
    this.terminal = terminal;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    // A secret in a pipe can be read once only.
    Environment environment = terminal.environment();
    if (environment.hasTokens()) {
      return new RunCommand(terminal, runner).run(environment);
    }
    terminal.err().print(HOW_TO_BEGIN);
    return ExitCode.USAGE;
  }
}
