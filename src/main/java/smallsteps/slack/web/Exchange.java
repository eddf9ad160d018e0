package smallsteps.slack.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A request, to be answered once. Who has not shown that it is Slack is told to close the
/// connection, and what it still sends is read and dropped until it does.
///
/// @param callback Jetty's: the exchange is over
record Exchange(Request request, Response response, Callback callback, Caller caller) {
  static Exchange of(Request request, Response response, Callback callback) {
    var caller = (Caller) request.getConnectionMetaData().getConnection().getEndPoint();
    caller.headIsRead();
    return new Exchange(request, response, callback, caller);
  }

  String path() {
    return Request.getPathInContext(request);
  }

  /// Null where there is no such header.
  String header(String name) {
    return request.getHeaders().get(name);
  }

  void answer(HttpAnswer answer) {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    boolean isSlack = caller.state() == Caller.State.SLACK;
    response.setStatus(answer.status());
    HttpFields.Mutable headers = response.getHeaders();
    if (answer.contentType() != null) {
      headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
    }
    if (answer.allow() != null) {
      headers.put(HttpHeader.ALLOW, answer.allow());
    }
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    if (!isSlack && answer.status() >= 400) {
      caller.isRefused(answer.status());
    }
    if (isSlack) {
      response.write(true, ByteBuffer.wrap(body), Callback.from(this::over, this::failed));
    } else {
      headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
      caller.hold(body.length); // until it is read
      response.write(
          true, ByteBuffer.wrap(body), Callback.from(new Rest(request, this::over), this::failed));
    }
  }

  private void over() {
    caller.isAnswered();
    callback.succeeded();
  }

  /// Nobody is there any more; as an end of file it is nothing for the log.
  void failed(Throwable failure) {
    callback.failed(new EofException(failure));
  }
}
