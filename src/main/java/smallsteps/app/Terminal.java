package smallsteps.app;

import java.io.PrintStream;
import java.util.Map;
import smallsteps.config.Environment;

/// Where a command was typed: the variables it was given, and where it answers.
///
/// @param out what it says; of others' words nothing that a terminal would act on
/// @param err the same, of what went wrong
/// @param data the way out for what is carried away as it is
record Terminal(Map<String, String> variables, PrintStream out, PrintStream err, PrintStream data) {

  Terminal(Map<String, String> variables, PrintStream out, PrintStream err) {
    this(variables, PrintableStream.over(out), PrintableStream.over(err), out);
  }

  /// @throws smallsteps.SetupException with everything that is wrong in the variables
  Environment environment() {
    return Environment.of(variables);
  }

  /// The same for who talks to this machine alone.
  Environment environmentWithoutWayOut() {
    return Environment.withoutWayOut(variables);
  }
}
