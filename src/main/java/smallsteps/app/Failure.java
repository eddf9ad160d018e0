package smallsteps.app;

import java.io.PrintStream;
import picocli.CommandLine.ExitCode;
import smallsteps.NameAndPlace;
import smallsteps.SetupException;
import smallsteps.storage.StoreException;

/// What a command that failed says, and returns.
final class Failure {
  private Failure() {}

  /// Returns the exit code: 2 for what the person can mend, 1 for anything else.
  static int tell(Exception failure, PrintStream err) {
    if (failure instanceof SetupException) {
      err.println(failure.getMessage());
      return ExitCode.USAGE;
    }
    err.println("It failed: " + said(failure));
    return ExitCode.SOFTWARE;
  }

  /// Without the message, which may hold what somebody wrote; the store's never does.
  private static String said(Exception failure) {
    if (failure instanceof StoreException) {
      return "the database said " + failure.getMessage();
    }
    return NameAndPlace.of(failure);
  }
}
