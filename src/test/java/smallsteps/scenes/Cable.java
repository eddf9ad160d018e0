package smallsteps.scenes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A line to a port of this machine that can go dead: nothing comes through any more, and nobody is
/// told. Lines laid after that are good.
final class Cable implements AutoCloseable {
  private final ServerSocket entrance;
  private final int exit;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private static final class Line {
    private final Socket near;
    private final Socket far;
    private volatile boolean isDead;

    Line(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void end() throws IOException {
      near.close();
      far.close();
    }

    void carry(Socket from, Socket to) {
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        var bytes = new byte[8192];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          if (!isDead) {
            out.write(bytes, 0, read);
            out.flush();
          }
        }
      } catch (IOException _) {
        // one end is closed, which ends the other
      }
    }
  }

  Cable(int exit) throws IOException {
    this.exit = exit;
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void goDead() {
    lines.forEach(line -> line.isDead = true);
  }

  /// Both ends notice in the end.
  void endDead() throws IOException {
    for (Line line : lines) {
      if (line.isDead) {
        line.end();
      }
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = entrance.accept();
        var line = new Line(near, new Socket(InetAddress.getLoopbackAddress(), exit));
        lines.add(line);
        Thread.startVirtualThread(() -> line.carry(line.near, line.far));
        Thread.startVirtualThread(() -> line.carry(line.far, line.near));
      }
    } catch (IOException _) {
      // closed
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Line line : lines) {
      line.end();
    }
  }
}
