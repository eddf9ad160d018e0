package smallsteps.storage;

import smallsteps.SetupException;

/// How a PostgreSQL database is copied and put back: by the tools that come with it.
final class PgDump {
  static final String LINE =
      "pg_dump --format=custom --no-owner --file=smallsteps.dump"
          + " --host=HOST --username=USER DATABASE";
  static final String BACK =
      "pg_restore --clean --if-exists --no-owner --single-transaction"
          + " --host=HOST --username=USER --dbname=DATABASE smallsteps.dump";

  private PgDump() {}

  static SetupException insteadOfBackup() {
    return new SetupException(
        "The database is PostgreSQL's, and its own tool copies it, also while the bot runs: "
            + LINE);
  }

  static SetupException insteadOfRestore() {
    return new SetupException(
        "The database is PostgreSQL's, and its own tool puts a copy back. Stop the bot first: "
            + BACK);
  }
}
