package smallsteps.config;

import java.util.Locale;
import java.util.regex.Pattern;

/// Which addresses are this machine's own, told by how they are written: no name is looked up.
final class Loopback {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "localhost\\.?|.*\\.localhost\\.?|127(\\.\\d{1,3}){3}|\\[?(::1|0*(:0+)*:0*1)]?");

  private Loopback() {}

  /// @param host as it stands in a URI
  static boolean is(String host) {
    return ADDRESS.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
