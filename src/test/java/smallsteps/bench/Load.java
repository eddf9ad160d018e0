package smallsteps.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Sends requests over kept connections and measures how long each answer takes.
record Load(int port, SlackTraffic traffic) {
  private static final int CONNECTIONS = 16;

  /// @param perSecond answers with status 200
  /// @param p99 of the latencies, in milliseconds
  record Result(double perSecond, double p50, double p99) {}

  /// As fast as the answers come, over 16 connections.
  Result closedLoop(LongFunction<SlackTraffic.Kind> mix, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    var latencies = new ArrayList<long[]>();
    var threads = new ArrayList<Thread>();
    for (int c = 0; c < CONNECTIONS; c++) {
      int offset = c;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                long[] own = connection(mix, offset, end);
                synchronized (latencies) {
                  latencies.add(own);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return result(latencies, time);
  }

  private long[] connection(LongFunction<SlackTraffic.Kind> mix, int offset, long end) {
    var latencies = LongStream.builder();
    try (var connection = new Connection(port)) {
      for (long n = offset; System.nanoTime() < end; n++) {
        latencies.add(connection.send(traffic.request(mix.apply(n))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return latencies.build().toArray();
  }

  /// So many a second, whether or not the answers keep up; a late start counts as waiting.
  Result openLoop(LongFunction<SlackTraffic.Kind> mix, int perSecond, Duration time)
      throws Exception {
    long apart = 1_000_000_000L / perSecond;
    long begin = System.nanoTime();
    long count = time.toNanos() / apart;
    var latencies = new long[(int) count];
    try (var connection = new Connection(port)) {
      for (int n = 0; n < count; n++) {
        long due = begin + n * apart;
        byte[] request = traffic.request(mix.apply(n));
        while (System.nanoTime() < due) {
          Thread.onSpinWait();
        }
        connection.send(request);
        latencies[n] = System.nanoTime() - due;
      }
    }
    return result(List.of(latencies), time);
  }

  private static Result result(List<long[]> latencies, Duration time) {
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(all.length * 1e9 / time.toNanos(), at(all, 0.50), at(all, 0.99));
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }

    /// Nanoseconds until the whole answer was there.
    long send(byte[] request) throws IOException {
      long began = System.nanoTime();
      socket.getOutputStream().write(request);
      String status = line();
      int length = 0;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(15).strip());
        }
      }
      in.skipNBytes(length);
      if (!status.startsWith("HTTP/1.1 200")) {
        throw new IOException("The bot answered " + status);
      }
      return System.nanoTime() - began;
    }

    private String line() throws IOException {
      var line = new byte[256];
      int length = 0;
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          throw new IOException("The bot closed the connection");
        }
        if (b != '\r' && length < line.length) {
          line[length++] = (byte) b;
        }
      }
      return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
