package smallsteps.app;

import java.io.PrintStream;
import java.util.Map;
import smallsteps.config.Environment;

/// Where a command was typed: the variables it was given, and where it answers.
record Terminal(Map<String, String> variables, PrintStream out, PrintStream err) {

  /// @throws smallsteps.SetupException with everything that is wrong in the variables
  Environment environment() {
    return Environment.of(variables);
  }
}
