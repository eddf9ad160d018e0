package smallsteps.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.ScheduledJob;
import smallsteps.SetupException;
import smallsteps.Span;
import smallsteps.config.Settings;
import smallsteps.storage.BackupFolder;
import smallsteps.storage.Backups;
import smallsteps.storage.Database;

/// A copy of the database each night, made beside whatever else the bot does. A night that was
/// missed is made up for. One that can't be made stops nothing: it is logged, told on the health
/// page, and tried again each hour.
final class NightlyBackup {
  private static final Logger log = LoggerFactory.getLogger(NightlyBackup.class);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration TRY_AGAIN = Duration.ofHours(1);

  /// A bot that starts has other things to do.
  private static final Duration QUIET_AT_START = Duration.ofMinutes(10);

  private final Settings settings;
  private final Database database;
  private Span quiet;
  private volatile String problem;

  NightlyBackup(Settings settings, Database database) {
    this.settings = settings;
    this.database = database;
  }

  /// Empty where the settings want none, and where a server's own tools make them.
  Optional<ScheduledJob> job() {
    return settings.backup().on() && backups(database, settings).isPresent()
        ? Optional.of(new ScheduledJob("nightly-backup", LOOK_EVERY, this::look))
        : Optional.empty();
  }

  /// Says at the start what will keep the next one from being made.
  void tellProblem(String databaseUrl) {
    problem(databaseUrl, settings).ifPresent(log::warn);
  }

  /// What will keep the next one from being made, in a sentence; empty where nothing will, and
  /// where none is wanted.
  static Optional<String> problem(String databaseUrl, Settings settings) {
    return settings.backup().on()
        ? Backups.problem(databaseUrl, folder(settings))
        : Optional.empty();
  }

  /// Why the last one is missing, in a sentence; empty when it was made.
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /// When the newest copy was made; empty where there is none, or where it can't be seen.
  Optional<Instant> last() {
    try {
      return backups(database, settings).stream()
          .flatMap(backups -> backups.list().stream())
          .findFirst()
          .map(copy -> copy.made().toInstant());
    } catch (SetupException unreadable) {
      return Optional.empty();
    }
  }

  private void look(Instant now) {
    if (quiet == null) {
      quiet = new Span(now, QUIET_AT_START);
    }
    if (!quiet.holds(now)) {
      make(now);
    }
  }

  private void make(Instant now) {
    Backups backups = backups(database, settings).orElseThrow();
    try {
      if (isDue(backups, backups.local(now))) {
        backups.make(now);
        problem = null;
      }
    } catch (SetupException e) {
      failed(e.getMessage(), now);
    } catch (RuntimeException e) {
      failed(NameAndPlace.of(e), now);
    }
  }

  static Optional<Backups> backups(Database database, Settings settings) {
    return database.backups(folder(settings), settings.backup().keep());
  }

  static BackupFolder folder(Settings settings) {
    return new BackupFolder(Path.of(settings.backup().folder()), settings.zone());
  }

  /// Whether there is none since the time of day at which there should be.
  private boolean isDue(Backups backups, ZonedDateTime local) {
    ZonedDateTime today = local.with(settings.backup().at());
    ZonedDateTime last = today.isAfter(local) ? today.minusDays(1) : today;
    return backups.list().stream()
        .filter(copy -> !copy.made().isAfter(local)) // else the clock was ahead
        .noneMatch(copy -> !copy.made().isBefore(last));
  }

  private void failed(String why, Instant now) {
    problem = "The nightly backup was not made: " + why;
    quiet = new Span(now, TRY_AGAIN);
    log.error(problem);
  }
}
