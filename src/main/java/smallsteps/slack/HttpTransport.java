package smallsteps.slack;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.SetupException;

/// The web server: health and metrics always, and in HTTP mode Slack's requests. It is Jetty as it
/// is: servlets, and Javalin on them, took a third of a request's time for these three addresses.
public final class HttpTransport implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpTransport.class);

  static {
    // Jetty would start all of JMX to learn this one number: a tenth of a start.
    System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
  }

  private final Server server;
  private final ServerConnector connector;

  private HttpTransport(String host, int port, Handler answers) {
    var threads = new QueuedThreadPool();
    threads.setName("http");
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    server = new Server(threads);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(answers);
  }

  /// @param slack null in Socket Mode: then no request of Slack's comes this way
  /// @throws SetupException when the port is taken
  static HttpTransport start(
      String host,
      int port,
      Supplier<Health> health,
      PrometheusMeterRegistry metrics,
      SlackRequests slack) {
    var transport = new HttpTransport(host, port, new Answers(health, metrics, slack));
    try {
      transport.server.start();
      return transport;
    } catch (IOException e) {
      transport.close();
      throw new SetupException(
          "Port " + port + " on " + host + " can't be used. Set PORT to a free one.", e);
    } catch (Exception e) {
      transport.close();
      throw new IllegalStateException("The web server does not start", e);
    }
  }

  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      log.warn("The web server did not close well: {}", NameAndPlace.of(e));
    }
  }

  private static final class Answers extends Handler.Abstract {
    private final Supplier<Health> health;
    private final PrometheusMeterRegistry metrics;
    private final SlackRequests slack;

    Answers(Supplier<Health> health, PrometheusMeterRegistry metrics, SlackRequests slack) {
      this.health = health;
      this.metrics = metrics;
      this.slack = slack;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      write(answer(request), response, callback);
      return true;
    }

    private HttpAnswer answer(Request request) throws IOException {
      String path = Request.getPathInContext(request);
      boolean isForSlack = path.equals("/slack/events") && slack != null;
      if (isForSlack && HttpMethod.POST.is(request.getMethod())) {
        return slack.answer(request);
      }
      boolean isForUs = path.equals("/healthz") || path.equals("/metrics");
      if (isForUs && HttpMethod.GET.is(request.getMethod())) {
        return path.equals("/metrics") ? metrics() : health();
      }
      return HttpAnswer.empty(isForSlack || isForUs ? 405 : 404);
    }

    private HttpAnswer health() {
      Health now = health.get();
      var json =
          Json.createObjectBuilder()
              .add("status", now.isUp() ? "up" : "down")
              .add("problems", Json.createArrayBuilder(now.problems()))
              .add("warnings", Json.createArrayBuilder(now.warnings()))
              .build();
      return new HttpAnswer(now.isUp() ? 200 : 503, "application/json", json.toString());
    }

    private HttpAnswer metrics() {
      return new HttpAnswer(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
    }

    private static void write(HttpAnswer answer, Response response, Callback callback) {
      response.setStatus(answer.status());
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      if (answer.contentType() != null) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
      }
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }
}
