package smallsteps.slack.api;

import com.slack.api.SlackConfig;
import java.lang.reflect.Field;
import java.net.URI;
import java.util.Map;
import smallsteps.config.Proxies;

/// Sets Slack's client on the way to an address: over a proxy or not. Left alone it asks the
/// environment by itself, and takes a proxy to this machine too.
final class WayOut {
  static {
    forgetTheirs();
  }

  private WayOut() {}

  /// As it is loaded, it makes itself one that nobody asks anything, with the proxy of the
  /// environment; where that is none it can't be loaded at all.
  private static void forgetTheirs() {
    try {
      Field proxy = SlackConfig.class.getDeclaredField("proxyUrl");
      proxy.setAccessible(true);
      proxy.set(SlackConfig.DEFAULT, null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Slack's client keeps its proxy elsewhere", e);
    }
  }

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
