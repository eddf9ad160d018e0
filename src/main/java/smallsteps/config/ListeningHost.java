package smallsteps.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import smallsteps.SetupException;

/// The address that the bot's own web server listens at.
final class ListeningHost {
  private ListeningHost() {}

  /// @throws SetupException when nothing can listen there
  static void require(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (!address.isAnyLocalAddress()
          && !address.isLoopbackAddress()
          && NetworkInterface.getByInetAddress(address) == null) {
        throw new SetupException(
            "HOST is no address of this machine. Leave it out for every network of this machine,"
                + " or set 127.0.0.1.");
      }
    } catch (UnknownHostException e) {
      throw new SetupException(
          "HOST is a name that is not found. Leave it out for every network of this machine, or set"
              + " 127.0.0.1.",
          e);
    } catch (IOException e) {
      throw new SetupException("HOST can't be looked at: set it to 0.0.0.0 or 127.0.0.1.", e);
    }
  }
}
