package smallsteps.rehearsal.delivery;

import jakarta.json.JsonObject;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.WireLog;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// HTTP mode: signed POSTs to the app's request URL.
public final class HttpDelivery implements Transport, AutoCloseable {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final State state;
  private final URI requestUrl;
  private final Supplier<Duration> ackLimit;
  private final HttpClient client;

  /// @param ackLimit how long Slack waits
  public HttpDelivery(
      State state, URI requestUrl, Supplier<Duration> ackLimit, ExecutorService executor) {
    this.state = state;
    this.ackLimit = ackLimit;
    this.requestUrl = requestUrl;
    client =
        HttpClient.newBuilder()
            .executor(executor)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ackLimit.get())
            .build();
  }

  @Override
  public CompletableFuture<Ack> send(Envelope envelope, int attempt, String reason) {
    HttpRequest request = request(envelope, attempt, reason);
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .handle((response, failure) -> failure == null ? ack(response) : ack(failure));
  }

  private HttpRequest request(Envelope envelope, int attempt, String reason) {
    String body = body(envelope);
    String type = envelope.type().equals("events_api") ? JSON : FORM;
    String seconds = Long.toString(state.clock.instant().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(requestUrl)
            .timeout(ackLimit.get())
            .header("Content-Type", type)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("Accept", "application/json,*/*")
            .header("X-Slack-Request-Timestamp", seconds)
            .header("X-Slack-Signature", signature(state.app.signingSecret, seconds, body))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (attempt > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(attempt));
      request.header("X-Slack-Retry-Reason", reason);
    }
    return request.build();
  }

  /// Signed by the time that it is now: the bot takes it for five minutes.
  @Override
  public Optional<String> curl(Envelope envelope) {
    StringBuilder curl = new StringBuilder("curl ").append(WireLog.quoted(requestUrl.toString()));
    HttpHeaders headers = request(envelope, 0, "").headers();
    for (String name : List.of("Content-Type", "X-Slack-Request-Timestamp", "X-Slack-Signature")) {
      String value = headers.firstValue(name).orElse("");
      curl.append(" -H ").append(WireLog.quoted(name + ": " + value));
    }
    return Optional.of(
        curl.append(" --data-raw ").append(WireLog.quoted(body(envelope))).toString());
  }

  private static String body(Envelope envelope) {
    return switch (envelope.type()) {
      case "slash_commands" -> Wire.form(envelope.payload());
      case "interactive" -> Wire.form(Wire.object("payload", envelope.payload().toString()));
      default -> envelope.payload().toString();
    };
  }

  /// Slack's v0 signature, as hex.
  static String signature(String secret, String seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = ("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  private static Ack ack(HttpResponse<String> response) {
    int status = response.statusCode();
    boolean isNoRetry = response.headers().firstValue("X-Slack-No-Retry").orElse("").equals("1");
    boolean isFine = status >= 200 && status < 300;
    return new Ack(status, response.body(), isFine ? "" : "http_error", isNoRetry);
  }

  private static Ack ack(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    boolean isTimeout =
        cause instanceof HttpTimeoutException && !(cause.getCause() instanceof ConnectException);
    return Ack.failed(isTimeout ? "http_timeout" : "connection_failed");
  }

  /// Whether the request URL gives back the challenge, as Slack asks before it saves the URL.
  public boolean isVerified() {
    String challenge = state.ids.next("challenge");
    JsonObject asked =
        new Fields()
            .put("token", state.app.verificationToken)
            .put("challenge", challenge)
            .put("type", "url_verification")
            .json();
    Ack ack = send(new Envelope("events_api", asked, false), 0, "").join();
    return ack.ok() && ack.body().contains(challenge);
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
