package smallsteps.app;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import smallsteps.Folded;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.Printable;
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

  @Option(
      names = "--language",
      paramLabel = "sv|en",
      description =
          "the language of all that Slack shows of the app, one that words/ has a file for; else"
              + " that of the setting")
  private String language;

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
    Words words = Words.load(files, settings);
    var sentences = words.in(language == null ? settings.language() : chosen(words));
    return isLowScope
        ? Manifest.lowScope(sentences, listeners, base())
        : Manifest.of(sentences, listeners, base());
  }

  private Language chosen(Words words) {
    return words.languages().stream()
        .filter(spoken -> spoken.code().equals(Folded.plain(language)))
        .findFirst()
        .orElseThrow(() -> new SetupException(noSuch(words.languages())));
  }

  private String noSuch(List<Language> spoken) {
    return "--language is one of those that the bot has words in ("
        + spoken.stream().map(Language::code).collect(Collectors.joining(", "))
        + "), and not "
        + Printable.value(language)
        + ".";
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
