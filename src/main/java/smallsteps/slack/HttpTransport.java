package smallsteps.slack;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.SetupException;

/// The web server: health and metrics always, and in HTTP mode Slack's requests, whose signature is
/// checked before anything of them is read.
public final class HttpTransport implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpTransport.class);
  private static final String EVENTS = "/slack/events";

  private final Javalin server;
  private App app;
  private SlackRequestParser parser;
  private SignatureCheck signatures;
  private int bodyLimit;

  private HttpTransport(Supplier<Health> health, PrometheusMeterRegistry metrics, Slack slack) {
    server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.startup.startupWatcherEnabled = false; // its thread outlives a bot that ends early
          config.http.compressionStrategy = CompressionStrategy.NONE;
          config.concurrency.useVirtualThreads = true;
          config.routes.get("/healthz", ctx -> health(ctx, health.get()));
          config.routes.get(
              "/metrics",
              ctx ->
                  ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
                      .result(metrics.scrape()));
          if (slack != null) {
            app = slack.app.app();
            parser = new SlackRequestParser(app.config());
            signatures = slack.signatures;
            bodyLimit = slack.bodyLimit;
            config.routes.post(EVENTS, this::fromSlack);
          }
        });
  }

  /// What HTTP mode needs besides.
  record Slack(BoltApp app, SignatureCheck signatures, int bodyLimit) {}

  /// @param slack null in Socket Mode: then no request of Slack's comes this way
  /// @throws SetupException when the port is taken
  static HttpTransport start(
      String host,
      int port,
      Supplier<Health> health,
      PrometheusMeterRegistry metrics,
      Slack slack) {
    var transport = new HttpTransport(health, metrics, slack);
    try {
      // Javalin would log an error beside our sentence.
      new ServerSocket(port, 1, InetAddress.getByName(host)).close();
      transport.server.start(host, port);
    } catch (IOException | JavalinBindException e) {
      throw new SetupException(
          "Port " + port + " on " + host + " can't be used. Set PORT to a free one.", e);
    }
    return transport;
  }

  public int port() {
    return server.port();
  }

  private static void health(Context ctx, Health health) {
    var problems = Json.createArrayBuilder(health.problems());
    var answer =
        Json.createObjectBuilder()
            .add("status", health.isUp() ? "up" : "down")
            .add("problems", problems)
            .build();
    ctx.status(health.isUp() ? 200 : 503).contentType("application/json").result(answer.toString());
  }

  private void fromSlack(Context ctx) throws IOException {
    byte[] body = body(ctx);
    if (body.length > bodyLimit) {
      ctx.status(413).result("The request is larger than " + bodyLimit + " bytes.");
    } else if (!signatures.isFromSlack(
        ctx.header(SignatureCheck.TIMESTAMP_HEADER),
        ctx.header(SignatureCheck.SIGNATURE_HEADER),
        body)) {
      ctx.status(401).result("The request is not signed by Slack, or not now.");
    } else {
      answer(ctx, run(ctx, new String(body, StandardCharsets.UTF_8)));
    }
  }

  /// The whole body, or a little more of it than is allowed.
  private byte[] body(Context ctx) throws IOException {
    int announced = Math.clamp(ctx.req().getContentLengthLong(), -1, bodyLimit + 1);
    if (announced < 0) {
      return ctx.req().getInputStream().readNBytes(bodyLimit + 1);
    }
    var body = new byte[announced];
    int read = ctx.req().getInputStream().readNBytes(body, 0, announced);
    return read == announced ? body : Arrays.copyOf(body, read);
  }

  private Response run(Context ctx, String body) {
    try {
      var request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(EVENTS)
                  .queryString(Collections.emptyMap())
                  .requestBody(body)
                  .headers(new RequestHeaders(headers(ctx)))
                  .remoteAddress(ctx.ip())
                  .build());
      if (request == null) {
        return unknown(body);
      }
      return app.run(request);
    } catch (Exception | StackOverflowError e) {
      log.warn("A request from Slack could not be read: {}", Edge.nameAndPlace(e));
      return Response.error(400);
    }
  }

  /// A kind of payload that we never heard of is fine; what is no payload at all is not.
  private static Response unknown(String body) {
    try {
      boolean typed = JsonParser.parseString(body).getAsJsonObject().has("type");
      return typed ? Response.ok() : Response.error(400);
    } catch (JsonParseException | IllegalStateException e) {
      return Response.error(400);
    }
  }

  /// Those that Bolt looks at.
  private static Map<String, List<String>> headers(Context ctx) {
    var headers = new HashMap<String, List<String>>();
    for (String name : List.of("X-Slack-Retry-Num", "X-Slack-Retry-Reason")) {
      String value = ctx.header(name);
      if (value != null) {
        headers.put(name, List.of(value));
      }
    }
    return headers;
  }

  private static void answer(Context ctx, Response response) throws IOException {
    ctx.status(response.getStatusCode());
    if (response.getBody() != null) {
      byte[] body = response.getBody().getBytes(StandardCharsets.UTF_8);
      ctx.contentType(response.getContentType());
      ctx.res().setContentLength(body.length);
      ctx.res().getOutputStream().write(body);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
