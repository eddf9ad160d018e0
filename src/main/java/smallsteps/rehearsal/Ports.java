package smallsteps.rehearsal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Finds out whether a port can be had before a server is built for it.
final class Ports {
  private Ports() {}

  /// @param wanted 0 for any free one
  static int free(String host, int wanted) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), wanted));
      return probe.getLocalPort();
    } catch (BindException taken) {
      throw taken(wanted, taken);
    }
  }

  static IOException taken(int port, Exception cause) {
    return new IOException(
        "port " + port + " is taken: stop what uses it, or choose another with --port", cause);
  }
}
