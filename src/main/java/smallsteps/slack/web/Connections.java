package smallsteps.slack.web;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.NameAndPlace;
import smallsteps.slack.api.Stopwatch;

/// The connections to the web server, so many and no more: who has not shown that it is Slack gets
/// little memory and little time, and makes room for whoever comes next. Addresses tell nothing:
/// behind a proxy all come from one, and Slack itself comes from many.
final class Connections extends ServerConnector {
  private static final Logger log = LoggerFactory.getLogger(Connections.class);

  /// A tenth of it is what one costs that does nothing: with the image's 64 MiB there are two
  /// thousand.
  private static final int MEMORY_OF_ONE = 32 * 1024;

  private static final int FEWEST = 64;
  private static final int MOST = 8192;
  private static final int FILES_WHERE_UNKNOWN = 1024;

  /// Those wait in the system while there is no room for them.
  private static final int WAITING = 2048;

  /// From the first byte of a request to its last, or until it is turned away. Slack itself has
  /// given up after three seconds.
  private static final long TIME_FOR_A_REQUEST = Duration.ofSeconds(5).toNanos();

  /// Nobody is sent away sooner to make room: Slack, too, needs a moment to show that it is Slack.
  private static final long GRACE = Duration.ofSeconds(1).toNanos();

  /// Longer than the minute for which proxies keep theirs: who closes first loses no request.
  private static final Duration IDLE = Duration.ofSeconds(75);

  private static final long LOOK_EVERY_MILLIS = 250;
  private static final long ROOM_IN_MILLIS = 20;

  private final Stopwatch time;
  private final WebMetrics metrics;
  private final long memory;
  private final int most;
  private final Set<Caller> open = ConcurrentHashMap.newKeySet();
  private final Set<SelectableChannel> coming = ConcurrentHashMap.newKeySet();
  private final AtomicLong held = new AtomicLong();

  /// @param memory in bytes, for all requests together that have not shown that they are Slack's
  Connections(
      Server server, HttpConnectionFactory http, long memory, Stopwatch time, WebMetrics metrics) {
    super(server, 1, 1, http);
    this.memory = memory;
    this.time = time;
    this.metrics = metrics;
    long fit = Math.min(Runtime.getRuntime().maxMemory() / MEMORY_OF_ONE, openFiles() / 2);
    most = Math.clamp(fit, FEWEST, MOST);
    setIdleTimeout(IDLE.toMillis());
    setAcceptQueueSize(WAITING);
    addBean(new Coming());
    metrics.connections(open::size);
    metrics.memory(held::get);
  }

  /// How many this process may have, the database's among them.
  private static long openFiles() {
    try (Stream<String> limits = Files.lines(Path.of("/proc/self/limits"))) {
      return limits
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.split("\\s+")[3])
          .mapToLong(soft -> soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft))
          .findFirst()
          .orElse(FILES_WHERE_UNKNOWN);
    } catch (IOException notLinux) {
      return FILES_WHERE_UNKNOWN;
    }
  }

  long nanoTime() {
    return time.nanoTime();
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookAgain();
  }

  private void lookAgain() {
    getScheduler().schedule(this::look, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      long latest = nanoTime() - TIME_FOR_A_REQUEST;
      open.stream()
          .filter(caller -> caller.state() == Caller.State.ASKING && caller.since() - latest < 0)
          .forEach(caller -> sendAway(caller, WebMetrics.Reason.TIME));
    } finally {
      if (isRunning()) {
        lookAgain();
      }
    }
  }

  /// Takes the next one when there is room for it.
  @Override
  public void accept(int acceptorId) throws IOException {
    while (open.size() + coming.size() >= most && isRunning()) {
      Optional<Caller> first = firstToGo();
      first.ifPresent(caller -> sendAway(caller, WebMetrics.Reason.ROOM));
      if (first.isEmpty() && !paused()) {
        return;
      }
    }
    super.accept(acceptorId);
  }

  private static boolean paused() {
    try {
      Thread.sleep(ROOM_IN_MILLIS);
      return true;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Who has been there the longest without being Slack; else who was, and has nothing to say.
  private Optional<Caller> firstToGo() {
    long latest = nanoTime() - GRACE;
    return open.stream()
        .filter(caller -> caller.state() != Caller.State.SLACK && caller.since() - latest < 0)
        .min(
            Comparator.comparing((Caller caller) -> caller.state() == Caller.State.KEPT)
                .thenComparingLong(caller -> caller.since() - latest));
  }

  /// So much more is held, or less. Where it is too much, who holds the most goes.
  void held(long bytes) {
    if (held.addAndGet(bytes) > memory && bytes > 0) {
      makeRoom();
    }
  }

  /// One at a time, and what they held is counted off before they are closed, which takes a while:
  /// else more would go than need to.
  private void makeRoom() {
    var leaving = new ArrayList<Caller>();
    synchronized (held) {
      Optional<Caller> next = dearest();
      while (held.get() > memory && next.isPresent()) {
        leaving.add(next.get());
        next.get().free();
        next = dearest();
      }
    }
    leaving.forEach(caller -> sendAway(caller, WebMetrics.Reason.MEMORY));
  }

  /// Much weighs more than long: what Slack sends is little, and here for a moment.
  private Optional<Caller> dearest() {
    long now = nanoTime();
    return open.stream()
        .filter(caller -> caller.held() > 0)
        .max(
            Comparator.comparingDouble(
                caller -> Math.pow(caller.held(), 2) * Math.max(1, now - caller.since())));
  }

  /// Out of files, as a rule.
  @Override
  protected boolean handleAcceptFailure(Throwable failure) {
    if (isRunning() && !(failure instanceof InterruptedException)) {
      log.error("The web server can't take a connection: {}", NameAndPlace.of(failure));
    }
    return super.handleAcceptFailure(failure);
  }

  private void sendAway(Caller caller, WebMetrics.Reason reason) {
    if (open.remove(caller)) {
      metrics.sentAway(reason);
      caller.close();
    }
  }

  void refused(int status) {
    metrics.refused(status);
  }

  void closed(Caller caller) {
    open.remove(caller);
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    var caller = new Caller(channel, selector, key, getScheduler(), this);
    caller.setIdleTimeout(getIdleTimeout());
    return caller;
  }

  @Override
  protected void onEndPointOpened(EndPoint endPoint) {
    super.onEndPointOpened(endPoint);
    open.add((Caller) endPoint);
    if (!endPoint.isOpen()) {
      open.remove((Caller) endPoint);
    }
  }

  /// Those that are accepted, and not open yet.
  private final class Coming implements SelectorManager.AcceptListener {
    @Override
    public void onAccepting(SelectableChannel channel) {
      coming.add(channel);
    }

    @Override
    public void onAccepted(SelectableChannel channel) {
      coming.remove(channel);
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
      coming.remove(channel);
    }
  }
}
