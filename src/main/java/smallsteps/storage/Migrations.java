package smallsteps.storage;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import smallsteps.SetupException;

/// Brings a database to the newest version: numbered files, forward only.
final class Migrations {
  private Migrations() {}

  static void migrate(SqliteFile file) {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(file.dataSource())
              .locations("classpath:smallsteps/migrations")
              .load();
      refuseNewer(file, flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw file.unreadable(e);
    }
  }

  private static void refuseNewer(SqliteFile file, Flyway flyway) {
    for (MigrationInfo migration : flyway.info().applied()) {
      if (migration.getState().name().startsWith("FUTURE")) {
        throw new SetupException(
            "The database "
                + file.path()
                + " was written by a newer Small Steps. Start that version, or restore an older"
                + " backup.");
      }
    }
  }
}
