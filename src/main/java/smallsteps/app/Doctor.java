package smallsteps.app;

import java.time.LocalDate;
import java.util.List;
import smallsteps.Listener;
import smallsteps.SetupException;
import smallsteps.calendar.Calendar;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
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
    examineConfiguration(environment);
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

  private void examineConfiguration(Environment environment) {
    try {
      ConfigFiles files = environment.configFiles();
      Settings settings = Settings.load(files);
      Calendar.load(files, settings.country()).dayOff(LocalDate.EPOCH);
      List<String> missing = WordsCheck.missing(files, settings.language());
      if (missing.isEmpty()) {
        String from = environment.config() == null ? "as shipped" : environment.config().toString();
        findings.good(
            "configuration: "
                + from
                + ", language "
                + settings.language().code()
                + ", time zone "
                + settings.zone()
                + ", calendar "
                + settings.country());
      }
      missing.forEach(sentence -> findings.bad("words: " + sentence, "add that sentence"));
    } catch (SetupException wrong) {
      findings.bad(wrong);
    }
  }

  private record Known(List<Listener> listeners, List<Rooms.PlannedChannel> channels) {}

  private Known known(Environment environment, Database database) {
    Rooms rooms = runner.rooms(environment, database);
    return new Known(rooms.listeners(), rooms.plannedChannels());
  }
}
