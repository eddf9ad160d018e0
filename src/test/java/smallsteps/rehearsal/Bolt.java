package smallsteps.rehearsal;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real Bolt app in the rehearsal workspace, by either transport.
final class Bolt implements AutoCloseable {
  final App app;
  final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private final Slack slack;
  private final AppConfig config;
  private SocketModeApp socket;
  private HttpServer http;
  private ExecutorService workers;

  Bolt(Workspace workspace) {
    SlackConfig slackConfig = new SlackConfig();
    slackConfig.setMethodsEndpointUrlPrefix(workspace.apiUrl());
    slack = Slack.getInstance(slackConfig);
    config =
        AppConfig.builder()
            .slack(slack)
            .singleTeamBotToken(workspace.botToken())
            .signingSecret(workspace.signingSecret())
            .build();
    app = new App(config);
  }

  void connect(Workspace workspace) throws Exception {
    socket =
        new SocketModeApp(
            workspace.appToken(), SocketModeClient.Backend.Tyrus, _ -> Response.error(500), app, 4);
    socket.startAsync();
    workspace.awaitConnection();
  }

  SocketModeClient client() {
    return socket.getClient();
  }

  /// Returns the request URL.
  URI serve() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    workers = Executors.newVirtualThreadPerTaskExecutor();
    http.setExecutor(workers);
    http.createContext("/slack/events", this::answer);
    http.start();
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/slack/events");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var request =
          SlackRequestParser.HttpRequest.builder()
              .requestUri("/slack/events")
              .queryString(Map.of())
              .requestBody(body)
              .headers(new RequestHeaders(exchange.getRequestHeaders()))
              .remoteAddress("127.0.0.1")
              .build();
      Response response = app.run(new SlackRequestParser(config).parse(request));
      statuses.add(response.getStatusCode());
      byte[] answer =
          response.getBody() == null
              ? new byte[0]
              : response.getBody().getBytes(StandardCharsets.UTF_8);
      if (response.getContentType() != null) {
        exchange.getResponseHeaders().set("Content-Type", response.getContentType());
      }
      exchange.sendResponseHeaders(
          response.getStatusCode(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (socket != null) {
        SocketModeClient client = socket.getClient();
        client.setAutoReconnectEnabled(false);
        socket.stop();
        client.close();
        socket.close();
      }
      app.stop();
      slack.close();
    } catch (Exception e) {
      throw new IOException(e);
    }
    app.executorService().shutdownNow();
    if (http != null) {
      http.stop(0);
      workers.shutdownNow();
    }
  }
}
