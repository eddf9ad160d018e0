package smallsteps.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import smallsteps.config.Environment;
import smallsteps.storage.Move;

/// `move`: everything from the bot's database to another one, which may be of the other engine.
@Command(
    name = "move",
    description = "Copies everything to another database, from SQLite to PostgreSQL or back.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Stop the bot first. The other database must be empty; nothing changes in the one of",
      "DATABASE_URL. Then set DATABASE_URL to the other, and start the bot."
    })
final class MoveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description =
          "where to, as in DATABASE_URL; DATABASE_USER and DATABASE_PASSWORD are for the server"
              + " whose address says none")
  private String to;

  MoveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, String> variables = terminal.variables();
    Map<String, String> target = new HashMap<>(variables);
    target.remove("DATABASE_URL_FILE");
    target.put("DATABASE_URL", to);
    Map<String, Long> moved = Move.everything(url(variables), url(target));
    moved.forEach((table, rows) -> terminal.out().println(table + ": " + rows(rows)));
    long all = moved.values().stream().mapToLong(Long::longValue).sum();
    terminal
        .out()
        .println(
            "Copied and compared: "
                + rows(all)
                + ". Set DATABASE_URL to the new one, and start the bot; what it was copied from"
                + " stands as it was, until you delete it.");
    return ExitCode.OK;
  }

  /// User and password are a server's that does not say them itself.
  private static String url(Map<String, String> variables) {
    var own = new HashMap<>(variables);
    String url = variables.getOrDefault("DATABASE_URL", "");
    boolean isFile = !url.isBlank() && !url.strip().startsWith("jdbc:postgresql:");
    own.keySet()
        .removeIf(name ->
            name.startsWith("DATABASE_USER") && (isFile || url.contains("user="))
                || name.startsWith("DATABASE_PASSWORD") && (isFile || url.contains("password=")));
    return Environment.withoutWayOut(own).databaseUrl();
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
