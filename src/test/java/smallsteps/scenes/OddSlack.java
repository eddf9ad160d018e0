package smallsteps.scenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Session;
import smallsteps.rehearsal.http.HttpCall;
import smallsteps.rehearsal.http.LoopbackServer;
import smallsteps.rehearsal.http.SocketDoor;

/// Answers on loopback in Slack's place, with whatever it is told to: what stands between a bot and
/// Slack does so.
final class OddSlack implements SocketDoor, AutoCloseable {
  static final String OPEN = "apps.connections.open";
  static final String PORTAL = "<!doctype html><html><title>Welcome to our network</title></html>";

  private final LoopbackServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final BlockingQueue<Session> connections = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  OddSlack() {
    try {
      server = new LoopbackServer(0);
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    server.post("/api/*", this::answer);
    server.socket("/link/", this);
    server.start();
    answersWhoTheBotIs();
    answersItsOwnAddress();
  }

  private void answer(HttpCall call) {
    String method = call.name();
    calls.computeIfAbsent(method, _ -> new AtomicInteger()).incrementAndGet();
    String body = answers.getOrDefault(method, "{\"ok\":true}");
    call.answer(200, body.startsWith("<") ? "text/html" : "application/json", body);
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

  @Override
  public boolean admits(HttpCall call) {
    return true;
  }

  @Override
  public void opened(Session connection) {
    connections.add(connection);
  }

  @Override
  public void heard(String text) {
    heard.add(text);
  }

  @Override
  public void closed(Session connection) {}

  /// The next connection that the bot makes.
  Session connection() throws InterruptedException {
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
    server.close();
  }
}
