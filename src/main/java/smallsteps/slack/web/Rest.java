package smallsteps.slack.web;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// What still comes of a request that has its answer: read and dropped, so that whoever sends it
/// gets to read the answer, and is not told by a reset that nobody listens. The connection has its
/// time, and this has a measure too.
final class Rest implements Runnable {
  private static final long MOST = 64L << 20;

  private final Request request;
  private final Runnable end;
  private long dropped;

  /// @param end runs once, when there is nothing more to be dropped
  Rest(Request request, Runnable end) {
    this.request = request;
    this.end = end;
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      dropped += chunk.remaining();
      boolean isOver = chunk.isLast() || Content.Chunk.isFailure(chunk) || dropped > MOST;
      chunk.release();
      if (isOver) {
        end.run();
        return;
      }
    }
  }
}
