package smallsteps.slack;

import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.FormBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.Secret;
import smallsteps.config.Settings;

/// The connection that we open to Slack, and the watch over it: whatever becomes of it, there is
/// one again soon after Slack is back, and never more tries than Slack likes. Slack's client
/// carries the connection and no more; what it does by itself to come back, it does too fast in
/// some cases and too seldom in others. Where nothing helps, `giveUp` hears of it, so that a
/// supervisor can start the bot anew.
final class SocketTransport implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SocketTransport.class);

  /// A connection may be silent without being closed: Slack is asked for a sign of life.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);

  /// A connection that lasts so long is no part of a storm.
  private static final Duration STEADY = Duration.ofSeconds(30);

  private static final Duration HANDSHAKE = Duration.ofSeconds(8);

  private final Slack slack;
  private final Secret appToken;
  private final Calls door;
  private final Stopwatch time;
  private final Settings.Socket settings;
  private final Supplier<Optional<String>> deadToken;
  private final Runnable giveUp;
  private final Envelopes envelopes;
  private final CountDownLatch connected = new CountDownLatch(1);
  private final Semaphore wakeUp = new Semaphore(0);
  private final Thread watch;
  private volatile SocketModeClient client;
  private volatile boolean isToGo;
  private volatile boolean isClosing;
  private volatile long lastAlive;
  private volatile boolean everAlive;

  // of the watch alone
  private Duration retry = FIRST_RETRY;
  private long nextTry;
  private boolean wasAlive;

  /// @param door calls Slack by the app token; its time is ours
  /// @param deadToken why Slack turned the bot's token down: no new connection then
  SocketTransport(
      Slack slack,
      BoltApp bolt,
      Secret appToken,
      Calls door,
      Settings.Socket settings,
      Supplier<Optional<String>> deadToken,
      Runnable giveUp) {
    this.slack = slack;
    this.appToken = appToken;
    this.door = door;
    time = door.time();
    lastAlive = time.nanoTime();
    nextTry = lastAlive;
    this.settings = settings;
    this.deadToken = deadToken;
    this.giveUp = giveUp;
    envelopes = new Envelopes(bolt.app(), settings.concurrency(), this::send, this::toGo);
    watch = Thread.ofPlatform().name("socket-watch").daemon().start(this::watch);
  }

  /// Whether a first connection stood within this time.
  boolean awaitConnected(Duration atMost) throws InterruptedException {
    return connected.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What is wrong with the connection; empty while Slack answers on it.
  Optional<String> problem() {
    Optional<String> refused =
        door.deadToken().map(error -> "Slack turns the app token down: " + error + ".");
    if (refused.isPresent()) {
      return refused;
    }
    if (!everAlive) {
      return Optional.of("There is no connection to Slack yet.");
    }
    long silent = Duration.ofNanos(time.nanoTime() - lastAlive).toSeconds();
    return silent <= settings.silenceSeconds()
        ? Optional.empty()
        : Optional.of("Slack has been silent for " + silent + " s.");
  }

  private void send(String message) {
    client.sendSocketModeResponse(message);
  }

  private void toGo() {
    isToGo = true;
    wakeUp.release();
  }

  private void watch() {
    try {
      boolean isOfUse = look();
      while (isOfUse && !isClosing) {
        wakeUp.tryAcquire(time.real(pause()).toMillis(), TimeUnit.MILLISECONDS);
        wakeUp.drainPermits();
        isOfUse = look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// False when it has given up.
  private boolean look() throws InterruptedException {
    boolean isAlive = isAlive();
    tell(isAlive);
    if ((!isAlive || isToGo) && time.nanoTime() - nextTry >= 0 && mayConnect()) {
      connect();
      isAlive = isAlive();
      tell(isAlive);
    }
    if (isAlive) {
      lastAlive = time.nanoTime();
      everAlive = true;
      connected.countDown();
      if (time.nanoTime() - nextTry > STEADY.toNanos()) {
        retry = FIRST_RETRY;
      }
    } else if (mayConnect() && silentFor(Duration.ofMinutes(settings.giveUpMinutes()))) {
      log.error("No connection to Slack for {} minutes.", settings.giveUpMinutes());
      giveUp.run();
      return false;
    }
    return true;
  }

  /// With a token that Slack has turned down nothing is asked of it any more.
  private boolean mayConnect() {
    return door.deadToken().isEmpty() && deadToken.get().isEmpty();
  }

  /// What the client itself would say holds addresses that open a connection.
  private void tell(boolean isAlive) {
    if (everAlive && isAlive != wasAlive) {
      log.warn(isAlive ? "Slack answers again." : "Slack does not answer; waiting for it.");
    }
    wasAlive = isAlive;
  }

  /// Until the next look: sooner where there is a connection to be made.
  private Duration pause() {
    Duration untilTry = Duration.ofNanos(Math.max(0, nextTry - time.nanoTime()));
    boolean isWanting = (!wasAlive || isToGo) && mayConnect();
    return isWanting && untilTry.compareTo(LOOK_EVERY) < 0 ? untilTry : LOOK_EVERY;
  }

  private boolean silentFor(Duration longest) {
    return time.nanoTime() - lastAlive > longest.toNanos();
  }

  private boolean isAlive() {
    SocketModeClient now = client;
    return now != null && now.verifyConnection();
  }

  /// The old connection, if there is one still, is closed when the new one stands.
  private void connect() throws InterruptedException {
    Answer<String> address =
        door.call("apps.connections.open", "", Duration.ZERO, new FormBody.Builder())
            .read(opened -> Optional.ofNullable(opened.json().text("url")));
    if (address instanceof Answer.Ok<String>(String url)) {
      isToGo = false;
      open(url);
    } else if (!address.problem().equals(Calls.RATE_LIMITED)) {
      log.warn("Slack gives no address to connect to: {}", address.problem());
    }
    long half = retry.toNanos() / 2;
    nextTry = time.nanoTime() + half + ThreadLocalRandom.current().nextLong(half);
    Duration longer = retry.multipliedBy(2);
    retry = longer.compareTo(LAST_RETRY) < 0 ? longer : LAST_RETRY;
  }

  /// Slack's client would wait half a minute for a handshake that hangs.
  private void open(String url) throws InterruptedException {
    try {
      if (client == null) {
        client = client(url);
      } else {
        client.setWssUri(new URI(url));
      }
      Thread opening = Thread.ofVirtual().name("socket-opening").start(this::open);
      opening.join(HANDSHAKE);
    } catch (URISyntaxException e) {
      log.warn("Slack could not be connected to: {}", NameAndPlace.of(e));
    }
  }

  private void open() {
    try {
      client.connect();
    } catch (IOException | RuntimeException e) {
      log.warn("Slack could not be connected to: {}", NameAndPlace.of(e));
    }
  }

  /// One that does nothing by itself: no thread of its own takes messages or reconnects.
  private SocketModeClient client(String url) throws URISyntaxException {
    var fresh =
        new SocketModeClientTyrusImpl(
            slack, appToken.value(), url, 0, envelopes, true, false, LOOK_EVERY.toMillis());
    fresh.addWebSocketCloseListener((_, _) -> wakeUp.release());
    return fresh;
  }

  /// What is under way is acknowledged first.
  @Override
  public void close() {
    isClosing = true;
    watch.interrupt();
    envelopes.close();
    SocketModeClient open = client;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (IOException | RuntimeException e) {
      log.warn("The connection to Slack did not close well: {}", NameAndPlace.of(e));
    }
  }
}
