package smallsteps.slack.socket;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.FormBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.Stopwatch;
import smallsteps.slack.bolt.BoltApp;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// The connection that we open to Slack, and the watch over it: whatever becomes of it, there is
/// one again soon after Slack is back, and never more tries than Slack likes. What stands in the
/// way is said once, when it begins.
public final class SocketTransport implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SocketTransport.class);

  /// A connection may be silent without being closed: Slack is asked for a sign of life.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);

  /// A connection that lasts so long is no part of a storm.
  private static final Duration STEADY = Duration.ofSeconds(30);

  /// Refusals of an app token beside those of any token, which no second try can mend.
  private static final Set<String> WRONG_TOKEN =
      Set.of("not_allowed_token_type", "missing_scope", "no_permission", "access_denied");

  private final Environment environment;
  private final Calls door;
  private final Stopwatch time;
  private final Settings.Socket settings;
  private final Supplier<Optional<String>> deadToken;
  private final Envelopes envelopes;
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final Semaphore wakeUp = new Semaphore(0);
  private final Part watch;
  private volatile SocketLine line; // null before the first
  private volatile boolean isToGo;
  private volatile boolean isClosing;
  private volatile boolean isAlive;
  private volatile long lastAlive;
  private volatile String trouble = "";

  // of the watch alone
  private Duration retry = FIRST_RETRY;
  private long nextTry;

  /// @param door calls Slack by the app token; its time is ours
  /// @param deadToken why Slack turned the bot's token down: no new connection then
  public SocketTransport(
      Environment environment,
      BoltApp bolt,
      Calls door,
      Settings.Socket settings,
      Supplier<Optional<String>> deadToken,
      MeterRegistry metrics,
      Supervisor supervisor) {
    this.environment = environment;
    this.door = door;
    time = door.time();
    lastAlive = time.nanoTime();
    nextTry = lastAlive;
    this.settings = settings;
    this.deadToken = deadToken;
    envelopes = new Envelopes(bolt, settings.concurrency(), metrics, this::toGo);
    watch = supervisor.start("socket-watch", this::watch);
  }

  /// Done when a first connection stands; fails when Slack turned the token down before.
  public CompletableFuture<Void> connected() {
    return connected;
  }

  /// What is wrong with the connection; empty while Slack answers on it.
  public Optional<String> problem() {
    Optional<String> refused =
        door.deadToken().map(error -> "Slack turns the app token down: " + error + ".");
    if (refused.isPresent()) {
      return refused;
    }
    if (!connected.isDone()) {
      return Optional.of("There is no connection to Slack yet." + because());
    }
    long silent = Duration.ofNanos(time.nanoTime() - lastAlive).toSeconds();
    return silent <= settings.silenceSeconds()
        ? Optional.empty()
        : Optional.of("Slack has been silent for " + silent + " s." + because());
  }

  private String because() {
    String why = trouble;
    return why.isEmpty() ? "" : " " + why;
  }

  /// The same, but at once when Slack no longer answers.
  public Optional<String> hindrance() {
    return problem()
        .or(() ->
            isAlive
                ? Optional.empty()
                : Optional.of("There is no connection to Slack." + because()));
  }

  private void toGo() {
    isToGo = true;
    wakeUp.release();
  }

  private boolean watch() throws InterruptedException {
    look();
    wakeUp.tryAcquire(time.real(pause()).toMillis(), TimeUnit.MILLISECONDS);
    wakeUp.drainPermits();
    return !isClosing;
  }

  private void look() throws InterruptedException {
    boolean answers = answers();
    tell(answers);
    if ((!answers || isToGo) && time.nanoTime() - nextTry >= 0 && mayConnect()) {
      connect();
      answers = answers();
      tell(answers);
    }
    if (answers) {
      lastAlive = time.nanoTime();
      trouble = "";
      connected.complete(null);
      if (time.nanoTime() - nextTry > STEADY.toNanos()) {
        retry = FIRST_RETRY;
      }
    }
  }

  private boolean answers() throws InterruptedException {
    SocketLine now = line;
    return now != null && now.answers();
  }

  /// With a token that Slack has turned down nothing is asked of it any more.
  private boolean mayConnect() {
    return door.deadToken().isEmpty() && deadToken.get().isEmpty();
  }

  private void tell(boolean answers) {
    if (connected.isDone() && answers != isAlive) {
      log.warn(answers ? "Slack answers again." : "Slack does not answer; waiting for it.");
    }
    isAlive = answers;
  }

  /// Until the next look: sooner where there is a connection to be made.
  private Duration pause() {
    Duration untilTry = Duration.ofNanos(Math.max(0, nextTry - time.nanoTime()));
    boolean isWanting = (!isAlive || isToGo) && mayConnect();
    return isWanting && untilTry.compareTo(LOOK_EVERY) < 0 ? untilTry : LOOK_EVERY;
  }

  private void connect() throws InterruptedException {
    try {
      Answer<String> address =
          door.call("apps.connections.open", "", Duration.ZERO, new FormBody.Builder())
              .read(opened -> Optional.ofNullable(opened.json().text("url")));
      switch (address) {
        case Answer.Ok<String>(String url) -> open(url);
        case Answer.Refused<String>(String error) -> refused(error);
        case Answer.NotSent<String>(String reason) -> noAddress(reason);
        case Answer.Unsure<String>(String reason) -> noAddress(reason);
      }
    } finally {
      planNextTry();
    }
  }

  private void planNextTry() {
    long half = retry.toNanos() / 2;
    nextTry = time.nanoTime() + half + ThreadLocalRandom.current().nextLong(half);
    Duration longer = retry.multipliedBy(2);
    retry = longer.compareTo(LAST_RETRY) < 0 ? longer : LAST_RETRY;
  }

  private void noAddress(String reason) {
    if (!reason.equals(Calls.RATE_LIMITED)) {
      meet("Slack gives no address to connect to: " + reason + ".");
    }
  }

  /// Once the bot was connected it goes on with the connection that it has, for as long as it has.
  private void refused(String error) {
    if (WRONG_TOKEN.contains(error)) {
      door.tokenLost(error);
    }
    if (door.deadToken().isEmpty()) {
      noAddress(error);
    } else {
      connected.completeExceptionally(
          new SetupException(
              "Slack turns SLACK_APP_TOKEN down ("
                  + error
                  + "). Copy the App-Level Token again from your app's page at Slack, under Basic"
                  + " Information; it needs the scope connections:write."));
    }
  }

  /// Said once, until it is something else or over, and not of an end that is our own.
  private void meet(String sentence) {
    if (!sentence.equals(trouble) && !isClosing) {
      trouble = sentence;
      log.warn(sentence);
    }
  }

  /// The old connection, if there is one still, is closed when the new one stands.
  private void open(String url) throws InterruptedException {
    isToGo = false;
    var opened = new CompletableFuture<SocketLine>();
    try {
      opened.complete(SocketLine.open(url, environment, new Arrivals(opened)));
      SocketLine before = line;
      line = opened.join();
      if (before != null) {
        before.close();
      }
    } catch (Unopened e) {
      isToGo = isAlive;
      meet("Slack gives an address to connect to, but " + e.getMessage());
    } finally {
      opened.cancel(false);
    }
  }

  /// What comes by one connection is acknowledged by it, or by the next where it is gone.
  private final class Arrivals implements SocketLine.Ear {
    private final CompletableFuture<SocketLine> opened;

    Arrivals(CompletableFuture<SocketLine> opened) {
      this.opened = opened;
    }

    @Override
    public void heard(String message) {
      envelopes.heard(message, this::send);
    }

    @Override
    public void heardTooMuch(String beginning, String end) {
      envelopes.heardTooMuch(beginning, end, this::send);
    }

    @Override
    public void ended() {
      wakeUp.release();
    }

    private void send(String acknowledgement) {
      SocketLine own = opened.join();
      SocketLine now = line;
      (own.isOpen() || now == null ? own : now).send(acknowledgement);
    }
  }

  /// What is under way is acknowledged first.
  @Override
  public void close() {
    isClosing = true;
    watch.close();
    envelopes.close();
    SocketLine open = line;
    if (open != null) {
      open.close();
    }
  }
}
