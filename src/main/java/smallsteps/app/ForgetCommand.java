package smallsteps.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import smallsteps.User;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.privacy.Forget;
import smallsteps.storage.Backups;
import smallsteps.storage.Database;

/// `forget`: erases what is kept of a person.
@Command(
    name = "forget",
    description = "Erases what is kept of a person, and says how many rows of what.",
    mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Runner runner;

  @Option(
      names = "--workspace",
      required = true,
      paramLabel = "T",
      description = "the workspace's id at Slack: T…")
  private String teamId;

  @Option(
      names = "--user",
      required = true,
      paramLabel = "U",
      description = "the person's id at Slack (profile, ⋮, Copy member ID): U…")
  private String userId;

  ForgetCommand(Terminal terminal, Runner runner) {
    this.terminal = terminal;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    Environment environment = terminal.environment();
    try (var database = Database.existing(environment.databaseUrl())) {
      var forget = new Forget(runner.rooms(environment, database).userTables());
      var counts = forget.forget(new User(teamId, userId));
      counts.forEach((table, rows) -> terminal.out().println(table + ": " + rows(rows)));
      int total = counts.values().stream().mapToInt(Integer::intValue).sum();
      terminal.out().println("Erased of " + userId + " in " + teamId + ": " + rows(total) + ".");
      tellOfBackups(database, Settings.load(environment.configFiles()).backup());
    }
    return ExitCode.OK;
  }

  /// A copy is never written to: it would be none any more.
  private void tellOfBackups(Database database, Settings.Backup setting) {
    Backups backups = NightlyBackup.backups(database, setting);
    int count = backups.list().size();
    if (count > 0) {
      terminal
          .out()
          .println(
              "What was erased still stands in the "
                  + (count == 1 ? "backup" : count + " backups")
                  + " in "
                  + backups.folder()
                  + ", until new ones have taken their place ("
                  + setting.keep()
                  + " are kept). Delete the files to be rid of it at once.");
    }
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
