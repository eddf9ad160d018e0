package smallsteps.slack.web;

import java.io.IOException;
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
import smallsteps.slack.api.Stopwatch;

/// The web server: health and metrics always, and in HTTP mode Slack's requests. It is Jetty as it
/// is: servlets, and Javalin on them, took a third of a request's time for these three addresses.
public final class HttpTransport implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpTransport.class);

  static {
    // Jetty would start all of JMX to learn this one number: a tenth of a start.
    System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
  }

  private static final int THREADS = 8;

  private final Server server;
  private final ServerConnector connector;

  private HttpTransport(String host, int port, Stopwatch time, WebPages pages) {
    var threads = new QueuedThreadPool(THREADS); // all work is done by virtual ones
    threads.setName("http");
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    server = new Server(threads);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setHeaderCacheSize(0); // a hundred KiB for each connection
    connector =
        new Connections(
            server,
            new HttpConnectionFactory(http),
            pages.memoryForStrangers(),
            time,
            pages.counts());
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new Answers(pages));
  }

  /// @throws SetupException when the port is taken
  public static HttpTransport start(String host, int port, Stopwatch time, WebPages pages) {
    var transport = new HttpTransport(host, port, time, pages);
    try {
      transport.server.start();
      return transport;
    } catch (Exception e) {
      transport.close();
      throw e instanceof IOException
          ? new SetupException(unusable(host, port), e)
          : new IllegalStateException("The web server does not start", e);
    }
  }

  private static String unusable(String host, int port) {
    return "Port "
        + port
        + " on "
        + host
        + " is in use by another program, or not this user's to open. Set PORT to a free one above"
        + " 1023.";
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
    private final WebPages pages;

    Answers(WebPages pages) {
      this.pages = pages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      pages.take(Exchange.of(request, response, callback));
      return true;
    }
  }
}
