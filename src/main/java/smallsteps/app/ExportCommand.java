package smallsteps.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import smallsteps.Language;
import smallsteps.Printable;
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
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, or nothing is kept of the channel that was named,",
      "2 wrong use or wrong configuration."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private enum Format {
    JSONL,
    CSV,
    MARKDOWN
  }

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern CHANNEL_ID = Pattern.compile("[CGD][A-Z0-9]+");

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
      var kept = new ExportRows(database, Words.load(files, settings).in(settings.language()));
      if (channelId != null && !isKept(kept)) {
        return ExitCode.SOFTWARE;
      }
      List<Exported> rows =
          kept.read(
              start(first, settings.zone()),
              start(last == null ? null : last.plusDays(1), settings.zone()),
              channelId);
      terminal.data().print(written.write(rows));
      terminal.data().flush();
    }
    return terminal.data().checkError() ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private ExportFormat format(ConfigFiles files, Settings settings) {
    try {
      return switch (Format.valueOf(format.toUpperCase(Locale.ROOT))) {
        case JSONL -> new ExportJsonLines();
        case CSV -> new ExportCsv();
        case MARKDOWN -> markdown(files, settings);
      };
    } catch (IllegalArgumentException e) {
      throw new SetupException(
          "--format is jsonl, csv or markdown, and not " + Printable.value(format) + ".", e);
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

  /// Of a channel that is not known an empty export would say that nothing was said there.
  private boolean isKept(ExportRows kept) {
    SortedSet<String> ids = kept.channelIds();
    if (ids.contains(channelId)) {
      return true;
    }
    String there =
        ids.isEmpty()
            ? "Nothing is kept of any channel."
            : "Something is kept of: " + String.join(" ", ids) + ".";
    if (!CHANNEL_ID.matcher(channelId).matches()) {
      throw new SetupException(
          "--channel wants an id, which begins with C (in Slack: the channel's name, About, at the"
              + " bottom), and "
              + Printable.value(channelId)
              + " is none. "
              + there);
    }
    terminal.err().println("Nothing is kept of the channel " + channelId + ". " + there);
    return false;
  }

  private static LocalDate day(String option, String text) {
    if (text == null) {
      return null;
    }
    try {
      if (DAY.matcher(text).matches()) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() >= 1970 && day.getYear() < 9999) {
          return day;
        }
      }
    } catch (DateTimeParseException noSuchDay) {
      throw noDay(option, text, noSuchDay);
    }
    throw noDay(option, text, null);
  }

  private static SetupException noDay(String option, String text, Exception cause) {
    return new SetupException(
        option
            + " wants a day such as 2026-11-23, from 1970 on, and "
            + Printable.value(text)
            + " is none.",
        cause);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }
}
