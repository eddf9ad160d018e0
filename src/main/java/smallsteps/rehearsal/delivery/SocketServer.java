package smallsteps.rehearsal.delivery;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.http.HttpCall;
import smallsteps.rehearsal.http.SocketDoor;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// Socket Mode: tickets, connections, envelopes and their acknowledgements.
public final class SocketServer implements Transport, SocketDoor {
  private static final int MOST_CONNECTIONS = 10;
  private static final int CONNECTION_SECONDS = 18060;

  private record Waiting(Session connection, CompletableFuture<Ack> ack) {}

  private final State state;
  private final Faults faults;
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final List<Session> connections = new ArrayList<>();
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private int turn;

  public SocketServer(State state, Faults faults) {
    this.state = state;
    this.faults = faults;
  }

  /// Where connections are made, given the workspace's own address.
  public String address(String own) {
    int port = faults.socketPort();
    return port == 0 ? own : own.replaceFirst(":\\d+/", ":" + port + "/");
  }

  /// A ticket opens one connection, once.
  public String ticket() {
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    return ticket;
  }

  @Override
  public boolean admits(HttpCall call) {
    if (faults.refusesSocket()) {
      call.answer(503, "text/plain", "no socket now");
    } else if (!tickets.remove(call.query().getOrDefault("ticket", ""))) {
      call.answer(401, "text/plain", "that ticket is used or unknown");
    } else {
      return true;
    }
    return false;
  }

  @Override
  public void opened(Session connection) {
    connection.setIdleTimeout(Duration.ofHours(1));
    int count;
    synchronized (connections) {
      connections.add(connection);
      count = connections.size();
    }
    Optional<String> reason =
        count > MOST_CONNECTIONS ? Optional.of("too_many_websockets") : faults.sendsAway();
    if (reason.isPresent()) {
      disconnect(connection, reason.get());
      return;
    }
    connection.sendText(hello(count).toString(), Callback.NOOP);
    state.touch();
  }

  private static JsonObject hello(int count) {
    return new Fields()
        .put("type", "hello")
        .put("num_connections", count)
        .put(
            "debug_info",
            new Fields()
                .put("host", "applink-rehearsal")
                .put("build_number", 1)
                .put("approximate_connection_time", CONNECTION_SECONDS)
                .json())
        .put("connection_info", Wire.object("app_id", InstalledApp.APP))
        .json();
  }

  /// Nothing is sent by it from now on; what it still acknowledges is heard.
  private void forget(Session connection) {
    synchronized (connections) {
      connections.remove(connection);
    }
    state.touch();
  }

  @Override
  public void closed(Session connection) {
    forget(connection);
    waiting
        .values()
        .removeIf(
            each -> each.connection() == connection && each.ack().complete(Ack.failed("timeout")));
    state.touch();
  }

  @Override
  public void heard(String text) {
    Wire.readObject(text)
        .ifPresentOrElse(
            this::acknowledged, () -> warn("the bot sent something else than JSON by its socket"));
  }

  private void acknowledged(JsonObject message) {
    String envelopeId = Wire.text(message, "envelope_id");
    Waiting sent = envelopeId.isEmpty() ? null : waiting.remove(envelopeId);
    if (sent == null || !sent.ack().complete(Ack.of(message.get("payload")))) {
      warn("an acknowledgement came too late, twice, or for no envelope");
    }
  }

  private void warn(String text) {
    state.journal.warn("Socket Mode: " + text);
    state.touch();
  }

  @Override
  public CompletableFuture<Ack> send(Envelope envelope, int attempt, String reason) {
    Session connection = next();
    if (connection == null) {
      return CompletableFuture.completedFuture(Ack.failed("timeout"));
    }
    String envelopeId = UUID.randomUUID().toString();
    CompletableFuture<Ack> ack = new CompletableFuture<>();
    waiting.put(envelopeId, new Waiting(connection, ack));
    connection.sendText(wrapped(envelope, envelopeId, attempt, reason).toString(), Callback.NOOP);
    return ack.whenComplete((_, _) -> waiting.remove(envelopeId));
  }

  private static JsonObject wrapped(Envelope envelope, String id, int attempt, String reason) {
    boolean isEvent = envelope.type().equals("events_api");
    return new Fields()
        .put("envelope_id", id)
        .put("payload", envelope.payload())
        .put("type", envelope.type())
        .put("accepts_response_payload", envelope.acceptsPayload())
        .put("retry_attempt", isEvent ? attempt : null)
        .put("retry_reason", isEvent ? reason : null)
        .json();
  }

  /// Each payload goes to one of the connections only.
  private Session next() {
    synchronized (connections) {
      return connections.isEmpty() ? null : connections.get(turn++ % connections.size());
    }
  }

  @Override
  public boolean isConnected() {
    synchronized (connections) {
      return !connections.isEmpty();
    }
  }

  private List<Session> all() {
    synchronized (connections) {
      return List.copyOf(connections);
    }
  }

  /// Says why first; a mere warning leaves the connection open.
  public void disconnect(String reason) {
    all().forEach(each -> disconnect(each, reason));
  }

  private void disconnect(Session connection, String reason) {
    JsonObject goodbye =
        new Fields()
            .put("type", "disconnect")
            .put("reason", reason)
            .put("debug_info", Wire.object("host", "applink-rehearsal"))
            .json();
    connection.sendText(goodbye.toString(), Callback.NOOP);
    if (!reason.equals("warning")) {
      forget(connection);
      connection.close(1000, reason, Callback.NOOP);
    }
  }

  /// As when a cable is pulled: no word, no close frame.
  public void cut() {
    all().forEach(Session::disconnect);
  }

  public void ping() {
    ByteBuffer words = ByteBuffer.wrap("Ping from applink".getBytes(StandardCharsets.UTF_8));
    all().stream()
        .filter(Session::isOpen)
        .forEach(each -> each.sendPing(words.duplicate(), Callback.NOOP));
  }
}
