package smallsteps.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/// `SLACK_API_URL`: where Slack's Web API is. Tokens go there, so that it has to be https, but for
/// a server on this machine.
record ApiAddress(URI uri) {
  static final String BY_DEFAULT = "https://slack.com/api/";
  private static final int LAST_PORT = 65_535;

  /// With a slash at its end; the default where it is not set, and where it is wrong.
  static ApiAddress of(Variables variables) {
    String written = variables.text("SLACK_API_URL").orElse(BY_DEFAULT);
    Optional<URI> uri = parsed(written.endsWith("/") ? written : written + "/");
    Optional<String> wrong = uri.isEmpty() ? Optional.of("") : uri.flatMap(ApiAddress::wrong);
    wrong.ifPresent(why ->
        variables.problem(
            "SLACK_API_URL must be an http or https address such as "
                + BY_DEFAULT
                + why
                + ". Leave it out, and the bot talks to Slack itself."));
    return new ApiAddress(wrong.isEmpty() ? uri.orElseThrow() : URI.create(BY_DEFAULT));
  }

  private static Optional<URI> parsed(String written) {
    try {
      URI uri = new URI(written).parseServerAuthority();
      return Optional.of(uri)
          .filter(found -> found.getHost() != null)
          .filter(found -> List.of("http", "https").contains(found.getScheme()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> wrong(URI uri) {
    String last = uri.getPath().replaceFirst("/+$", "").replaceFirst(".*/", "");
    if (uri.getUserInfo() != null) {
      return Optional.of(", without user and password");
    } else if (uri.getQuery() != null || uri.getFragment() != null) {
      return Optional.of(", with nothing after the path");
    } else if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
      return Optional.of(", with a port from 1 to " + LAST_PORT);
    } else if (uri.getScheme().equals("http") && !Loopback.is(uri.getHost())) {
      return Optional.of(", and https but on this machine itself: else anybody reads the tokens");
    } else if (last.contains(".")) {
      return Optional.of(", without the name of a method");
    } else if (uri.getHost().equals("slack.com") && !uri.getPath().equals("/api/")) {
      return Optional.of(": that is Slack's only one");
    }
    return Optional.empty();
  }

  /// Whether tokens for it are Slack's own.
  boolean isSlacks() {
    return !Loopback.is(uri.getHost());
  }
}
