package smallsteps.slack.socket;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.bolt.response.Response;
import com.slack.api.util.json.GsonFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.MalformedException;
import smallsteps.NameAndPlace;
import smallsteps.slack.bolt.BoltApp;
import smallsteps.slack.payload.SocketEnvelope;

/// What Slack sends on a socket, several at a time: answered by `BoltApp` and acknowledged. What
/// could not be kept is not, so that Slack sends it again; what can never be read is, so that Slack
/// does not.
final class Envelopes implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Envelopes.class);
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final long ENDING_SECONDS = 2;
  private static final int WAITING = 500;

  /// After 3 seconds Slack has given up, and sends it again: whoever asked has been told so.
  private static final long PATIENCE = Duration.ofMillis(2500).toNanos();

  /// A word of Slack's about the connection itself is short.
  private static final int SHORT = 1000;

  /// In JSON a quotation mark within a text has a backslash before it, so this is a key.
  private static final Pattern ID =
      Pattern.compile("[{,]\\s*\"envelope_id\"\\s*:\\s*\"([\\w-]{1,100})\"");

  /// @param answer does what is asked
  private record Asked(String id, Callable<Response> answer) {}

  private final BoltApp bolt;
  private final ExecutorService workers;
  private final MeterRegistry metrics;
  private final Runnable toGo;

  /// @param toGo hears that Slack wants a connection to go
  Envelopes(BoltApp bolt, int concurrency, MeterRegistry metrics, Runnable toGo) {
    this.bolt = bolt;
    this.metrics = metrics;
    this.toGo = toGo;
    workers =
        new ThreadPoolExecutor(
            concurrency,
            concurrency,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("envelope-", 0).daemon().factory());
  }

  /// @param acknowledge sends this to Slack
  void heard(String message, Consumer<String> acknowledge) {
    if (message.length() < SHORT
        && message.contains("disconnect")
        && SocketEnvelope.isDisconnect(message)) {
      toGo.run();
      return;
    }
    long since = System.nanoTime();
    try {
      workers.execute(() -> {
        if (System.nanoTime() - since < PATIENCE) {
          answer(message, acknowledge);
        }
      });
    } catch (RejectedExecutionException _) {
      log.info("The bot ends, or more waits than it can take; Slack will send it again.");
    }
  }

  /// Of a message that was longer than what is read there is this much.
  void heardTooMuch(String beginning, String end, Consumer<String> acknowledge) {
    log.warn(
        "Slack sent an envelope of more than {} MiB, which is more than the bot reads.",
        Incoming.LONGEST >> 20);
    unreadable("too_long", id(beginning).or(() -> id(end)), acknowledge);
  }

  /// Nothing ends a worker, and nothing is logged but what it is and where.
  private void answer(String message, Consumer<String> acknowledge) {
    try {
      Optional<Asked> asked = read(message, acknowledge);
      if (asked.isPresent()) {
        run(asked.get(), acknowledge);
      }
    } catch (Throwable e) {
      log.warn("What came on the socket was not acknowledged: {}", NameAndPlace.of(e));
    }
  }

  /// Empty for a word about the connection, and for what can't be read.
  private Optional<Asked> read(String message, Consumer<String> acknowledge) {
    try {
      SocketEnvelope envelope = SocketEnvelope.read(message);
      var asked =
          envelope.payload().flatMap(bolt::read).map(work -> new Asked(envelope.id(), work));
      if (asked.isEmpty() && envelope.id() != null) {
        unreadable("unknown_kind", Optional.of(envelope.id()), acknowledge);
      }
      return asked;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      log.warn("What came on the socket is no envelope: {}", NameAndPlace.of(e));
      unreadable("no_envelope", id(message), acknowledge);
      return Optional.empty();
    }
  }

  /// What is not answered with 200 is not acknowledged: Slack sends it again.
  private void run(Asked asked, Consumer<String> acknowledge) throws Exception {
    String id = asked.id();
    try {
      Response response = asked.answer().call();
      if (response.getStatusCode() == 200) {
        acknowledge.accept(ack(id, response));
      }
    } catch (MalformedException e) {
      log.warn("What came on the socket has no {} as Slack writes it.", e.getMessage());
      unreadable("malformed", Optional.ofNullable(id), acknowledge);
    } catch (JsonParseException e) {
      log.warn("What came on the socket could not be read: {}", NameAndPlace.of(e));
      unreadable("malformed", Optional.ofNullable(id), acknowledge);
    }
  }

  private void unreadable(String why, Optional<String> id, Consumer<String> acknowledge) {
    metrics.counter("smallsteps.envelopes.unreadable", "why", why).increment();
    id.ifPresent(known -> acknowledge.accept(ack(known, Response.ok())));
  }

  private static Optional<String> id(String message) {
    Matcher matcher = ID.matcher(message);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
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
