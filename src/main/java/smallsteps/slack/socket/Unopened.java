package smallsteps.slack.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import smallsteps.NameAndPlace;

/// There is no WebSocket to Slack. The message says why in a sentence, and what to do; of the
/// address it names the host alone, since the rest of it opens a connection.
final class Unopened extends Exception {
  private static final long serialVersionUID = 1;

  private Unopened(String message) {
    super(message, null, false, false);
  }

  static Unopened of(URI address, Throwable cause) {
    String host = address.getHost();
    return new Unopened(
        switch (cause) {
          case WebSocketHandshakeException refused ->
              host
                  + " answers HTTP "
                  + refused.getResponse().statusCode()
                  + " and opens no WebSocket. Behind a proxy or a firewall, let WebSockets to it"
                  + " through.";
          case SSLException e when isOfCertificate(e) ->
              "the certificate of "
                  + host
                  + " is not trusted. A proxy that reads along shows one of its own: make its"
                  + " authority known to Java, or let "
                  + host
                  + " through unread.";
          case SSLException _ ->
              host + " speaks no TLS. Something on the way may answer in Slack's place.";
          case HttpTimeoutException _, TimeoutException _ ->
              host + " does not answer. Let this machine reach it" + port(address);
          case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
              "the name " + host + " is not known here. Look at this machine's DNS.";
          case IOException _ ->
              host + " takes no connection. Let this machine reach it" + port(address);
          default -> "it failed: " + NameAndPlace.of(cause);
        });
  }

  private static boolean isOfCertificate(Throwable failure) {
    return failure != null
        && (failure instanceof CertificateException || isOfCertificate(failure.getCause()));
  }

  private static String port(URI address) {
    int port = address.getPort();
    return ", port " + (port >= 0 ? port : address.getScheme().equals("ws") ? 80 : 443) + ".";
  }

  /// @param isPlainAllowed also `ws`, as where the Web API itself is asked in plain HTTP
  static URI address(String url, boolean isPlainAllowed) throws Unopened {
    try {
      URI address = URI.create(url == null ? "" : url);
      boolean isOne = "wss".equals(address.getScheme()) && address.getHost() != null;
      boolean isPlain = "ws".equals(address.getScheme()) && address.getHost() != null;
      if (isOne || isPlain && isPlainAllowed) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below, without the address
    }
    throw new Unopened(
        "it is not a WebSocket's. Something on the way may answer in Slack's place.");
  }
}
