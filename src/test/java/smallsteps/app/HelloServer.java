package smallsteps.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A WebSocket on loopback that greets whoever opens it, or does what a firewall does.
final class HelloServer implements AutoCloseable {
  static final String HELLO = "{\"type\":\"hello\",\"num_connections\":1}";
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket server;
  private volatile String greeting = HELLO;
  private volatile int status = 101;

  HelloServer() {
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "ws://127.0.0.1:" + server.getLocalPort() + "/link/?ticket=hidden";
  }

  /// @param message null closes the connection
  void greets(String message) {
    greeting = message;
  }

  void answers(int httpStatus) {
    status = httpStatus;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> greet(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void greet(Socket socket) {
    try {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      String key = "";
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.toLowerCase().startsWith("sec-websocket-key:")) {
          key = line.substring(line.indexOf(':') + 1).strip();
        }
      }
      OutputStream out = socket.getOutputStream();
      out.write(handshake(key).getBytes(StandardCharsets.US_ASCII));
      if (status == 101 && greeting != null) {
        byte[] text = greeting.getBytes(StandardCharsets.UTF_8);
        out.write(0x81);
        out.write(text.length); // up to 125
        out.write(text);
      } else {
        socket.close();
      }
      out.flush();
    } catch (IOException | NoSuchAlgorithmException ended) {
      // whoever asked is gone
    }
  }

  private String handshake(String key) throws NoSuchAlgorithmException {
    if (status != 101) {
      return "HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n";
    }
    byte[] hash =
        MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + Base64.getEncoder().encodeToString(hash)
        + "\r\n\r\n";
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
