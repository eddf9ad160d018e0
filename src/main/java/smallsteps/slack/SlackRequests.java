package smallsteps.slack;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.MalformedException;
import smallsteps.NameAndPlace;

/// What Slack sends over HTTP, handed to Bolt. The size is looked at first, then the signature, and
/// only then what is in it.
final class SlackRequests {
  private static final Logger log = LoggerFactory.getLogger(SlackRequests.class);

  /// What a request takes while it is worked on, however short it is.
  private static final int LEAST_KIB = 8;

  private static final int MOST_KIB = 16 * 1024;

  private final BoltApp bolt;
  private final SlackRequestParser parser;
  private final SignatureCheck signatures;
  private final int bodyLimit;
  private final Semaphore room;

  /// @param bodyLimit in bytes
  SlackRequests(BoltApp bolt, SignatureCheck signatures, int bodyLimit) {
    this.bolt = bolt;
    parser = new SlackRequestParser(bolt.app().config());
    this.signatures = signatures;
    this.bodyLimit = bodyLimit;
    room = new Semaphore(roomKib());
  }

  /// Some of the memory there is, by the size that each announces: more than that at once is sent
  /// away before it is read, and Slack sends it again.
  private int roomKib() {
    long share = Runtime.getRuntime().maxMemory() / 16 / 1024;
    return (int) Math.max(Math.min(share, MOST_KIB), 2 * kib(bodyLimit));
  }

  private static int kib(long bytes) {
    return (int) Math.max(LEAST_KIB, Math.ceilDiv(bytes, 1024L));
  }

  HttpAnswer answer(Request request) throws IOException {
    long announced = request.getLength();
    int taken = kib(announced < 0 ? bodyLimit : Math.min(announced, bodyLimit));
    if (!room.tryAcquire(taken)) {
      return HttpAnswer.sentence(503, "More comes at once than fits: send it again.");
    }
    try {
      return checked(request);
    } finally {
      room.release(taken);
    }
  }

  private HttpAnswer checked(Request request) throws IOException {
    byte[] body = body(request);
    if (body.length > bodyLimit) {
      return HttpAnswer.sentence(413, "The request is larger than " + bodyLimit + " bytes.");
    }
    if (!signatures.isFromSlack(
        request.getHeaders().get(SignatureCheck.TIMESTAMP_HEADER),
        request.getHeaders().get(SignatureCheck.SIGNATURE_HEADER),
        body)) {
      return HttpAnswer.sentence(401, "The request is not signed by Slack, or not now.");
    }
    Response answer = run(request, new String(body, StandardCharsets.UTF_8));
    return new HttpAnswer(
        answer.getStatusCode(),
        answer.getBody() == null ? null : answer.getContentType(),
        Objects.requireNonNullElse(answer.getBody(), ""));
  }

  /// The whole body, or a little more of it than is allowed.
  private byte[] body(Request request) throws IOException {
    int announced = (int) Math.clamp(request.getLength(), -1, bodyLimit + 1L);
    try (InputStream in = Content.Source.asInputStream(request)) {
      if (announced < 0) {
        return in.readNBytes(bodyLimit + 1);
      }
      var body = new byte[announced];
      int read = in.readNBytes(body, 0, announced);
      return read == announced ? body : Arrays.copyOf(body, read);
    }
  }

  private Response run(Request request, String body) {
    try {
      Optional<Response> event = bolt.heard(body);
      if (event.isPresent()) {
        return event.get();
      }
      var parsed =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(request.getHttpURI().getPath())
                  .queryString(Collections.emptyMap())
                  .requestBody(Needed.ofForm(body))
                  .headers(new RequestHeaders(headers(request)))
                  .remoteAddress(Request.getRemoteAddr(request))
                  .build());
      return parsed == null ? unknown(body) : bolt.app().run(parsed);
    } catch (MalformedException e) {
      log.warn("A request from Slack has no {} as Slack writes it.", e.getMessage());
      return Response.error(400);
    } catch (Exception | StackOverflowError e) {
      log.warn("A request from Slack could not be read: {}", NameAndPlace.of(e));
      return Response.error(400);
    }
  }

  /// A kind of payload that we never heard of is fine; what is no payload at all is not.
  private static Response unknown(String body) {
    try {
      boolean typed = JsonParser.parseString(body).getAsJsonObject().has("type");
      return typed ? Response.ok() : Response.error(400);
    } catch (JsonParseException | IllegalStateException e) {
      return Response.error(400);
    }
  }

  /// Those that Bolt looks at.
  private static Map<String, List<String>> headers(Request request) {
    var headers = new HashMap<String, List<String>>();
    for (String name : List.of("X-Slack-Retry-Num", "X-Slack-Retry-Reason")) {
      String value = request.getHeaders().get(name);
      if (value != null) {
        headers.put(name, List.of(value));
      }
    }
    return headers;
  }
}
