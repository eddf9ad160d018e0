package smallsteps.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Connections to a bot on this machine that are not Slack's: slow ones, greedy ones, broken ones,
/// all at once, each opened again soon after it is closed. One thread serves them all.
public final class Strangers implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int LOOKS_A_SECOND = 5;

  /// What each of them does, a look at a time.
  public enum Kind {
    TRICKLED_BODY,
    TRICKLED_HEAD,
    GREEDY_HEAD,
    GREEDY_BODY,
    ANNOUNCED_GIGABYTE,
    ENDLESS_CHUNKS,
    IDLE_AFTER_THREE_REQUESTS,
    READS_NO_ANSWER,
    TLS_ON_THE_PLAIN_PORT,
    HALF_CLOSED,
    SILENT
  }

  private final InetSocketAddress bot;
  private final List<Stranger> all = new ArrayList<>();
  private final ByteBuffer read = ByteBuffer.allocateDirect(64 * 1024);
  private final AtomicBoolean isEnding = new AtomicBoolean();
  private long opened;
  private final Thread thread;

  /// @param count how many at once, of each kind as many
  public Strangers(int port, int count, Kind... kinds) {
    bot = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < count; i++) {
      all.add(new Stranger(kinds[i % kinds.length]));
    }
    thread = Thread.ofPlatform().name("strangers").daemon().start(this::work);
  }

  /// How many connections there have been in all.
  public synchronized long opened() {
    return opened;
  }

  public synchronized void awaitOpened(long connections) throws InterruptedException {
    while (opened < connections) {
      wait();
    }
  }

  private synchronized void oneMoreOpened() {
    opened++;
    notifyAll();
  }

  private void work() {
    try {
      while (!isEnding.get()) {
        for (Stranger stranger : all) {
          stranger.look();
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      all.forEach(Stranger::close);
    }
  }

  @Override
  public void close() {
    isEnding.set(true);
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Stranger {
    private final Kind kind;
    private SocketChannel channel; // null while there is none
    private ByteBuffer rest; // what is still to be written
    private int looks;

    Stranger(Kind kind) {
      this.kind = kind;
    }

    void look() {
      try {
        if (channel == null) {
          open();
        }
        if (channel.finishConnect()) {
          act();
        }
      } catch (IOException closed) {
        close();
      }
    }

    private void open() throws IOException {
      channel = SocketChannel.open();
      channel.configureBlocking(false);
      if (kind == Kind.READS_NO_ANSWER) {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 2048);
      }
      channel.connect(bot);
      looks = 0;
      rest = begin(kind);
      oneMoreOpened();
    }

    private void act() throws IOException {
      if (rest.hasRemaining()) {
        channel.write(rest);
      } else {
        rest = next(kind, looks++);
        channel.write(rest);
      }
      if (kind == Kind.HALF_CLOSED && !rest.hasRemaining()) {
        channel.shutdownOutput();
      }
      if (kind != Kind.READS_NO_ANSWER) {
        read.clear();
        if (channel.read(read) < 0) {
          close();
        }
      }
    }

    void close() {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException closed) {
        // it is gone either way
      }
      channel = null;
    }
  }

  private static ByteBuffer begin(Kind kind) {
    return switch (kind) {
      case TRICKLED_BODY -> text(forged("Content-Length: 1000000") + "payload=");
      case TRICKLED_HEAD -> text("POST /slack/events HTTP/1.1\r\nHost: bot\r\n");
      case GREEDY_HEAD ->
          text("POST /slack/events HTTP/1.1\r\nHost: bot\r\n" + "a:\r\n".repeat(1900));
      case GREEDY_BODY -> text(forged("Content-Length: 1000000") + "x".repeat(900_000));
      case ANNOUNCED_GIGABYTE -> text(forged("Content-Length: 1073741824"));
      case ENDLESS_CHUNKS -> text(forged("Transfer-Encoding: chunked"));
      case IDLE_AFTER_THREE_REQUESTS -> text("GET / HTTP/1.1\r\nHost: bot\r\n\r\n".repeat(3));
      case READS_NO_ANSWER -> text("GET /metrics HTTP/1.1\r\nHost: bot\r\n\r\n".repeat(50));
      case TLS_ON_THE_PLAIN_PORT -> ByteBuffer.wrap(new byte[] {22, 3, 1, 2, 0, 1, 0, 1, -4, 3, 3});
      case HALF_CLOSED -> text(forged("Content-Length: 5000") + "payload=");
      case SILENT -> text("");
    };
  }

  private static ByteBuffer next(Kind kind, int look) {
    boolean isNewSecond = look % LOOKS_A_SECOND == 0;
    return switch (kind) {
      case TRICKLED_BODY -> text(isNewSecond ? "x" : "");
      case TRICKLED_HEAD -> text(isNewSecond ? "a:\r\n" : "");
      case ANNOUNCED_GIGABYTE -> text("x".repeat(8 * 1024));
      case ENDLESS_CHUNKS -> text("1000\r\n" + "x".repeat(4096) + "\r\n");
      case GREEDY_HEAD,
          GREEDY_BODY,
          IDLE_AFTER_THREE_REQUESTS,
          READS_NO_ANSWER,
          TLS_ON_THE_PLAIN_PORT,
          HALF_CLOSED,
          SILENT ->
          text("");
    };
  }

  /// The head of a request that looks like Slack's.
  private static String forged(String lengthHeader) {
    return """
    POST /slack/events HTTP/1.1\r
    Host: bot\r
    Content-Type: application/x-www-form-urlencoded\r
    X-Slack-Request-Timestamp: %d\r
    X-Slack-Signature: v0=%s\r
    %s\r
    \r
    """
        .formatted(Instant.now().getEpochSecond(), "0".repeat(64), lengthHeader);
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
