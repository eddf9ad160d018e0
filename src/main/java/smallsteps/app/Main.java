package smallsteps.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import smallsteps.supervision.Uncaught;

/// Where the process begins.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Uncaught.tell();
    endWithLauncher();
    System.setErr(PrintableStream.ofLog(new FileOutputStream(FileDescriptor.err)));
    int exitCode = run(System.getenv(), utf8(FileDescriptor.out), utf8(FileDescriptor.err), args);
    // An exit, since the Slack client's threads may still be there.
    System.exit(exitCode);
  }

  /// One command, as if typed where these variables are set; returns its exit code.
  public static int run(
      Map<String, String> variables, PrintStream out, PrintStream err, String... args) {
    var terminal = new Terminal(variables, out, err);
    var runner = new BotRunner(terminal);
    // The parser's classes are of too old a format for the ahead-of-time cache, and take a fifth of
    // the start: the bot itself needs no options, and starts without it.
    if (args.length == 0) {
      return started(new Start(terminal, runner), terminal.err());
    } else if (args.length == 1 && args[0].equals("run")) {
      return started(new RunCommand(terminal, runner), terminal.err());
    }
    return new Cli(terminal, runner).run(args);
  }

  private static int started(Callable<Integer> command, PrintStream err) {
    try {
      return command.call();
    } catch (Exception failure) {
      return Failure.tell(failure, err);
    }
  }

  /// The launcher that chose this Java may be killed outright, and then can't tell us.
  private static void endWithLauncher() {
    Long launcher = Long.getLong("smallsteps.launcher");
    if (launcher != null) {
      ProcessHandle.of(launcher)
          .map(ProcessHandle::onExit)
          .ifPresentOrElse(ended -> ended.thenRun(() -> System.exit(1)), () -> System.exit(1));
    }
  }

  /// Whatever the locale: an export is UTF-8 also where `LANG=C`.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
