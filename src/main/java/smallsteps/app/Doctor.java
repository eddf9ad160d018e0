package smallsteps.app;

import java.util.List;
import picocli.CommandLine.ExitCode;
import smallsteps.Listener;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.KnownVariables;
import smallsteps.storage.Workspaces;

/// Looks at everything that has to be in order before the bot can work, on this side of the network
/// first.
final class Doctor {
  private final Terminal terminal;
  private final Runner runner;
  private final Findings findings;

  Doctor(Terminal terminal, Runner runner) {
    this.terminal = terminal;
    this.runner = runner;
    findings = new Findings(terminal.out());
  }

  /// The exit code: 2 where the environment can't be read, 1 where anything else is not well.
  int examine() {
    Environment environment;
    try {
      environment = terminal.environment();
    } catch (SetupException wrong) {
      findings.bad(wrong);
      return ExitCode.USAGE;
    }
    findings.good("environment: the variables can be read");
    examine(environment);
    return findings.isWell() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void examine(Environment environment) {
    KnownVariables.mistaken(terminal.variables().keySet())
        .forEach(name -> findings.hint("environment: " + name));
    examineHost(environment);
    boolean isConfigured = new ConfigurationExamination(environment, findings).examine();
    Environment readable = isConfigured ? environment : environment.asPacked();
    List<Listener> listeners =
        NoDatabase.with(database -> runner.rooms(readable, database).listeners());
    new SlackExamination(environment, findings).examine(listeners, kept(readable));
  }

  private void examineHost(Environment environment) {
    try {
      environment.requireHost();
    } catch (SetupException wrong) {
      findings.bad(wrong);
    }
  }

  private Kept kept(Environment environment) {
    try {
      return new DatabaseExamination(environment, findings)
          .look(database ->
              new Kept(
                  runner.rooms(environment, database).plannedChannelsOfAll(),
                  new Workspaces(database).ids()))
          .orElse(Kept.NOTHING);
    } catch (SetupException wrong) {
      findings.bad(wrong);
      return Kept.NOTHING;
    }
  }
}
