package smallsteps.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smallsteps.storage.Backup;

/// `restore`: puts a backup in the database's place, once it is known to be sound.
@Command(
    name = "restore",
    description = "Puts a backup in the database's place. Stop the bot first.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "a copy that 'backup' made")
  private Path file;

  @Option(names = "--force", description = "overwrite the database that is there")
  private boolean force;

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Backup.Restored restored = Backup.restore(terminal.environment().databaseUrl(), file, force);
    terminal.out().println("Put " + file + " in place as " + restored.database() + ".");
    if (restored.overwrote()) {
      terminal
          .out()
          .println(
              "What was kept after that backup was made is gone, and whoever was forgotten since is"
                  + " back: run 'forget' for them again.");
    }
    return ExitCode.OK;
  }
}
