package smallsteps.app;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import smallsteps.Listener;
import smallsteps.SetupException;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.slack.manifest.Manifest;

/// `manifest`: the Slack app's description, to paste where Slack makes an app.
@Command(
    name = "manifest",
    description = "Prints the Slack app manifest, to paste at https://api.slack.com/apps.",
    mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  private final Terminal terminal;
  private final Runner runner;

  @Option(
      names = "--http",
      paramLabel = "URL",
      description = "for a bot that Slack reaches at this https address; else Socket Mode")
  private URI http;

  @Option(
      names = "--low-scope",
      description = "asks for nothing but commands and chat:write; what needs more stays off")
  private boolean isLowScope;

  ManifestCommand(Terminal terminal, Runner runner) {
    this.terminal = terminal;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    if (http != null && !isReachable(http)) {
      throw new SetupException(
          "--http wants the address where Slack reaches the bot, such as https://bot.example.org");
    }
    Environment environment = terminal.environment();
    List<Listener> listeners = NoDatabase.with(db -> runner.rooms(environment, db).listeners());
    terminal.out().print(PrettyJson.of(manifest(environment.configFiles(), listeners)));
    return ExitCode.OK;
  }

  private JsonObject manifest(ConfigFiles files, List<Listener> listeners) {
    Settings settings = Settings.load(files);
    var sentences = Words.load(files, settings).in(settings.language());
    var about =
        new Manifest.About(
            sentences.plain("app.name"),
            sentences.plain("app.description"),
            sentences.plain("app.long_description"));
    return isLowScope
        ? Manifest.lowScope(about, listeners, base())
        : Manifest.of(about, listeners, base());
  }

  private static boolean isReachable(URI http) {
    return "https".equals(http.getScheme())
        && http.getHost() != null
        && http.getPort() <= LAST_PORT
        && http.getUserInfo() == null
        && http.getQuery() == null
        && http.getFragment() == null;
  }

  /// Who gives the whole address, as Slack's page shows it, means the same.
  private URI base() {
    return http == null
        ? null
        : URI.create(http.toString().replaceFirst("(/slack/events)?/*$", ""));
  }
}
