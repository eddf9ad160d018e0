package smallsteps.storage;

import smallsteps.SetupException;

/// How a PostgreSQL database is copied and put back: by the tools that come with it, which ask for
/// the password themselves.
record PgDump(String host, int port, String user, String database) {

  /// To be typed in a shell.
  String copy() {
    return "pg_dump --format=custom --no-owner --file=smallsteps.dump " + at() + " " + database;
  }

  private String back() {
    return "pg_restore --clean --if-exists --no-owner --single-transaction "
        + at()
        + " --dbname="
        + database
        + " smallsteps.dump";
  }

  private String at() {
    return "--host=" + host + " --port=" + port + " --username=" + user;
  }

  SetupException insteadOfBackup() {
    return new SetupException(
        "The database is PostgreSQL's, and its own tool copies it, also while the bot runs: "
            + copy());
  }

  SetupException insteadOfRestore() {
    return new SetupException(
        "The database is PostgreSQL's, and its own tool puts a copy back. Stop the bot first: "
            + back());
  }
}
