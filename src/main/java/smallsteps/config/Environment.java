package smallsteps.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import smallsteps.Secret;
import smallsteps.SetupException;

/// What the environment says: secrets, and where things are.
///
/// @param botToken null when there is none
/// @param appToken null when there is none: then Slack reaches us over HTTP
/// @param signingSecret null when there is none
/// @param apiUrl ends with a slash
/// @param databaseUrl with the user and the password, where there are: never to be shown
/// @param config null for the packed configuration alone
/// @param proxies the ways out
public record Environment(
    Secret botToken,
    Secret appToken,
    Secret signingSecret,
    String apiUrl,
    String host,
    int port,
    String databaseUrl,
    Path config,
    Proxies proxies) {

  private static final int DEFAULT_PORT = 3000;
  private static final int LAST_PORT = 65_535;
  private static final int LONGEST_PATH = 4_095;
  private static final int LONGEST_NAME = 255;

  /// A name or an address, an IPv6 one in brackets or not.
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]+|\\[?(?=(?:[^:]*:){2})[0-9A-Fa-f:.]+(%\\w+)?]?");

  /// On a network of this machine's own, where there is no proxy.
  public Environment(
      Secret botToken,
      Secret appToken,
      Secret signingSecret,
      String apiUrl,
      String host,
      int port,
      String databaseUrl,
      Path config) {
    this(botToken, appToken, signingSecret, apiUrl, host, port, databaseUrl, config, Proxies.NONE);
  }

  /// @throws SetupException with everything that is wrong, a line for each variable
  public static Environment of(Map<String, String> values) {
    var variables = new Variables(values);
    var proxies = new Proxies(values);
    ApiAddress api = ApiAddress.of(variables);
    variables.check(() -> proxies.requireSound(api.uri()));
    return of(variables, api, proxies);
  }

  /// The same for who stays on this machine, and hears of no way out.
  public static Environment withoutWayOut(Map<String, String> values) {
    var variables = new Variables(values);
    return of(variables, ApiAddress.of(variables), Proxies.NONE);
  }

  private static Environment of(Variables variables, ApiAddress api, Proxies proxies) {
    var environment =
        new Environment(
            secret(variables, Credential.BOT_TOKEN, api),
            secret(variables, Credential.APP_TOKEN, api),
            secret(variables, Credential.SIGNING_SECRET, api),
            api.uri().toString(),
            host(variables),
            port(variables),
            DatabaseVariables.url(variables),
            folder(variables),
            proxies);
    if (!variables.problems().isEmpty()) {
      throw new SetupException(String.join("\n", variables.problems()));
    }
    return environment;
  }

  /// Nothing of it: an address may hold a password.
  @Override
  public String toString() {
    return "the environment";
  }

  public boolean hasTokens() {
    return botToken != null;
  }

  public boolean usesSocketMode() {
    return appToken != null;
  }

  /// Whether the signing secret looks as Slack's own look today.
  public boolean hasUsualSigningSecret() {
    return Credential.SIGNING_SECRET.isUsual(signingSecret.value());
  }

  /// Looks whether the bot's web server can listen at `host`; a name is looked up.
  ///
  /// @throws SetupException when it can't
  public void requireHost() {
    ListeningHost.require(host);
  }

  /// @throws SetupException when the team's own folder can't be read
  public ConfigFiles configFiles() {
    return config == null ? ConfigFiles.packed() : ConfigFiles.over(config);
  }

  /// The same with the configuration as it is packed.
  public Environment asPacked() {
    return new Environment(
        botToken, appToken, signingSecret, apiUrl, host, port, databaseUrl, null, proxies);
  }

  private static Secret secret(Variables variables, Credential kind, ApiAddress api) {
    Optional<String> value = variables.secret(kind.variable());
    value.flatMap(given -> kind.wrong(given, api.isSlacks())).ifPresent(variables::problem);
    return value.map(Secret::new).orElse(null);
  }

  private static String host(Variables variables) {
    String host = variables.text("HOST").orElse("0.0.0.0");
    if (!HOST.matcher(host).matches()) {
      variables.problem(
          "HOST must be a name or an address of this machine, such as 127.0.0.1, without scheme,"
              + " port or path. Leave it out for every network of this machine.");
    }
    return host;
  }

  private static int port(Variables variables) {
    Optional<String> text = variables.text("PORT");
    if (text.filter(port -> !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LAST_PORT)
        .isPresent()) {
      variables.problem(
          "PORT must be a number from 0 to 65535, 0 for any that is free. Leave it out for 3000.");
      return DEFAULT_PORT;
    }
    return text.map(Integer::parseInt).orElse(DEFAULT_PORT);
  }

  private static Path folder(Variables variables) {
    try {
      Optional<Path> folder = variables.text("SMALLSTEPS_CONFIG").map(Path::of);
      if (folder.filter(Environment::isTooLong).isEmpty()) {
        return folder.orElse(null);
      }
      variables.problem(
          "SMALLSTEPS_CONFIG names a folder whose path is longer than any can be. Look at what was"
              + " put there.");
    } catch (InvalidPathException e) {
      variables.problem(
          "SMALLSTEPS_CONFIG names no folder that there can be. Name one, or unset it.");
    }
    return null;
  }

  private static boolean isTooLong(Path path) {
    boolean isNameTooLong = false;
    for (Path name : path) {
      isNameTooLong |= name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
    }
    return isNameTooLong || path.toString().length() > LONGEST_PATH;
  }
}
