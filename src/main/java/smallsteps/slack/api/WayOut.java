package smallsteps.slack.api;

import com.slack.api.SlackConfig;
import java.net.URI;
import java.util.Map;
import smallsteps.config.Proxies;

/// Sets Slack's client on the way to an address: over a proxy or not. Left alone it asks the
/// environment by itself, and takes a proxy to this machine too.
final class WayOut {
  private WayOut() {}

  /// To be done before its HTTP client is made.
  ///
  /// @throws smallsteps.SetupException when the environment's proxy is none
  static void set(SlackConfig config, Proxies proxies, URI address) {
    config.setProxyUrl(null);
    config.setProxyHeaders(Map.of());
    proxies
        .to(address)
        .ifPresent(proxy -> {
          config.setProxyUrl("http://" + proxy);
          if (proxy.authorization() != null) {
            config.setProxyHeaders(Map.of("Proxy-Authorization", proxy.authorization()));
          }
        });
  }
}
