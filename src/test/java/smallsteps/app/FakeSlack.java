package smallsteps.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Answers on loopback as Slack's Web API does, a fixed text for each method.
public final class FakeSlack implements AutoCloseable {
  private record Said(int status, String body, String scopes) {}

  private final HttpServer server;
  private final Map<String, Said> answers = new HashMap<>();

  public FakeSlack() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/api/",
        exchange -> {
          String method = exchange.getRequestURI().getPath().substring("/api/".length());
          exchange.getRequestBody().readAllBytes();
          Said said =
              answers.getOrDefault(
                  method, new Said(200, "{\"ok\":false,\"error\":\"unknown_method\"}", ""));
          byte[] body = said.body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          if (said.scopes != null) {
            exchange.getResponseHeaders().add("X-OAuth-Scopes", said.scopes);
          }
          exchange.sendResponseHeaders(said.status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  public FakeSlack answers(String method, String json) {
    return answers(method, 200, json, "");
  }

  /// @param scopes null for an answer that does not tell
  public FakeSlack answers(String method, int status, String json, String scopes) {
    answers.put(method, new Said(status, json, scopes));
    return this;
  }

  public String apiUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
