package smallsteps.slack.web;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// A body as it arrives: no thread waits for it, and no more memory is set aside for it than has
/// come, whatever was announced.
final class Arrival implements Runnable {
  private static final byte[] NOTHING = {};

  private final Exchange exchange;
  private final Request request;
  private final int limit;
  private final Function<Optional<byte[]>, HttpAnswer> answer;
  private byte[] body = NOTHING;
  private int length;
  private boolean isGone;

  /// @param limit in bytes
  /// @param answer to the whole body; it is empty when it is larger than that
  Arrival(Exchange exchange, int limit, Function<Optional<byte[]>, HttpAnswer> answer) {
    this.exchange = exchange;
    request = exchange.request();
    this.limit = limit;
    this.answer = answer;
    exchange.caller().whenGone(this::drop);
  }

  private synchronized void drop() {
    isGone = true;
    body = NOTHING;
  }

  /// Takes what is there, and goes on when there is more.
  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        exchange.failed(chunk.getFailure());
        return;
      }
      boolean isLast = chunk.isLast();
      boolean fits = takes(chunk.getByteBuffer(), isLast);
      chunk.release();
      if (!fits || isLast) {
        exchange.answer(answer.apply(fits ? Optional.of(whole()) : Optional.empty()));
        return;
      }
    }
  }

  /// False when it is larger than allowed.
  private boolean takes(ByteBuffer bytes, boolean isLast) {
    int needed = length + bytes.remaining();
    if (needed <= limit) {
      grow(needed, isLast);
      copy(bytes);
    }
    return needed <= limit;
  }

  private void grow(int needed, boolean isLast) {
    if (needed > body.length) {
      int size = isLast ? needed : Math.min(limit, Math.max(needed, 2 * body.length));
      exchange.caller().hold(size - body.length);
      synchronized (this) {
        body = isGone ? body : Arrays.copyOf(body, size);
      }
    }
  }

  private synchronized void copy(ByteBuffer bytes) {
    int more = bytes.remaining();
    if (!isGone) {
      bytes.get(body, length, more);
      length += more;
    }
  }

  private synchronized byte[] whole() {
    return isGone || length == body.length ? body : Arrays.copyOf(body, length);
  }
}
