package smallsteps.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import com.slack.api.util.json.GsonFactory;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;

/// What Slack sends on a socket, several at a time: run by Bolt and acknowledged, by whichever
/// connection there is then. Slack's client would look for them every ten milliseconds, and open a
/// new connection for each `disconnect`, as fast as Slack says it; here they are handed on at once,
/// and whoever watches the connection hears that Slack wants it to go.
final class Envelopes implements SocketModeMessageQueue, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Envelopes.class);
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final long ENDING_SECONDS = 2;
  private static final int WAITING = 500;

  /// After 3 seconds Slack has given up, and sends it again: whoever asked has been told so.
  private static final long PATIENCE = Duration.ofMillis(2500).toNanos();

  /// A word of Slack's about the connection itself is short.
  private static final int SHORT = 1000;

  private final App app;
  private final SocketModeRequestParser parser;
  private final ExecutorService workers;
  private final Consumer<String> acknowledge;
  private final Runnable toGo;

  /// @param acknowledge sends this to Slack
  /// @param toGo hears that Slack wants a connection to go
  Envelopes(App app, int concurrency, Consumer<String> acknowledge, Runnable toGo) {
    this.app = app;
    this.acknowledge = acknowledge;
    this.toGo = toGo;
    parser = new SocketModeRequestParser(app.config());
    workers =
        new ThreadPoolExecutor(
            concurrency,
            concurrency,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("envelope-", 0).daemon().factory());
  }

  @Override
  public void add(String message) {
    if (message.length() < SHORT && isDisconnect(message)) {
      toGo.run();
      return;
    }
    long since = System.nanoTime();
    try {
      workers.execute(() -> {
        if (System.nanoTime() - since < PATIENCE) {
          heard(message);
        }
      });
    } catch (RejectedExecutionException _) {
      log.info("The bot ends, or more waits than it can take; Slack will send it again.");
    }
  }

  /// Nothing ever waits here.
  @Override
  public String poll() {
    return null;
  }

  private static boolean isDisconnect(String message) {
    return message.contains("disconnect")
        && GSON.fromJson(message, JsonObject.class).get("type").getAsString().equals("disconnect");
  }

  /// What is not answered with 200 is not acknowledged: Slack sends it again.
  private void heard(String message) {
    try {
      SocketModeRequest request = parser.parse(message);
      if (request == null) {
        return;
      }
      Response response = app.run(request.getBoltRequest());
      if (response.getStatusCode() == 200) {
        acknowledge.accept(ack(request.getEnvelope().getEnvelopeId(), response));
      }
    } catch (Exception e) {
      log.warn("What came on the socket was not acknowledged: {}", NameAndPlace.of(e));
    }
  }

  private static String ack(String envelopeId, Response response) {
    var ack = new JsonObject();
    ack.addProperty("envelope_id", envelopeId);
    if (response.getBody() != null) {
      ack.add("payload", GSON.fromJson(response.getBody(), JsonObject.class));
    }
    return ack.toString();
  }

  /// Those under way are still acknowledged.
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
