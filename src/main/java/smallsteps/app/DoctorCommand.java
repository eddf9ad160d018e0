package smallsteps.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `doctor`: a line per check, each failure with its fix.
@Command(
    name = "doctor",
    description = "Checks configuration, database, tokens, scopes and channels.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Runner runner;

  DoctorCommand(Terminal terminal, Runner runner) {
    this.terminal = terminal;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    return new Doctor(terminal, runner).examine();
  }
}
