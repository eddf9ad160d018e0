package smallsteps.rehearsal.http;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/// Has a port of this machine from the first, and answers there once it is started.
public final class LoopbackServer implements AutoCloseable {
  public static final String HOST = "127.0.0.1";
  private static final int THREADS = 8;

  private final Server server;
  private final ServerConnector connector;
  private final WebSocketUpgradeHandler sockets;
  private final Map<String, PathMappings<Consumer<HttpCall>>> answers =
      Map.of("GET", new PathMappings<>(), "POST", new PathMappings<>());

  /// @param port 0 for any free one
  /// @throws IOException when the port is taken
  public LoopbackServer(int port) throws IOException {
    var threads = new QueuedThreadPool(THREADS); // all work is done by virtual ones
    threads.setName("rehearsal");
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    server = new Server(threads);
    connector = new ServerConnector(server);
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
    sockets = WebSocketUpgradeHandler.from(server);
    sockets.setHandler(new Answers());
    server.setHandler(sockets);
    open(port);
  }

  private void open(int port) throws IOException {
    try {
      connector.open();
    } catch (IOException taken) {
      throw new IOException(
          "port " + port + " is taken: stop what uses it, or choose another with --port", taken);
    }
  }

  public int port() {
    return connector.getLocalPort();
  }

  /// @param path `/state`, `/api/*` for all under it, or `/` for what nothing else answers
  public void get(String path, Consumer<HttpCall> answer) {
    answers.get("GET").put(path, answer);
  }

  public void post(String path, Consumer<HttpCall> answer) {
    answers.get("POST").put(path, answer);
  }

  public void socket(String path, SocketDoor door) {
    sockets
        .getServerWebSocketContainer()
        .addMapping(
            path,
            (request, response, callback) ->
                door.admits(new HttpCall(request, response, callback)) ? new Line(door) : null);
  }

  public void start() {
    LifeCycle.start(server);
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }

  private final class Answers extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      PathMappings<Consumer<HttpCall>> known = answers.get(request.getMethod());
      MatchedResource<Consumer<HttpCall>> answer =
          known == null ? null : known.getMatched(Request.getPathInContext(request));
      if (answer == null) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      } else {
        answer.getResource().accept(new HttpCall(request, response, callback));
      }
      return true;
    }
  }

  /// One connection, told to the door. Public for Jetty, which calls it by reflection.
  public static final class Line implements Session.Listener.AutoDemanding {
    private final SocketDoor door;
    private Session session;

    Line(SocketDoor door) {
      this.door = door;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
      session = opened;
      door.opened(opened);
    }

    @Override
    public void onWebSocketText(String text) {
      door.heard(text);
    }

    @Override
    public void onWebSocketClose(
        int status, String reason, org.eclipse.jetty.websocket.api.Callback heard) {
      door.closed(session);
      heard.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
      if (session != null) {
        door.closed(session);
      }
    }
  }
}
