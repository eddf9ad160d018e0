package smallsteps.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import smallsteps.Language;
import smallsteps.SetupException;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.principles.Principles;
import smallsteps.storage.Database;

/// `export`: wins in the order said, then nudges in the order they were due, on standard output.
@Command(
    name = "export",
    description = "Writes wins and nudges, with their reactions, to standard output.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private enum Format {
    JSONL,
    CSV,
    MARKDOWN
  }

  private final Terminal terminal;

  @Option(
      names = "--format",
      paramLabel = "jsonl|csv|markdown",
      defaultValue = "jsonl",
      description = "jsonl (the default), csv or markdown")
  private String format;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "the first day, such as 2026-11-01, in the setting's time zone")
  private String since;

  @Option(names = "--until", paramLabel = "DATE", description = "the last day")
  private String until;

  @Option(names = "--channel", paramLabel = "ID", description = "this channel only: C…")
  private String channelId;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Environment environment = terminal.environment();
    ConfigFiles files = environment.configFiles();
    Settings settings = Settings.load(files);
    ExportFormat written = format(files, settings);
    LocalDate first = day("--since", since);
    LocalDate last = day("--until", until);
    if (first != null && last != null && first.isAfter(last)) {
      throw new SetupException("--since is after --until: no day lies between them.");
    }
    try (var database = Database.existing(environment.databaseUrl())) {
      List<Exported> rows =
          new ExportRows(database, Words.load(files, settings).in(settings.language()))
              .read(
                  start(first, settings.zone()),
                  start(last == null ? null : last.plusDays(1), settings.zone()),
                  channelId);
      terminal.out().print(written.write(rows));
      terminal.out().flush();
    }
    return terminal.out().checkError() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private ExportFormat format(ConfigFiles files, Settings settings) {
    try {
      return switch (Format.valueOf(format.toUpperCase(Locale.ROOT))) {
        case JSONL -> new ExportJsonLines();
        case CSV -> new ExportCsv();
        case MARKDOWN -> markdown(files, settings);
      };
    } catch (IllegalArgumentException e) {
      throw new SetupException("--format is jsonl, csv or markdown, and not " + format + ".", e);
    }
  }

  private static ExportFormat markdown(ConfigFiles files, Settings settings) {
    Language language = settings.language();
    Principles principles = Principles.load(files, language);
    return new ExportMarkdown(
        Words.load(files, language).in(language),
        number -> principles.get(number, language).heading(),
        settings.zone());
  }

  private static LocalDate day(String option, String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new SetupException(
          option + " wants a day such as 2026-11-23, and \"" + text + "\" is none.", e);
    }
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }
}
