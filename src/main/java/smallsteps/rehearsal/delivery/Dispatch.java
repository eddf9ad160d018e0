package smallsteps.rehearsal.delivery;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.WireLog;
import smallsteps.rehearsal.wire.Wire;

/// Sends to the bot and, for events, again: at once, after a minute, after five.
public final class Dispatch {
  private static final List<Duration> WAITS =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
  private static final int KEPT = 1000;

  /// An event under way: `first` is what came of the first attempt.
  public static final class Delivery {
    final JsonObject payload;
    public final CompletableFuture<Ack> first = new CompletableFuture<>();
    private final Instant since;
    private int attempts;
    private String reason = "";

    public Delivery(JsonObject payload, Instant since) {
      this.payload = payload;
      this.since = since;
    }

    String eventId() {
      return Wire.text(payload, "event_id");
    }

    private Instant due() {
      return since.plus(WAITS.get(attempts - 1));
    }
  }

  private final State state;
  private final Faults faults;
  private final String address;
  private final Supplier<Transport> transport;
  private final List<Delivery> waiting = new ArrayList<>();
  private final Deque<Delivery> sent = new ArrayDeque<>();
  private final Set<String> neverAcknowledged = new LinkedHashSet<>();
  private volatile Duration ackLimit = Duration.ofSeconds(3);

  /// @param address the workspace's own
  public Dispatch(State state, Faults faults, String address, Supplier<Transport> transport) {
    this.state = state;
    this.address = address;
    this.faults = faults;
    this.transport = transport;
  }

  public Duration ackLimit() {
    return ackLimit;
  }

  public void ackLimit(Duration limit) {
    ackLimit = limit;
  }

  /// A command or an interaction: once, and the person waits for the answer.
  public Ack ask(Transport.Envelope envelope) {
    if (!transport.get().isConnected()) {
      return Ack.failed("dispatch_failed");
    }
    Ack ack = delivered(envelope, 0, "").join();
    state.touch();
    return ack;
  }

  private CompletableFuture<Ack> delivered(
      Transport.Envelope envelope, int attempt, String reason) {
    return limited(sent(envelope, attempt, reason))
        .thenApply(ack -> {
          String answer = ack.ok() ? ack.body() : ack.failure();
          String sent = envelope.payload().toString();
          state.wire.toBot(name(envelope, attempt), sent, ack.status(), answer, curl(envelope));
          return ack;
        });
  }

  private static String name(Transport.Envelope envelope, int attempt) {
    JsonObject payload = envelope.payload();
    String type =
        Stream.of(
                Wire.text(Wire.child(payload, "event"), "type"),
                Wire.text(payload, "command"),
                Wire.text(payload, "type"))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(envelope.type());
    return attempt == 0 ? type : type + " (retry " + attempt + ")";
  }

  /// By a socket nobody but Slack can send: the workspace is asked to.
  private String curl(Transport.Envelope envelope) {
    return transport
        .get()
        .curl(envelope)
        .orElseGet(() ->
            "curl "
                + WireLog.quoted(address + "act")
                + " -H 'Content-Type: application/json' --data-raw "
                + WireLog.quoted(
                    Wire.object("do", "deliver", "envelope", json(envelope)).toString()));
  }

  private static JsonObject json(Transport.Envelope envelope) {
    return Wire.object(
        "type", envelope.type(),
        "payload", envelope.payload(),
        "accepts_response_payload", envelope.acceptsPayload());
  }

  /// Once more what was sent before, as the log of the wire has it.
  public Ack deliver(JsonObject envelope) {
    return ask(
        new Transport.Envelope(
            Wire.text(envelope, "type"),
            Wire.child(envelope, "payload"),
            Wire.flag(envelope, "accepts_response_payload")));
  }

  /// A socket that closes under our hands is a failed attempt like any other.
  private CompletableFuture<Ack> sent(Transport.Envelope envelope, int attempt, String reason) {
    try {
      return transport.get().send(envelope, attempt, reason);
    } catch (RuntimeException closed) {
      state.journal.warn("a delivery failed: " + closed.getMessage());
      return CompletableFuture.completedFuture(Ack.failed("connection_failed"));
    }
  }

  private CompletableFuture<Ack> limited(CompletableFuture<Ack> ack) {
    Ack none = Ack.failed("http_timeout");
    return ack.thenApply(come -> faults.losesAck() ? none : come)
        .completeOnTimeout(none, ackLimit.toMillis(), TimeUnit.MILLISECONDS);
  }

  public void event(Delivery delivery) {
    synchronized (this) {
      sent.addLast(delivery);
      neverAcknowledged.add(delivery.eventId());
      if (sent.size() > KEPT) {
        neverAcknowledged.remove(sent.removeFirst().eventId());
      }
    }
    attempt(delivery);
  }

  private CompletableFuture<Void> attempt(Delivery delivery) {
    return attempt(delivery, delivery.attempts, delivery.reason)
        .thenAccept(ack -> settled(delivery, ack));
  }

  private CompletableFuture<Ack> attempt(Delivery delivery, int attempt, String reason) {
    var envelope = new Transport.Envelope("events_api", delivery.payload, false);
    return delivered(envelope, attempt, reason).thenApply(ack -> noted(delivery, ack));
  }

  private synchronized Ack noted(Delivery delivery, Ack ack) {
    if (ack.ok()) {
      neverAcknowledged.remove(delivery.eventId());
    }
    return ack;
  }

  public synchronized List<String> unacknowledged() {
    return List.copyOf(neverAcknowledged);
  }

  private void settled(Delivery delivery, Ack ack) {
    boolean isAgainNow = false;
    if (!ack.ok() && !ack.isNoRetry() && delivery.attempts < WAITS.size()) {
      delivery.attempts++;
      delivery.reason = ack.failure();
      isAgainNow = delivery.attempts == 1;
      if (!isAgainNow) {
        synchronized (this) {
          waiting.add(delivery);
        }
      }
    }
    delivery.first.complete(ack);
    state.touch();
    if (isAgainNow) {
      attempt(delivery);
    }
  }

  /// Those whose time has come by the clock.
  public void retryDue() {
    Instant now = state.clock.instant();
    retry(taken(now));
  }

  /// All that wait, whatever the clock says; returns when each was tried.
  public void retryNow() {
    CompletableFuture.allOf(retry(taken(Instant.MAX))).join();
  }

  private CompletableFuture<?>[] retry(List<Delivery> due) {
    return due.stream().map(this::attempt).toArray(CompletableFuture<?>[]::new);
  }

  private synchronized List<Delivery> taken(Instant now) {
    List<Delivery> due = waiting.stream().filter(each -> !each.due().isAfter(now)).toList();
    waiting.removeAll(due);
    return due;
  }

  /// The same event once more, as Slack does when an acknowledgement got lost.
  public Ack redeliver(String eventId) {
    Delivery found;
    synchronized (this) {
      found =
          sent.reversed().stream()
              .filter(each -> eventId.isEmpty() || each.eventId().equals(eventId))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no event " + eventId + " was sent"));
    }
    Ack ack = attempt(found, 1, "http_timeout").join();
    state.touch();
    return ack;
  }

  public synchronized List<JsonObject> events() {
    return sent.stream().map(each -> each.payload).toList();
  }
}
