package smallsteps.slack;

import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.Secret;
import smallsteps.config.Settings;

/// The connection that we open to Slack, and the watch over it. Slack's client comes back by itself
/// after most faults. Where it does not, a new connection is made; where that does not help either,
/// `giveUp` hears of it, so that a supervisor can start the bot anew.
final class SocketTransport implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SocketTransport.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /// `apps.connections.open` is of Slack's slowest tier, and the client itself tries now and then.
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

  private static final Duration LAST_RETRY = Duration.ofMinutes(1);

  private final BoltApp bolt;
  private final Secret appToken;
  private final Settings.Socket settings;
  private final Runnable giveUp;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch connected = new CountDownLatch(1);
  private final Thread watch;
  private volatile SocketModeApp socket;
  private volatile long lastAlive = System.nanoTime();
  private volatile boolean everAlive;

  // of the watch alone
  private Duration retry = FIRST_RETRY;
  private long nextTry = System.nanoTime();
  private boolean wasAlive;

  SocketTransport(BoltApp bolt, Secret appToken, Settings.Socket settings, Runnable giveUp) {
    this.bolt = bolt;
    this.appToken = appToken;
    this.settings = settings;
    this.giveUp = giveUp;
    watch = Thread.ofPlatform().name("socket-watch").daemon().start(this::watch);
  }

  /// Whether a first connection stood within this time.
  boolean awaitConnected(Duration atMost) throws InterruptedException {
    return connected.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What is wrong with the connection; empty while Slack answers on it.
  Optional<String> problem() {
    if (!everAlive) {
      return Optional.of("There is no connection to Slack yet.");
    }
    long silent = Duration.ofNanos(System.nanoTime() - lastAlive).toSeconds();
    return silent <= settings.silenceSeconds()
        ? Optional.empty()
        : Optional.of("Slack has been silent for " + silent + " s.");
  }

  private void watch() {
    try {
      boolean isOfUse = look();
      while (isOfUse && !closing.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
        isOfUse = look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// False when it has given up.
  private boolean look() {
    boolean isAlive = isAlive();
    if (!isAlive && System.nanoTime() >= nextTry && mustAct()) {
      connect();
      nextTry = System.nanoTime() + retry.toNanos();
      retry = retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
      isAlive = isAlive();
    }
    tell(isAlive);
    if (isAlive) {
      lastAlive = System.nanoTime();
      everAlive = true;
      connected.countDown();
      retry = FIRST_RETRY;
    } else if (silentFor(Duration.ofMinutes(settings.giveUpMinutes()))) {
      log.error("No connection to Slack for {} minutes.", settings.giveUpMinutes());
      giveUp.run();
      return false;
    }
    return true;
  }

  /// What the client itself would say holds addresses that open a connection.
  private void tell(boolean isAlive) {
    if (everAlive && isAlive != wasAlive) {
      log.warn(isAlive ? "Slack answers again." : "Slack does not answer; waiting for it.");
    }
    wasAlive = isAlive;
  }

  /// The client's own reconnecting gets the first chance; without a client there is nobody else.
  private boolean mustAct() {
    return socket == null || silentFor(Duration.ofSeconds(settings.silenceSeconds()));
  }

  private Duration pause() {
    return everAlive ? LOOK_EVERY : Duration.ofSeconds(1);
  }

  private boolean silentFor(Duration time) {
    return System.nanoTime() - lastAlive > time.toNanos();
  }

  private boolean isAlive() {
    SocketModeApp now = socket;
    return now != null && now.getClient() != null && now.getClient().verifyConnection();
  }

  private void connect() {
    try {
      if (socket == null) {
        var fresh =
            new SocketModeApp(
                appToken.value(),
                SocketModeClient.Backend.Tyrus,
                _ -> null, // no ack: Slack sends it again
                bolt.app(),
                settings.concurrency());
        fresh.startAsync();
        socket = fresh;
      } else {
        socket.getClient().connectToNewEndpoint();
      }
    } catch (Exception e) {
      log.warn("Slack could not be connected to: {}", Edge.nameAndPlace(e));
    }
  }

  /// In this order, else a link that is down comes up again behind our back.
  @Override
  public void close() {
    closing.countDown();
    watch.interrupt();
    SocketModeApp open = socket;
    if (open == null) {
      return;
    }
    socket = null;
    try {
      SocketModeClient client = open.getClient();
      client.setAutoReconnectEnabled(false);
      open.stop();
      client.close();
      open.close();
    } catch (Exception e) {
      log.warn("The connection to Slack did not close well: {}", Edge.nameAndPlace(e));
    }
  }
}
