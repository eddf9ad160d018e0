package smallsteps.rehearsal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import smallsteps.rehearsal.wire.Wire;

/// A request, to be answered once.
///
/// @param callback Jetty's: the call is over
public record HttpCall(Request request, Response response, Callback callback) {
  /// What the path ends with: a method's name, a file's, an id.
  public String name() {
    String path = path();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  public String path() {
    return Request.getPathInContext(request);
  }

  /// Null where there is no such header.
  public String header(String name) {
    return request.getHeaders().get(name);
  }

  public Map<String, String> query() {
    String query = request.getHttpURI().getQuery();
    return query == null ? Map.of() : Wire.form(query);
  }

  public String body() {
    try {
      return Content.Source.asString(request, StandardCharsets.UTF_8);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// Before the answer.
  public HttpCall with(String header, String value) {
    response.getHeaders().put(header, value);
    return this;
  }

  public void answer(int status, String type, String body) {
    answer(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  public void answer(int status, String type, byte[] body) {
    response.setStatus(status);
    with("Content-Type", type).with("Content-Length", Integer.toString(body.length));
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  public void redirect(String path) {
    Response.sendRedirect(request, response, callback, path);
  }

  /// Not a byte of an answer, as when something on the way forgets the connection.
  public void cut() {
    EndPoint line = request.getConnectionMetaData().getConnection().getEndPoint();
    try {
      if (line.getTransport() instanceof SocketChannel socket) {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
    } catch (IOException _) {
      // the client is gone already, which is what was wanted
    }
    line.close();
    callback.failed(new EofException("cut"));
  }
}
