package smallsteps.rehearsal.faults;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.wire.Wire;

/// What goes wrong on demand. Each fault lasts for so many calls, then all is well again.
public final class Faults {
  /// What a call meets instead of, or besides, its answer.
  public sealed interface Fault {
    record Refuse(String error) implements Fault {}

    record Status(int httpStatus) implements Fault {}

    record RateLimit(Duration retryAfter) implements Fault {}

    record DoneButCut() implements Fault {}

    record DoneLater() implements Fault {}

    record Hang(Duration time) implements Fault {}

    record Late(Duration time, boolean isDoneFirst) implements Fault {}

    record Garble(UnaryOperator<String> answer) implements Fault {}
  }

  /// Whichever method is called next.
  public static final String ANY = "*";

  private record Planned(String method, Fault fault, AtomicInteger left) {
    boolean isFor(String called) {
      return method.equals(called) || method.equals(ANY) && !called.equals(SENT_AWAY);
    }
  }

  private final List<Planned> planned = new CopyOnWriteArrayList<>();
  private final Map<String, Function<JsonObject, JsonValue>> shapes = new ConcurrentHashMap<>();
  private final List<Runnable> held = new CopyOnWriteArrayList<>();
  private final AtomicInteger lostEvents = new AtomicInteger();
  private final AtomicInteger refusedSockets = new AtomicInteger();
  private final AtomicInteger lostAcks = new AtomicInteger();
  private Consumer<String> disconnect = _ -> {};
  private Runnable cut = () -> {};
  private Consumer<JsonObject> lifeCycle = _ -> {};
  private static final String SENT_AWAY = "a new connection";
  private volatile int socketPort;
  private volatile boolean isTiered;
  private volatile boolean hidesScopes;
  private volatile int lostOfAHundred;
  private volatile int messagesAMinute;
  private volatile int reactorsTold = 50;

  public Faults() {}

  public void wire(
      Consumer<String> newDisconnect, Runnable newCut, Consumer<JsonObject> newLifeCycle) {
    disconnect = newDisconnect;
    cut = newCut;
    lifeCycle = newLifeCycle;
  }

  /// The method answers ok:false with this error.
  public Faults refuse(String method, String error, int times) {
    return plan(method, new Fault.Refuse(error), times);
  }

  /// The method answers with this HTTP status and a page of HTML.
  public Faults status(String method, int httpStatus, int times) {
    return plan(method, new Fault.Status(httpStatus), times);
  }

  /// 429 with Retry-After.
  public Faults rateLimit(String method, Duration retryAfter, int times) {
    return plan(method, new Fault.RateLimit(retryAfter), times);
  }

  /// The thing is done, but the connection is reset before the answer, one that was used before as
  /// well as a fresh one.
  public Faults doneButCut(String method, int times) {
    return plan(method, new Fault.DoneButCut(), times);
  }

  /// As [#doneButCut], from now on for so many of a hundred calls of any method, by chance.
  public Faults loseAnswers(int ofAHundred) {
    lostOfAHundred = ofAHundred;
    return this;
  }

  /// A 504 at once, and the thing is done when [#doHeld] says so.
  public Faults doneLater(String method, int times) {
    return plan(method, new Fault.DoneLater(), times);
  }

  /// What [#doneLater] holds back is done now.
  public Faults doHeld() {
    held.forEach(Runnable::run);
    held.clear();
    return this;
  }

  public void hold(Runnable call) {
    held.add(call);
  }

  /// The method is slow by this much.
  public Faults hang(String method, Duration time, int times) {
    return plan(method, new Fault.Hang(time), times);
  }

  /// The thing is done, and the answer says something else than Slack's would: a page of HTML, JSON
  /// with fields missing or of another kind, nothing at all.
  ///
  /// @param answer makes what is sent, with status 200, out of what would have been
  public Faults garble(String method, UnaryOperator<String> answer, int times) {
    return plan(method, new Fault.Garble(answer), times);
  }

  /// From now on Slack tells of the message with this ts in a shape that nobody has seen before: in
  /// the history, in what it says of its reactions, to shortcuts and presses.
  public Faults reshape(String ts, Function<JsonObject, JsonValue> shape) {
    shapes.put(ts, shape);
    return this;
  }

  public JsonValue shaped(JsonObject message) {
    return shapes.getOrDefault(Wire.text(message, "ts"), each -> each).apply(message);
  }

  /// The thing is done at once, and the answer comes so much later by the workspace's clock.
  public Faults answerLate(String method, Duration time, int times) {
    return plan(method, new Fault.Late(time, true), times);
  }

  /// The thing is done, and answered, so much later by the workspace's clock.
  public Faults doLate(String method, Duration time, int times) {
    return plan(method, new Fault.Late(time, false), times);
  }

  /// No answer says any more which scopes were granted.
  public Faults hideScopes(boolean on) {
    hidesScopes = on;
    return this;
  }

  public boolean hidesScopes() {
    return hidesScopes;
  }

  private Faults plan(String method, Fault fault, int times) {
    planned.add(new Planned(method, fault, new AtomicInteger(times)));
    return this;
  }

  /// Slack's own limits hold: tiers a minute, one message a second and channel, some hundreds a
  /// minute in the workspace.
  public Faults enforceTiers(boolean on) {
    isTiered = on;
    return this;
  }

  /// They hold, and the workspace takes so many messages a minute only.
  public Faults messagesAMinute(int most) {
    messagesAMinute = most;
    return enforceTiers(true);
  }

  /// So many events never come through: Slack has given up on them.
  public Faults loseEvents(int times) {
    lostEvents.set(times);
    return this;
  }

  public boolean losesEvent() {
    return isNext(lostEvents);
  }

  private static boolean isNext(AtomicInteger left) {
    return left.getAndUpdate(some -> Math.max(0, some - 1)) > 0;
  }

  /// So many acknowledgements of the bot get lost on their way, whatever they were for.
  public Faults loseAcks(int times) {
    lostAcks.set(times);
    return this;
  }

  public boolean losesAck() {
    return isNext(lostAcks);
  }

  /// The history names at most so many of those who gave an emoji.
  public Faults reactorsTold(int most) {
    reactorsTold = most;
    return this;
  }

  public int reactorsTold() {
    return reactorsTold;
  }

  /// Each Socket Mode connection is told to go.
  ///
  /// @param reason warning, refresh_requested, link_disabled or too_many_websockets
  public Faults disconnect(String reason) {
    disconnect.accept(reason);
    return this;
  }

  /// Each Socket Mode connection drops without a word.
  public Faults cutSockets() {
    cut.run();
    return this;
  }

  /// So many openings of a WebSocket fail with 503.
  public Faults refuseSockets(int times) {
    refusedSockets.set(times);
    return this;
  }

  /// So many connections are told to go as soon as they come.
  public Faults sendAway(String reason, int times) {
    return plan(SENT_AWAY, new Fault.Refuse(reason), times);
  }

  /// New connections are made by this port, such as one whose line a test can cut.
  public Faults socketsBy(int port) {
    socketPort = port;
    return this;
  }

  /// The bot's token is worth nothing from now on.
  public Faults revokeToken() {
    JsonObject tokens = Wire.object("oauth", List.of(), "bot", List.of(InstalledApp.BOT_USER));
    lifeCycle.accept(Wire.object("type", "tokens_revoked", "tokens", tokens));
    return this;
  }

  /// Somebody removes the app from the workspace.
  public Faults uninstall() {
    lifeCycle.accept(Wire.object("type", "app_uninstalled"));
    return this;
  }

  /// Why a connection that has just come is to go again.
  public Optional<String> sendsAway() {
    return next(SENT_AWAY).map(fault -> fault instanceof Fault.Refuse(String reason) ? reason : "");
  }

  /// Zero for the workspace's own.
  public int socketPort() {
    return socketPort;
  }

  /// Zero for what Slack itself allows.
  public int messagesAMinute() {
    return messagesAMinute;
  }

  public boolean isTiered() {
    return isTiered;
  }

  public boolean refusesSocket() {
    return isNext(refusedSockets);
  }

  /// The next fault planned for the method, which is then used up by one.
  public Optional<Fault> next(String method) {
    for (Planned each : planned) {
      if (each.isFor(method) && each.left().getAndDecrement() > 0) {
        return Optional.of(each.fault());
      }
    }
    boolean isLost = ThreadLocalRandom.current().nextInt(100) < lostOfAHundred;
    return isLost ? Optional.of(new Fault.DoneButCut()) : Optional.empty();
  }
}
