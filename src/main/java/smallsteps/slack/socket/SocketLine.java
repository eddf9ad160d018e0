package smallsteps.slack.socket;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.config.Environment;
import smallsteps.config.Proxies;

/// One WebSocket to Slack, from its handshake to its end. It does nothing by itself: whoever opened
/// it looks after it.
final class SocketLine implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SocketLine.class);
  private static final Duration HANDSHAKE = Duration.ofSeconds(8);
  private static final Duration SIGN = Duration.ofSeconds(3);
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  static {
    // Java would keep a proxy's password to itself, even where one was given.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  /// What comes by it, one at a time.
  interface Ear {
    void heard(String message);

    /// @param beginning some hundred letters of it
    /// @param end some hundred letters of it
    void heardTooMuch(String beginning, String end);

    void ended();
  }

  private final HttpClient client;
  private final Semaphore signs = new Semaphore(0);
  private WebSocket socket;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

  private SocketLine(HttpClient client) {
    this.client = client;
  }

  /// @param url as Slack gave it, which is a secret; in plain where the Web API is asked so too
  /// @throws Unopened why there is none, in a sentence
  static SocketLine open(String url, Environment environment, Ear ear)
      throws InterruptedException, Unopened {
    URI address = Unopened.address(url, environment.apiUrl().startsWith("http:"));
    Optional<Proxies.Proxy> proxy = environment.proxies().to(address);
    var line = new SocketLine(client(proxy));
    try {
      WebSocket.Builder builder = line.client.newWebSocketBuilder().connectTimeout(HANDSHAKE);
      proxy
          .map(Proxies.Proxy::authorization)
          .ifPresent(password -> builder.header("Proxy-Authorization", password));
      CompletableFuture<WebSocket> opening =
          builder.buildAsync(address, new Listening(ear, line.signs));
      line.socket = opening.get(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
      return line;
    } catch (ExecutionException e) {
      throw Unopened.of(address, e.getCause());
    } catch (TimeoutException | RuntimeException e) {
      throw Unopened.of(address, e);
    } finally {
      if (line.socket == null) {
        line.client.shutdownNow();
      }
    }
  }

  private static HttpClient client(Optional<Proxies.Proxy> proxy) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .executor(Thread::startVirtualThread)
        .proxy(
            proxy
                .map(way -> ProxySelector.of(new InetSocketAddress(way.host(), way.port())))
                .orElse(HttpClient.Builder.NO_PROXY))
        .build();
  }

  /// Sends it after what was sent before.
  synchronized void send(String message) {
    sent =
        sent.handle((_, _) -> null)
            .thenCompose(_ -> socket.sendText(message, true))
            .whenComplete((_, failure) -> {
              if (failure != null) {
                log.info("An acknowledgement did not get out; Slack will send it again.");
              }
            });
  }

  boolean isOpen() {
    return !socket.isInputClosed() && !socket.isOutputClosed();
  }

  /// Asks for a sign of life, and waits for it.
  boolean answers() throws InterruptedException {
    if (!isOpen()) {
      return false;
    }
    signs.drainPermits();
    socket.sendPing(ByteBuffer.allocate(0));
    return signs.tryAcquire(SIGN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Says goodbye, and does not wait long for that.
  @Override
  public void close() {
    try {
      socket
          .sendClose(WebSocket.NORMAL_CLOSURE, "")
          .orTimeout(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
          .handle((_, _) -> null)
          .join();
    } catch (RuntimeException e) {
      log.info("The connection to Slack did not close well: {}", NameAndPlace.of(e));
    } finally {
      socket.abort();
      client.shutdownNow();
    }
  }

  private static final class Listening implements WebSocket.Listener {
    private final Ear ear;
    private final Semaphore signs;
    private final Incoming incoming = new Incoming();

    Listening(Ear ear, Semaphore signs) {
      this.ear = ear;
      this.signs = signs;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      signs.release(); // a pong has to wait behind a long message
      incoming.add(part, last, ear);
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      signs.release();
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
      ear.ended();
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      ear.ended();
    }
  }
}
