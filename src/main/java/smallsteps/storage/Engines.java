package smallsteps.storage;

/// Which engine an address is for.
final class Engines {
  private Engines() {}

  static boolean isPostgres(String url) {
    return url.startsWith(PostgresUrl.PREFIX);
  }

  /// @throws smallsteps.SetupException why it is no address of any
  static Engine at(String url) {
    return isPostgres(url) ? PostgresEngine.at(url) : SqliteEngine.at(url);
  }

  /// One that must be there, for a command that does not change its schema.
  ///
  /// @throws smallsteps.SetupException when it is not there, or what is wrong with it
  static Engine existing(String url) {
    return isPostgres(url) ? PostgresEngine.existing(url) : SqliteEngine.existing(url);
  }

  /// @throws smallsteps.SetupException when a file is not there, or why it is no address of any
  static Location locationOf(String url) {
    return isPostgres(url) ? PostgresServer.at(url) : SqliteFile.existing(url);
  }

  /// @throws smallsteps.SetupException where it is not there, and could not be made either
  static boolean isThere(String url) {
    return isPostgres(url) ? PostgresServer.at(url).isThere() : SqliteFile.at(url).isThere();
  }
}
