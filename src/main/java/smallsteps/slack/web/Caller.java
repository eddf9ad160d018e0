package smallsteps.slack.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/// One connection to the web server, and what it holds of our memory before it has shown that it is
/// Slack's. Each request shows it anew: behind a proxy all come over the same connections.
final class Caller extends SocketChannelEndPoint {
  enum State {
    /// Nothing of a request has come yet.
    SILENT,

    /// A request has begun, and nobody knows whose it is; or it is being turned away.
    ASKING,

    /// A request of Slack's is worked on.
    SLACK,

    /// The last request was Slack's, and no other has begun.
    KEPT
  }

  /// What a line of a request's head takes besides its letters, once it is a field.
  private static final int BYTES_OF_A_FIELD = 110;

  private final Connections connections;
  private volatile State state = State.SILENT;
  private volatile long since; // when that state began
  private volatile boolean isInHead = true;
  private volatile long held;
  private volatile Runnable whenGone = () -> {};
  private volatile boolean isGone;

  Caller(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      Connections connections) {
    super(channel, selector, key, scheduler);
    this.connections = connections;
    since = connections.nanoTime();
  }

  State state() {
    return state;
  }

  /// Whether nothing has shown yet that it is Slack.
  boolean isStranger() {
    return state == State.SILENT || state == State.ASKING;
  }

  long since() {
    return since;
  }

  /// In bytes.
  long held() {
    return held;
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    int filled = super.fill(buffer);
    if (filled > 0) {
      if (state == State.SILENT || state == State.KEPT) {
        begin(State.ASKING);
      }
      if (state == State.ASKING && isInHead) {
        hold(filled + (long) BYTES_OF_A_FIELD * lines(buffer, filled));
      }
    }
    return isGone ? nothingMore(buffer) : filled;
  }

  /// What came before it was sent away would take memory that is counted as free.
  private static int nothingMore(ByteBuffer buffer) {
    BufferUtil.clear(buffer);
    return -1;
  }

  private static int lines(ByteBuffer buffer, int filled) {
    int lines = 0;
    for (int i = buffer.limit() - filled; i < buffer.limit(); i++) {
      if (buffer.get(i) == '\n') {
        lines++;
      }
    }
    return lines;
  }

  /// The head of a request is whole; its fields stay until the answer.
  void headIsRead() {
    isInHead = false;
    if (state != State.ASKING) {
      begin(State.ASKING); // it came together with the one before
    }
  }

  /// So many bytes more have come.
  void hold(long bytes) {
    synchronized (this) {
      if (isGone) {
        return;
      }
      held += bytes;
    }
    connections.held(bytes);
  }

  /// What sets free the memory of the request that is being read, as soon as the connection is
  /// closed: whoever reads it may hear of that much later.
  void whenGone(Runnable free) {
    whenGone = free;
  }

  /// Holds nothing from here on: it is closed, or will be at once.
  void free() {
    whenGone.run();
    letGo(true);
  }

  private void letGo(boolean forGood) {
    long before;
    synchronized (this) {
      isGone |= forGood;
      before = held;
      held = 0;
    }
    connections.held(-before);
  }

  /// Its request is signed.
  void isSlack() {
    letGo(false);
    begin(State.SLACK);
  }

  /// @param status what it is told
  void isRefused(int status) {
    connections.refused(status);
  }

  /// Its request is answered. Whoever is not Slack gets no second one on this connection.
  void isAnswered() {
    whenGone = () -> {};
    letGo(false);
    if (state == State.SLACK) {
      isInHead = true;
      begin(State.KEPT);
    }
  }

  private void begin(State next) {
    since = connections.nanoTime();
    state = next;
  }

  @Override
  public void onClose(Throwable failure) {
    free();
    connections.closed(this);
    super.onClose(failure);
  }
}
