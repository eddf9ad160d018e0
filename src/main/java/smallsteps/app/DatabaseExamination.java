package smallsteps.app;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.storage.Backups;
import smallsteps.storage.Database;

/// The doctor's look at what is kept: the file, its disk, its copies.
final class DatabaseExamination {
  private final Environment environment;
  private final Findings findings;

  /// @param environment its configuration can be read
  DatabaseExamination(Environment environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  /// Looks, then lets `work` look further. Looking makes nothing: empty where there is no database
  /// yet.
  <T> Optional<T> look(Function<Database, T> work) {
    Settings settings = Settings.load(environment.configFiles());
    if (!Database.isThere(environment.databaseUrl())) {
      findings.hint("database: none yet, the bot makes it when it first runs");
      examineFolder(settings);
      return Optional.empty();
    }
    try (var database = Database.existing(environment.databaseUrl())) {
      examine(database);
      examineBackups(database, settings);
      return Optional.of(work.apply(database));
    }
  }

  private void examine(Database database) {
    if (database.damage().isPresent()) {
      findings.bad(
          "database: some of its pages are damaged",
          "stop the bot and put a backup in its place: restore FILE --force");
    } else {
      database
          .problem()
          .ifPresentOrElse(
              problem -> findings.bad(new SetupException(problem)),
              () ->
                  findings.good(
                      "database: sound, can be written, version "
                          + database.version()
                          + database.about().map(server -> "; " + server).orElse("")));
    }
    database.age().ifPresent(older -> findings.hint("database: " + older));
    database.warning().ifPresent(warning -> findings.hint("disk: " + warning));
  }

  /// Whether copies can be made at all.
  private boolean examineFolder(Settings settings) {
    Optional<String> problem = NightlyBackup.problem(environment.databaseUrl(), settings);
    problem.ifPresent(why -> findings.bad(new SetupException("backups: " + why)));
    return problem.isEmpty();
  }

  private void examineBackups(Database database, Settings settings) {
    if (!examineFolder(settings)) {
      return;
    }
    NightlyBackup.backups(database, settings)
        .ifPresentOrElse(
            backups -> examine(backups, settings),
            () ->
                findings.hint(
                    "backups: the server's own tools make them; 'backup FILE' says the line to type"));
  }

  private void examine(Backups backups, Settings settings) {
    List<Backups.Copy> copies = backups.list();
    if (!settings.backup().on()) {
      findings.hint("backups: none are made by themselves, as the setting backup.on says");
    } else if (copies.isEmpty()) {
      findings.hint(
          "backups: none yet in "
              + backups.folder()
              + "; one is made each night at "
              + settings.backup().at());
    } else {
      examineAge(copies.getFirst(), copies.size(), LocalDate.now(settings.zone()));
    }
  }

  private void examineAge(Backups.Copy newest, int count, LocalDate today) {
    ZonedDateTime made = newest.made();
    String what = "backups: " + count + ", the newest is " + newest.file();
    if (made.toLocalDate().isBefore(today.minusDays(1))) {
      findings.bad(
          what + ", more than a day old",
          "look at /healthz and the log for why; a bot that runs makes one each night");
    } else {
      findings.good(what);
    }
  }
}
