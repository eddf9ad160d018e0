package smallsteps.slack.web;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.bolt.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.MalformedException;
import smallsteps.NameAndPlace;
import smallsteps.slack.bolt.BoltApp;
import smallsteps.slack.payload.Payload;

/// What Slack sends over HTTP, handed to `BoltApp`. The size is looked at first, then whether the
/// head looks like Slack's, then the signature, and only then what is in it.
public final class SlackRequests {
  private static final Logger log = LoggerFactory.getLogger(SlackRequests.class);

  /// What a request takes while it is worked on, however short it is.
  private static final int LEAST_KIB = 8;

  private static final int MOST_KIB = 16 * 1024;

  private static final HttpAnswer UNSIGNED =
      HttpAnswer.sentence(401, "The request is not signed by Slack, or not now.");

  private final BoltApp bolt;
  private final SignatureCheck signatures;
  private final int bodyLimit;
  private final Semaphore room;
  private final int roomKib;

  /// @param bodyLimit in bytes
  public SlackRequests(BoltApp bolt, SignatureCheck signatures, int bodyLimit) {
    this.bolt = bolt;
    this.signatures = signatures;
    this.bodyLimit = bodyLimit;
    roomKib = roomKib();
    room = new Semaphore(roomKib);
  }

  /// Some of the memory there is. What Slack sends beyond it is sent away, and comes again.
  private int roomKib() {
    long share = Runtime.getRuntime().maxMemory() / 16 / 1024;
    return (int) Math.max(Math.min(share, MOST_KIB), 2 * kib(bodyLimit));
  }

  private static int kib(long bytes) {
    return (int) Math.max(LEAST_KIB, Math.ceilDiv(bytes, 1024L));
  }

  /// For all together who have not shown that they are Slack there is as much again; in bytes.
  long memoryForStrangers() {
    return roomKib * 1024L;
  }

  /// Answers it once all of it has come.
  void take(Exchange exchange) {
    if (exchange.request().getLength() > bodyLimit) {
      exchange.answer(tooLarge());
    } else if (maybeFromSlack(exchange)) {
      new Arrival(
              exchange,
              bodyLimit,
              body -> body.map(whole -> checked(exchange, whole)).orElseGet(this::tooLarge))
          .run();
    } else if (SslCheck.isAnnounced(exchange)) {
      new Arrival(
              exchange,
              SslCheck.LIMIT,
              body -> body.filter(SslCheck::is).map(_ -> HttpAnswer.empty(200)).orElse(UNSIGNED))
          .run();
    } else {
      exchange.answer(UNSIGNED);
    }
  }

  private HttpAnswer tooLarge() {
    return HttpAnswer.sentence(413, "The request is larger than " + bodyLimit + " bytes.");
  }

  private boolean maybeFromSlack(Exchange exchange) {
    return signatures.maybeFromSlack(
        exchange.header(SignatureCheck.TIMESTAMP_HEADER),
        exchange.header(SignatureCheck.SIGNATURE_HEADER));
  }

  private HttpAnswer checked(Exchange exchange, byte[] body) {
    if (!signatures.isFromSlack(
        exchange.header(SignatureCheck.TIMESTAMP_HEADER),
        exchange.header(SignatureCheck.SIGNATURE_HEADER),
        body)) {
      return UNSIGNED;
    }
    exchange.caller().isSlack();
    int taken = kib(body.length);
    if (!room.tryAcquire(taken)) {
      return HttpAnswer.sentence(503, "More comes at once than fits: send it again.");
    }
    try {
      Response answer = run(new String(body, StandardCharsets.UTF_8));
      return new HttpAnswer(
          answer.getStatusCode(),
          answer.getBody() == null ? null : answer.getContentType(),
          Objects.requireNonNullElse(answer.getBody(), ""));
    } finally {
      room.release(taken);
    }
  }

  private Response run(String body) {
    try {
      var answer = bolt.read(Payload.ofBody(body));
      return answer.isPresent() ? answer.get().call() : unknown(body);
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
      boolean isTyped =
          JsonParser.parseString(body).getAsJsonObject().get("type") instanceof JsonPrimitive type
              && !type.getAsString().isBlank();
      return isTyped ? Response.ok() : Response.error(400);
    } catch (JsonParseException | IllegalStateException e) {
      return Response.error(400);
    }
  }
}
