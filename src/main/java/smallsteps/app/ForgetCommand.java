package smallsteps.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import smallsteps.Printable;
import smallsteps.SetupException;
import smallsteps.User;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.privacy.Forget;
import smallsteps.storage.Backups;
import smallsteps.storage.Database;
import smallsteps.storage.Workspaces;

/// `forget`: erases what is kept of a person.
@Command(
    name = "forget",
    description = "Erases what is kept of a person, and says how many rows of what.",
    footer = {
      "",
      "Exit codes: 0 erased, 1 failed, or nothing was kept of that person,",
      "2 wrong use or wrong configuration."
    },
    mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
  private static final Pattern TEAM_ID = Pattern.compile("[TE][A-Z0-9]+");
  private static final Pattern USER_ID = Pattern.compile("[UW][A-Z0-9]+");

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
    requireId("--workspace", teamId, TEAM_ID, "T");
    requireId("--user", userId, USER_ID, "U");
    Environment environment = terminal.environment();
    try (var database = Database.existing(environment.databaseUrl())) {
      var forget = new Forget(runner.rooms(environment, database).userTables());
      var counts = forget.forget(new User(teamId, userId));
      counts.forEach((table, rows) -> terminal.out().println(table + ": " + rows(rows)));
      int total = counts.values().stream().mapToInt(Integer::intValue).sum();
      terminal.out().println("Erased of " + userId + " in " + teamId + ": " + rows(total) + ".");
      if (total == 0) {
        return nothingKept(database);
      }
      Settings settings = Settings.load(environment.configFiles());
      NightlyBackup.backups(database, settings)
          .ifPresentOrElse(backups -> tellOf(backups, settings), this::tellOfDumps);
    }
    return ExitCode.OK;
  }

  private static void requireId(String option, String id, Pattern wanted, String first) {
    if (!wanted.matcher(id).matches()) {
      throw new SetupException(
          option
              + " wants an id at Slack, which begins with "
              + first
              + ", and "
              + Printable.value(id)
              + " is none: a name won't do.");
    }
  }

  /// Who mistyped an id has erased nobody, and is to hear so.
  private int nothingKept(Database database) {
    List<String> teams = new Workspaces(database).ids();
    String there =
        teams.contains(teamId)
            ? "Look at the id once more, unless it is all erased already."
            : "Nothing is kept of that workspace"
                + (teams.isEmpty() ? "." : ", but of: " + String.join(" ", teams) + ".");
    terminal.err().println("Nothing is kept of " + userId + " in " + teamId + ". " + there);
    return ExitCode.SOFTWARE;
  }

  private void tellOfDumps() {
    terminal
        .out()
        .println(
            "What was erased still stands in the dumps of the database that were made before, and"
                + " for a while in what its server keeps to be put back. Delete them to be rid of it"
                + " at once.");
  }

  /// A copy is never written to: it would be none any more.
  private void tellOf(Backups backups, Settings settings) {
    int count = backups.list().size() + backups.ofVersions().size();
    if (count > 0) {
      terminal
          .out()
          .println(
              "What was erased still stands in the "
                  + (count == 1 ? "backup" : count + " backups")
                  + " in "
                  + backups.folder()
                  + ", until new ones have taken their place ("
                  + settings.backup().keep()
                  + " are kept). Delete the files to be rid of it at once.");
    }
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
