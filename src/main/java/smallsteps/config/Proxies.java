package smallsteps.config;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smallsteps.SetupException;

/// Which way out to take, by what the environment says: `HTTPS_PROXY`, else `HTTP_PROXY`, but for
/// `NO_PROXY`, each in capitals or not. What the JVM was told (`-Dhttps.proxyHost`) counts where
/// they say nothing. There is never a proxy on the way to this machine itself.
public final class Proxies {
  public static final Proxies NONE = new Proxies(Map.of());

  private static final List<String> NAMES =
      List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");

  private final Map<String, String> variables;

  Proxies(Map<String, String> variables) {
    this.variables = variables;
  }

  /// @param variable that says so, for who has to mend it
  /// @param authorization the header's value; null without a user
  public record Proxy(String variable, String host, int port, String authorization) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /// Empty when the way is direct.
  ///
  /// @param address of http, https, ws or wss
  /// @throws SetupException when the proxy on the way is none
  public Optional<Proxy> to(URI address) {
    String host = address.getHost();
    if (host == null || Loopback.is(host)) {
      return Optional.empty();
    }
    Optional<String> variable = NAMES.stream().filter(this::isSet).findFirst();
    if (variable.isEmpty()) {
      return ofTheJvm(address);
    }
    return isExcepted(host.toLowerCase(Locale.ROOT), port(address))
        ? Optional.empty()
        : Optional.of(proxy(variable.get()));
  }

  /// Looks at each that is named, whether or not it stands on a way that is taken: who named it
  /// believes that it does.
  ///
  /// @param address where the bot is to go
  /// @throws SetupException with those that are none, a line each
  void requireSound(URI address) {
    Stream<Runnable> named =
        NAMES.stream().filter(this::isSet).map(variable -> () -> proxy(variable));
    SetupException.checkAll(Stream.concat(named, Stream.of(() -> to(address))).toList());
  }

  private boolean isSet(String name) {
    return !variables.getOrDefault(name, "").isBlank();
  }

  private static int port(URI address) {
    return address.getPort() >= 0 ? address.getPort() : isPlain(address) ? 80 : 443;
  }

  private static boolean isPlain(URI address) {
    return List.of("http", "ws").contains(address.getScheme());
  }

  /// As curl reads it: names with all below them, addresses, either with a port, `*` for all.
  private boolean isExcepted(String host, int port) {
    return Stream.of("NO_PROXY", "no_proxy")
        .filter(this::isSet)
        .flatMap(name -> Stream.of(variables.get(name).toLowerCase(Locale.ROOT).split("[,\\s]+")))
        .filter(exception -> !exception.isEmpty())
        .anyMatch(exception -> covers(exception, host, port));
  }

  private static boolean covers(String exception, String host, int port) {
    String bare = exception.replaceFirst("^\\*?\\.", "");
    String withPort = ":" + port;
    if (bare.endsWith(withPort)) {
      bare = bare.substring(0, bare.length() - withPort.length());
    }
    return bare.equals("*") || host.equals(bare) || host.endsWith("." + bare);
  }

  private Proxy proxy(String variable) {
    String value = variables.get(variable).strip();
    var wrong =
        new SetupException(
            variable
                + " must be the address of an http proxy, such as http://proxy.example.org:3128;"
                + " user and password go before the host, each sign of them that is no letter and"
                + " no digit as %40 for @. Leave it out to go without one.");
    try {
      URI uri = URI.create(value.contains("://") ? value : "http://" + value);
      if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
        throw wrong;
      }
      int port = uri.getPort() < 0 ? 80 : uri.getPort();
      if (port == 0 || port > 65_535) {
        throw wrong;
      }
      return new Proxy(variable, uri.getHost(), port, authorization(uri.getRawUserInfo()));
    } catch (IllegalArgumentException e) {
      throw wrong; // without the cause, which repeats the password
    }
  }

  private static String authorization(String userInfo) {
    if (userInfo == null) {
      return null;
    }
    String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Proxy> ofTheJvm(URI address) {
    boolean isPlain = isPlain(address);
    URI asked = URI.create((isPlain ? "http://" : "https://") + address.getHost() + "/");
    String property = isPlain ? "-Dhttp.proxyHost" : "-Dhttps.proxyHost";
    var found = new ArrayList<Proxy>();
    for (java.net.Proxy each : selected(asked)) {
      if (each.type() == java.net.Proxy.Type.HTTP
          && each.address() instanceof InetSocketAddress at) {
        found.add(new Proxy(property, at.getHostString(), at.getPort(), null));
      }
    }
    return found.stream().findFirst();
  }

  private static List<java.net.Proxy> selected(URI asked) {
    try {
      return ProxySelector.getDefault().select(asked);
    } catch (IllegalArgumentException e) {
      throw new SetupException(
          "The proxy that Java was told of (-Dhttps.proxyPort and the like) must have a port from 1"
              + " to 65535. Mend that, or leave it out.",
          e);
    }
  }
}
