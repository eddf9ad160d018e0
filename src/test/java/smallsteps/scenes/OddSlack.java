package smallsteps.scenes;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.websocket.WsContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers on loopback in Slack's place, with whatever it is told to: what stands between a bot and
/// Slack does so.
final class OddSlack implements AutoCloseable {
  static final String OPEN = "apps.connections.open";
  static final String PORTAL = "<!doctype html><html><title>Welcome to our network</title></html>";

  private final Javalin server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final BlockingQueue<WsContext> connections = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  OddSlack() {
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post("/api/{method}", this::answer);
                  config.routes.ws(
                      "/link/",
                      socket -> {
                        socket.onConnect(connections::add);
                        socket.onMessage(message -> heard.add(message.message()));
                      });
                })
            .start("127.0.0.1", 0);
    answersWhoTheBotIs();
    answersItsOwnAddress();
  }

  private void answer(Context call) {
    String method = call.pathParam("method");
    calls.computeIfAbsent(method, _ -> new AtomicInteger()).incrementAndGet();
    String body = answers.getOrDefault(method, "{\"ok\":true}");
    call.contentType(body.startsWith("<") ? "text/html" : "application/json").result(body);
  }

  int port() {
    return server.port();
  }

  String apiUrl() {
    return "http://127.0.0.1:" + port() + "/api/";
  }

  OddSlack answers(String method, String body) {
    answers.put(method, body);
    return this;
  }

  OddSlack answersWhoTheBotIs() {
    return answers(
        "auth.test", "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"bot_id\":\"B1\"}");
  }

  OddSlack answersItsOwnAddress() {
    String url = "ws://127.0.0.1:" + port() + "/link/?ticket=secret-ticket";
    return answers(OPEN, "{\"ok\":true,\"url\":\"" + url + "\"}");
  }

  int calls(String method) {
    return calls.getOrDefault(method, new AtomicInteger()).get();
  }

  /// The next connection that the bot makes.
  WsContext connection() throws InterruptedException {
    return connections.take();
  }

  /// What the bot sends next on any connection.
  String heard() throws InterruptedException {
    return heard.take();
  }

  List<String> heardSoFar() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    server.stop();
  }
}
