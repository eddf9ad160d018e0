package smallsteps.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;
import smallsteps.storage.Backup;

/// `backup`: a consistent copy of the database, also while the bot runs.
@Command(
    name = "backup",
    description = "Copies the database to FILE, also while the bot runs.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "the copy; must not be there yet")
  private Path file;

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path database = Backup.write(terminal.environment().databaseUrl(), file);
    terminal.out().println("Copied " + database + " to " + file + ".");
    return ExitCode.OK;
  }
}
