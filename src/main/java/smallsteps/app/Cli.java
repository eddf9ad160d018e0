package smallsteps.app;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import smallsteps.Printable;
import smallsteps.Spaces;

/// The command line: which command was meant, and what its failure says and returns. 0 is done, 1
/// failed, 2 wrong use or wrong configuration.
@Command(
    name = "smallsteps",
    description = "Små steg: a Slack bot for teams that live by the One Team Gov principles.",
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Without a command it runs the bot, when SLACK_BOT_TOKEN is set.",
      "Exit codes: 0 done, 1 failed, 2 wrong use or wrong configuration,",
      "143 ended by SIGTERM in good order."
    })
final class Cli implements Callable<Integer> {
  /// Somebody may paste one where a command belongs.
  private static final Pattern SECRET =
      Pattern.compile("(xox|xapp)[\\w.-]+|\\p{XDigit}{24,}|(?i)password=[^&\\s']*");

  /// What stands between an option and its value.
  private static final Pattern VALUE = Pattern.compile("(?<=^--[a-z-]{1,20})=");

  /// What was mistyped is said again, but not a page of it.
  private static final int LONGEST = 200;

  private final Terminal terminal;
  private final Runner runner;
  private final CommandLine commandLine;

  Cli(Terminal terminal, Runner runner) {
    this.terminal = terminal;
    this.runner = runner;
    commandLine =
        new CommandLine(this)
            .addSubcommand(new RunCommand(terminal, runner))
            .addSubcommand(new RehearseCommand(terminal, runner))
            .addSubcommand(new DoctorCommand(terminal, runner))
            .addSubcommand(new ExportCommand(terminal))
            .addSubcommand(new ForgetCommand(terminal, runner))
            .addSubcommand(new BackupCommand(terminal))
            .addSubcommand(new RestoreCommand(terminal))
            .addSubcommand(new MoveCommand(terminal))
            .addSubcommand(new ManifestCommand(terminal, runner))
            .setExpandAtFiles(false) // it would read whatever is named, to no end
            .setOut(writer(terminal.out()))
            .setErr(writer(terminal.err()))
            .setParameterExceptionHandler((wrong, _) -> wrongUse(wrong))
            .setExecutionExceptionHandler((failure, _, _) -> Failure.tell(failure, terminal.err()));
  }

  /// The exit code.
  int run(String... args) {
    String before = commandLine.getCommandName();
    for (String word : words(args)) {
      if (Spaces.isBlank(word)) {
        return wrongUse(empty(before));
      }
      before = word;
    }
    return commandLine.execute(args);
  }

  /// An option's value by itself, also where it is written with a `=`.
  private static List<String> words(String... args) {
    return Stream.of(args).flatMap(arg -> Stream.of(VALUE.split(arg, 2))).toList();
  }

  /// A shell makes it of a variable that is not set. Nobody means it, whatever it would be taken
  /// for: no command, a file of that name, the folder one is in.
  private ParameterException empty(String before) {
    return new ParameterException(
        commandLine,
        "There is an empty argument after "
            + before
            + ". Is it a variable that is not set? Write a value, or leave it out.");
  }

  @Override
  public Integer call() {
    return new Start(terminal, runner).call();
  }

  private int wrongUse(ParameterException wrong) {
    String said = SECRET.matcher(Printable.line(wrong.getMessage())).replaceAll("***");
    terminal.err().println(said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said);
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("Try: " + command + " --help");
    return ExitCode.USAGE;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /// The version that the jar was built as, of which commit, and the Java that runs it.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      String version = Cli.class.getPackage().getImplementationVersion();
      return new String[] {
        "Small Steps %s (%s; Java %s)"
            .formatted(version == null ? "not packaged" : version, commit(), Runtime.version())
      };
    }

    private static String commit() throws IOException {
      var built = new Properties();
      try (var file = Cli.class.getResourceAsStream("/smallsteps/built.properties")) {
        if (file != null) {
          built.load(file);
        }
      }
      String commit = built.getProperty("git.commit.id.abbrev");
      return commit == null ? "commit unknown" : "commit " + commit;
    }
  }
}
