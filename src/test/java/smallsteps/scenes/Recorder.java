package smallsteps.scenes;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// Stands between the workspace and the bot and keeps what is said to the bot. It may say it in
/// another way, signed anew.
final class Recorder implements AutoCloseable {
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
  private final URI bot;
  private final String secret;
  private volatile UnaryOperator<Delivered> change = same -> same;

  Recorder(URI bot) throws IOException {
    this(bot, null);
  }

  /// @param secret to sign with what is said in another way; null where nothing is
  Recorder(URI bot, String secret) throws IOException {
    this.bot = bot;
    this.secret = secret;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/slack/events", this::passOn);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  List<Delivered> delivered() {
    return List.copyOf(delivered);
  }

  /// From now on.
  void saysItSo(UnaryOperator<Delivered> change) {
    this.change = change;
  }

  private void passOn(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Headers sent = exchange.getRequestHeaders();
    Delivered said = change.apply(new Delivered(sent.getFirst("Content-Type"), body));
    delivered.add(said);
    String at = sent.getFirst("X-Slack-Request-Timestamp");
    var request =
        HttpRequest.newBuilder(bot)
            .POST(HttpRequest.BodyPublishers.ofString(said.body()))
            .header("Content-Type", said.contentType())
            .header("X-Slack-Request-Timestamp", at)
            .header(
                "X-Slack-Signature",
                said.body().equals(body)
                    ? sent.getFirst("X-Slack-Signature")
                    : Signature.of(secret, at, said.body()));
    try (exchange) {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(found -> exchange.getResponseHeaders().set("Content-Type", found));
      int length = answer.body().length == 0 ? -1 : answer.body().length;
      exchange.sendResponseHeaders(answer.statusCode(), length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
    threads.close();
  }
}
