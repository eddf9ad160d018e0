package smallsteps.rehearsal.http;

import org.eclipse.jetty.websocket.api.Session;

/// Where WebSockets come in.
public interface SocketDoor {
  /// False when the call was answered instead, with a no.
  boolean admits(HttpCall call);

  void opened(Session connection);

  void heard(String text);

  /// Maybe twice: when it breaks, and when it is gone.
  void closed(Session connection);
}
