package smallsteps.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The way to a server on this machine, which a test shuts and opens: shut, it is as if the server
/// had been taken away.
public final class Gate implements AutoCloseable {
  private final int server;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private ServerSocket entrance;

  public Gate(int server) throws IOException {
    this.server = server;
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    port = entrance.getLocalPort();
    open(entrance);
  }

  public int port() {
    return port;
  }

  /// Whoever is inside is thrown out.
  public synchronized void shut() throws IOException {
    entrance.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  public void open() throws IOException {
    entrance = new ServerSocket();
    entrance.setReuseAddress(true);
    entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    open(entrance);
  }

  private void open(ServerSocket through) {
    Thread.startVirtualThread(() -> {
      try {
        while (true) {
          Socket near = through.accept();
          var far = new Socket(InetAddress.getLoopbackAddress(), server);
          letIn(through, near, far);
        }
      } catch (IOException _) {
        // shut
      }
    });
  }

  /// Nobody who was at the door when it was shut.
  private synchronized void letIn(ServerSocket through, Socket near, Socket far)
      throws IOException {
    sockets.addAll(List.of(near, far));
    if (through.isClosed()) {
      shut();
      return;
    }
    Thread.startVirtualThread(() -> carry(near, far));
    Thread.startVirtualThread(() -> carry(far, near));
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // one end is closed, which ends the other
    }
  }

  @Override
  public void close() throws IOException {
    shut();
  }
}
