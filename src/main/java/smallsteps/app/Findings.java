package smallsteps.app;

import java.io.PrintStream;
import smallsteps.SetupException;

/// What the doctor finds, a line each, and whether all of it is well.
final class Findings {
  private final PrintStream out;
  private boolean isWell = true;

  Findings(PrintStream out) {
    this.out = out;
  }

  void good(String what) {
    out.println("✓ ok: " + what);
  }

  /// Not as it could be, and no failure.
  void hint(String what) {
    out.println("– hint: " + what);
  }

  void bad(String what, String fix) {
    isWell = false;
    out.println("✗ problem: " + what + " → " + fix);
  }

  /// Each line of the message says a problem and its fix.
  void bad(SetupException wrong) {
    isWell = false;
    wrong.getMessage().lines().forEach(line -> out.println("✗ problem: " + line));
  }

  boolean isWell() {
    return isWell;
  }
}
