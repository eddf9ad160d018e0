package smallsteps.packaged;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smallsteps.config.ConfigFiles;
import smallsteps.rehearsal.Workspace;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.storage.Migrated;
import smallsteps.storage.OwnPostgres;

/// Slack's side, in the test itself: a rehearsal workspace by the system's clock, and what a bot
/// must be told to come to it.
final class Slackside implements AutoCloseable {
  enum Transport {
    SOCKET_MODE,
    HTTP
  }

  final Workspace workspace = Workspace.start(0, InstantSource.system());
  final Conversation channel;
  private final Map<String, String> variables = new HashMap<>();
  private final Path data;

  Slackside(Transport transport, Path folder) throws IOException {
    workspace.install(ConfigFiles.packed().read("manifest.json"));
    channel = workspace.channel("små-steg");
    data = folder.resolve("data");
    variables.put("SLACK_BOT_TOKEN", workspace.botToken());
    variables.put("SLACK_API_URL", workspace.apiUrl());
    variables.put("HOST", "127.0.0.1");
    variables.put("DATABASE_URL", databaseUrl());
    switch (transport) {
      case SOCKET_MODE -> {
        variables.put("SLACK_APP_TOKEN", workspace.appToken());
        variables.put("PORT", "0");
      }
      case HTTP -> {
        int port = freePort();
        variables.put("SLACK_SIGNING_SECRET", workspace.signingSecret());
        variables.put("PORT", Integer.toString(port));
        tell(port);
      }
    }
  }

  /// For one more bot: any in Socket Mode, else one that Slack can be told of.
  int newPort() throws IOException {
    return isHttp() ? freePort() : 0;
  }

  /// In HTTP mode Slack's requests go to the bot at this port from now on.
  void tell(int port) {
    if (isHttp()) {
      workspace.deliverTo(URI.create("http://127.0.0.1:" + port + "/slack/events"));
    }
  }

  /// By how much a bot's clock may be wrong and Slack be heard still: what is signed is good for
  /// five minutes.
  Duration farthestClock() {
    return isHttp() ? Duration.ofMinutes(4) : Duration.ofDays(1);
  }

  private boolean isHttp() {
    return variables.containsKey("SLACK_SIGNING_SECRET");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Where the bot's own files are.
  Path data() {
    return data;
  }

  String databaseUrl() {
    Path file = data.resolve("smallsteps.db");
    return Migrated.IS_POSTGRES ? OwnPostgres.url(file, false) : "jdbc:sqlite:" + file;
  }

  Map<String, String> variables() {
    return variables;
  }

  List<String> secrets() {
    return List.of(workspace.botToken(), workspace.appToken(), workspace.signingSecret());
  }

  /// A bot that is there.
  BotProcess start(Jar jar) throws Exception {
    BotProcess bot = jar.start(variables, "run");
    bot.awaitReady();
    return bot;
  }

  @Override
  public void close() {
    workspace.close();
  }
}
