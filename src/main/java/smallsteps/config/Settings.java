package smallsteps.config;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import smallsteps.Language;

/// Every setting of `config/smallsteps.json`, each with the name it has there in snake case.
///
/// @param language what the bot speaks where nobody has chosen
/// @param zone whose local time a nudge follows where nobody has chosen
/// @param country whose calendar says what is a red day: `se` for `config/calendars/se.json`
public record Settings(
    Language language,
    ZoneId zone,
    String country,
    Commands commands,
    Nudges nudges,
    Outbox outbox,
    Reactions reactions,
    Backup backup,
    Http http,
    Socket socket) {
  private static final String FILE = "smallsteps.json";
  private static final int AN_HOUR = 60 * 60; // in seconds

  /// @param checkSeconds how often the bot looks what is due
  /// @param leaseSeconds how long what one process is about to send is left alone by others, 30 at
  ///   the least: a call to Slack may take ten
  /// @param lateHours how late on its own day a nudge may still be posted
  /// @param skip days without a nudge, in a channel that has not chosen
  /// @param digest the digest of a channel that has not chosen
  public record Nudges(
      int checkSeconds, int leaseSeconds, int lateHours, Skip skip, Digest digest) {}

  /// @param redDays public holidays
  /// @param summer the country's summer weeks
  public record Skip(boolean redDays, boolean eves, boolean bridgeDays, boolean summer) {}

  public record Digest(boolean on, DayOfWeek weekday, LocalTime time) {}

  /// @param lostSeconds how long a post that got no answer may still be on its way to Slack: until
  ///   then it is looked for, and not posted again
  public record Outbox(int lostSeconds) {}

  /// @param earlyMinutes how long a reaction is kept whose win is not known yet
  public record Reactions(int earlyMinutes) {}

  /// @param at when each night, in the local time of `zone`
  /// @param keep how many copies
  /// @param folder beside the database, or absolute
  public record Backup(boolean on, LocalTime at, int keep, String folder) {}

  /// @param bodyLimitKib the largest request that is read
  public record Http(int bodyLimitKib) {}

  /// @param concurrency how many messages of the socket are worked on at once
  /// @param silenceSeconds how long Slack may be silent on the socket before health says so
  /// @param giveUpMinutes how long it tries before it ends, for a supervisor to start it again
  public record Socket(int concurrency, int silenceSeconds, int giveUpMinutes) {}

  /// @throws smallsteps.SetupException with everything that is wrong in the file
  public static Settings load(ConfigFiles files) {
    Settings settings = ConfigObject.read(files, FILE, Settings::of);
    settings.commands().check(FILE);
    return settings;
  }

  private static Settings of(ConfigObject file) {
    return new Settings(
        file.text("language", Language::new, "a language code such as \"sv\""),
        file.text("zone", ZoneId::of, "a time zone such as \"Europe/Stockholm\""),
        file.text("country", Settings::fileName, "the name of a file in calendars, such as \"se\""),
        file.object("commands", Settings::commands),
        file.object("nudges", Settings::nudges),
        file.object("outbox", each -> new Outbox(each.positive("lost_seconds", AN_HOUR))),
        file.object("reactions", each -> new Reactions(each.positive("early_minutes", 24 * 60))),
        file.object("backup", Settings::backup),
        file.object("http", each -> new Http(each.positive("body_limit_kib", 64 * 1024))),
        file.object("socket", Settings::socket));
  }

  /// The packed file lists those that there are.
  private static Commands commands(ConfigObject commands) {
    var packed = ConfigFiles.shipped(FILE).orElseThrow().getJsonObject("commands");
    return Commands.read(commands, packed.keySet());
  }

  private static Nudges nudges(ConfigObject nudges) {
    return new Nudges(
        nudges.positive("check_seconds", AN_HOUR),
        nudges.positive("lease_seconds", AN_HOUR),
        nudges.positive("late_hours", 24),
        nudges.object("skip", Settings::skip),
        nudges.object("digest", Settings::digest));
  }

  private static Skip skip(ConfigObject skip) {
    return new Skip(
        skip.truth("red_days"),
        skip.truth("eves"),
        skip.truth("bridge_days"),
        skip.truth("summer"));
  }

  private static Digest digest(ConfigObject digest) {
    return new Digest(
        digest.truth("on"),
        digest.text(
            "weekday",
            day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
            "a weekday such as \"friday\""),
        time(digest, "time"));
  }

  private static Backup backup(ConfigObject backup) {
    return new Backup(
        backup.truth("on"),
        time(backup, "at"),
        backup.positive("keep", 1000),
        backup.text("folder", Settings::path, "the path of a folder"));
  }

  private static Socket socket(ConfigObject socket) {
    return new Socket(
        socket.positive("concurrency", 100),
        socket.positive("silence_seconds", AN_HOUR),
        socket.positive("give_up_minutes", 7 * 24 * 60));
  }

  private static String fileName(String name) {
    if (!name.matches("[\\w-]{1,100}")) {
      throw new IllegalArgumentException();
    }
    return name;
  }

  /// What is no path is refused by [Path] itself.
  private static String path(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException();
    }
    return Path.of(text).toString();
  }

  private static LocalTime time(ConfigObject in, String key) {
    return in.text(
        key,
        time -> LocalTime.parse(time).truncatedTo(ChronoUnit.MINUTES),
        "a time such as \"15:00\"");
  }
}
