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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
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

  /// As many of those, one to so many, may wait for memory before no other is taken.
  private static final int PART_BEHIND = 4;

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
  private final ReentrantLock roomMaker = new ReentrantLock();

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
    while (isRunning() && (isFull() || isBehind())) {
      Optional<Caller> first = isBehind() ? Optional.empty() : firstToGo();
      first.ifPresent(caller -> sendAway(caller, WebMetrics.Reason.ROOM));
      if (first.isEmpty() && !paused()) {
        return;
      }
    }
    super.accept(acceptorId);
  }

  private boolean isFull() {
    return open.size() + coming.size() >= most;
  }

  /// Where the processor has other things to do, taking one more is done sooner than clearing away
  /// another: those who wait for memory are there still, though closed long ago.
  private boolean isBehind() {
    return roomMaker.getQueueLength() >= most / PART_BEHIND;
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

  /// Who has been there the longest without being Slack, after a moment of grace. Who was Slack,
  /// and has nothing to say, goes only where nobody else is left: its next request may be on its
  /// way.
  private Optional<Caller> firstToGo() {
    long latest = nanoTime() - GRACE;
    Comparator<Caller> byAge = Comparator.comparingLong(caller -> caller.since() - latest);
    List<Caller> strangers = open.stream().filter(Caller::isStranger).toList();
    return (strangers.isEmpty() ? open.stream() : strangers.stream())
        .filter(caller -> caller.state() != Caller.State.SLACK && caller.since() - latest < 0)
        .min(byAge);
  }

  /// So much more is held, or less. Where it is too much, who holds the most goes.
  void held(long bytes) {
    if (held.addAndGet(bytes) > memory && bytes > 0) {
      makeRoom();
    }
  }

  /// One at a time: who comes meanwhile waits, and takes no memory before there is some. What they
  /// held is counted off before they are closed, which takes a while: else more would go than need
  /// to.
  private void makeRoom() {
    var leaving = new ArrayList<Caller>();
    roomMaker.lock();
    try {
      long tooMuch = held.get() - memory;
      while (tooMuch > 0 && leaving.addAll(freed(tooMuch))) {
        tooMuch = held.get() - memory;
      }
    } finally {
      roomMaker.unlock();
    }
    leaving.forEach(caller -> sendAway(caller, WebMetrics.Reason.MEMORY));
  }

  /// Those who held so much together, and hold nothing now. It is looked through all of them once
  /// and no more is set free than that, though others may have come meanwhile: they are looked at
  /// next, before somebody who holds little.
  private List<Caller> freed(long bytes) {
    var freed = new ArrayList<Caller>();
    long left = bytes;
    Iterator<Dear> dearest = dearest();
    while (left > 0 && dearest.hasNext()) {
      Dear next = dearest.next();
      if (next.caller().held() > 0) { // else it has shown meanwhile that it is Slack, or is gone
        left -= next.bytes();
        next.caller().free();
        freed.add(next.caller());
      }
    }
    return freed;
  }

  private record Dear(Caller caller, long bytes, double price) {
    /// Much weighs more than long: what Slack sends is little, and here for a moment.
    static Dear of(Caller caller, long now) {
      long bytes = caller.held();
      double squared = (double) bytes * bytes;
      return new Dear(caller, bytes, squared * Math.max(1, now - caller.since()));
    }
  }

  private Iterator<Dear> dearest() {
    long now = nanoTime();
    return open.stream()
        .map(caller -> Dear.of(caller, now))
        .filter(dear -> dear.bytes() > 0)
        .sorted(Comparator.comparingDouble(Dear::price).reversed())
        .iterator();
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
