package smallsteps.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Secret;
import smallsteps.SetupException;

/// What the environment says: secrets, and where things are.
///
/// @param botToken null when there is none
/// @param appToken null when there is none: then Slack reaches us over HTTP
/// @param signingSecret null when there is none
/// @param apiUrl ends with a slash
/// @param config null for the packed configuration alone
public record Environment(
    Secret botToken,
    Secret appToken,
    Secret signingSecret,
    String apiUrl,
    String host,
    int port,
    String databaseUrl,
    Path config) {

  private static final int DEFAULT_PORT = 3000;

  /// @throws SetupException with everything that is wrong
  public static Environment of(Map<String, String> variables) {
    var reader = new Reader(variables);
    var environment =
        new Environment(
            reader.token("SLACK_BOT_TOKEN", "xoxb-"),
            reader.token("SLACK_APP_TOKEN", "xapp-"),
            reader.secret("SLACK_SIGNING_SECRET").map(Secret::new).orElse(null),
            reader.url("SLACK_API_URL", "https://slack.com/api/"),
            reader.text("HOST").orElse("0.0.0.0"),
            reader.port("PORT"),
            reader.secret("DATABASE_URL").orElse("jdbc:sqlite:data/smallsteps.db"),
            reader.text("SMALLSTEPS_CONFIG").map(Path::of).orElse(null));
    if (!reader.problems.isEmpty()) {
      throw new SetupException(String.join("\n", reader.problems));
    }
    return environment;
  }

  public boolean hasTokens() {
    return botToken != null;
  }

  public boolean usesSocketMode() {
    return appToken != null;
  }

  public ConfigFiles configFiles() {
    return config == null ? ConfigFiles.packed() : ConfigFiles.over(config);
  }

  private static final class Reader {
    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    Reader(Map<String, String> variables) {
      this.variables = variables;
    }

    /// Blank counts as not set.
    Optional<String> text(String name) {
      return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /// The variable, or what stands in the file that `NAME_FILE` names.
    Optional<String> secret(String name) {
      Optional<String> file = text(name + "_FILE");
      if (file.isEmpty() || text(name).isPresent()) {
        return text(name);
      }
      try {
        return Optional.of(Files.readString(Path.of(file.get())).strip()).filter(v -> !v.isEmpty());
      } catch (IOException e) {
        problems.add(name + "_FILE names a file that can't be read: " + file.get() + ".");
        return Optional.empty();
      }
    }

    Secret token(String name, String prefix) {
      Optional<String> token = secret(name);
      if (token.isPresent() && !token.get().startsWith(prefix)) {
        problems.add(
            name + " must begin with " + prefix + ": copy it again from your app's page at Slack.");
      }
      return token.map(Secret::new).orElse(null);
    }

    String url(String name, String byDefault) {
      String url = text(name).orElse(byDefault);
      try {
        URI uri = URI.create(url);
        if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
          problems.add(name + " must be an http or https address.");
        }
      } catch (IllegalArgumentException e) {
        problems.add(name + " must be an http or https address.");
      }
      return url.endsWith("/") ? url : url + "/";
    }

    int port(String name) {
      Optional<String> text = text(name);
      try {
        int port = text.map(Integer::parseInt).orElse(DEFAULT_PORT);
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // told below
      }
      problems.add(name + " must be a number from 0 to 65535, and is \"" + text.get() + "\".");
      return DEFAULT_PORT;
    }
  }
}
