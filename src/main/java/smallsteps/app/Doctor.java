package smallsteps.app;

import java.util.List;
import smallsteps.Listener;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.storage.Database;

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

  /// Whether all is well.
  boolean examine() {
    try {
      Environment environment = terminal.environment();
      findings.good("environment: the variables can be read");
      examine(environment);
    } catch (SetupException wrong) {
      findings.bad(wrong);
    }
    return findings.isWell();
  }

  private void examine(Environment environment) {
    new ConfigurationExamination(environment, findings).examine();
    List<Listener> listeners = List.of();
    List<Rooms.PlannedChannel> channels = List.of();
    try {
      var known =
          new DatabaseExamination(environment, findings)
              .with(database -> known(environment, database));
      listeners = known.listeners();
      channels = known.channels();
    } catch (SetupException wrong) {
      findings.bad(wrong);
    }
    new SlackExamination(environment, findings).examine(listeners, channels);
  }

  private record Known(List<Listener> listeners, List<Rooms.PlannedChannel> channels) {}

  private Known known(Environment environment, Database database) {
    Rooms rooms = runner.rooms(environment, database);
    return new Known(rooms.listeners(), rooms.plannedChannels());
  }
}
