package smallsteps.storage;

import java.util.Arrays;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import smallsteps.SetupException;

/// `jdbc:postgresql://`, one or several hosts, a database, and what else the driver takes. What is
/// said of it never repeats it: a password may stand in it.
final class PostgresUrl {
  static final String PREFIX = "jdbc:postgresql:";
  private static final String EXAMPLE =
      "Write it so: jdbc:postgresql://db.example.org/smallsteps, and the user and the password in"
          + " DATABASE_USER and DATABASE_PASSWORD.";

  private PostgresUrl() {}

  /// @throws SetupException why it is none, in a sentence
  static PGSimpleDataSource source(String url) {
    String address = url.substring(PREFIX.length()).replaceFirst("\\?.*", "");
    if (!address.matches("//[^/@]+/[^/@]+")) {
      throw wrong(
          address.contains("@")
              ? "holds a user before the host, which the driver does not take. "
              : "must name a host and a database. ");
    }
    requireKnownParameters(url);
    var source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException unreadable) {
      throw wrong("can't be read. ");
    }
    if (source.getUser() == null) {
      throw new SetupException(
          "DATABASE_URL names a PostgreSQL server, and nobody says as whom: set DATABASE_USER, and"
              + " DATABASE_PASSWORD or DATABASE_PASSWORD_FILE.");
    }
    return source;
  }

  /// The driver leaves out what it does not know: a mistyped `sslmode` would go without.
  private static void requireKnownParameters(String url) {
    int begin = url.indexOf('?');
    boolean areKnown =
        begin < 0
            || Arrays.stream(url.substring(begin + 1).split("&"))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .allMatch(name -> PGProperty.forName(name) != null);
    if (!areKnown) {
      throw wrong(
          "has a parameter after its ? that the driver does not know. Look at how it is spelled; in"
              + " a password, & is written %26 and % is written %25. ");
    }
  }

  private static SetupException wrong(String why) {
    return new SetupException("DATABASE_URL " + why + EXAMPLE);
  }
}
