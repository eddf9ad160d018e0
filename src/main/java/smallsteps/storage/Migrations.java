package smallsteps.storage;

import java.nio.file.Path;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import smallsteps.SetupException;

/// Brings a database to the newest version: numbered files, forward only.
final class Migrations {
  private Migrations() {}

  static void migrate(SqliteFile file) {
    file.requireOursOrEmpty();
    try {
      Flyway flyway = flyway(file);
      refuseNewer(file.path(), flyway.info().applied());
      flyway.migrate();
    } catch (FlywayException e) {
      throw file.unreadable(e);
    }
  }

  /// @param named what the file is called where the answer is no
  /// @throws SetupException when another program wrote the file, or a newer version of ours
  static void requireOurs(SqliteFile file, Path named) {
    try {
      MigrationInfo[] applied = flyway(file).info().applied();
      refuseNewer(named, applied);
      boolean known =
          Arrays.stream(applied)
              .allMatch(migration -> migration.getState() == MigrationState.SUCCESS);
      if (applied.length == 0 || !known) {
        throw new SetupException("The file " + named + " is no database of Small Steps.");
      }
    } catch (FlywayException e) {
      throw file.unreadable(e);
    }
  }

  private static Flyway flyway(SqliteFile file) {
    return Flyway.configure()
        .dataSource(file.dataSource())
        .locations("classpath:smallsteps/migrations")
        .load();
  }

  private static void refuseNewer(Path named, MigrationInfo[] applied) {
    for (MigrationInfo migration : applied) {
      if (migration.getState().name().startsWith("FUTURE")) {
        throw new SetupException(
            "The database "
                + named
                + " was written by a newer Small Steps. Start that version, or restore an older"
                + " backup.");
      }
    }
  }
}
