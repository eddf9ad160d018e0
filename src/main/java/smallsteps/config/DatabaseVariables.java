package smallsteps.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where the database is, and as whom the bot comes to it, from the variables of the environment
/// into one address: a server's is followed by user and password as its driver reads them.
final class DatabaseVariables {
  private static final String DEFAULT = "jdbc:sqlite:data/smallsteps.db";

  private DatabaseVariables() {}

  static String url(Variables variables) {
    String url = variables.secret("DATABASE_URL").orElse(DEFAULT);
    String withUser = with(variables, url, "DATABASE_USER", "user");
    return with(variables, withUser, "DATABASE_PASSWORD", "password");
  }

  private static String with(Variables variables, String url, String variable, String parameter) {
    Optional<String> value = variables.secret(variable);
    if (value.isEmpty()) {
      return url;
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      variables.problem(
          variable
              + " is for a PostgreSQL server, and DATABASE_URL names none (jdbc:postgresql://HOST/"
              + "DATABASE). Unset it, or name the server.");
    } else if (url.matches(".*[?&]" + parameter + "=.*")) {
      variables.problem(
          variable
              + " is set, and DATABASE_URL holds a "
              + parameter
              + " as well: take one of them away.");
    }
    return url
        + (url.contains("?") ? '&' : '?')
        + parameter
        + '='
        + URLEncoder.encode(value.get(), StandardCharsets.UTF_8);
  }
}
