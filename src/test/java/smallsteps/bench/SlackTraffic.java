package smallsteps.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Requests as Slack would send them, signed, each with ids of its own.
final class SlackTraffic {
  enum Kind {
    COMMAND,
    WIN,
    REACTION
  }

  /// The rehearsal's: what comes of another workspace is passed over.
  private static final String TEAM = "T0REHEARSE1";

  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String[] EMOJI = {"tada", "clap", "heart", "seedling", "+1::skin-tone-3"};

  private final SecretKeySpec key;
  private final long began = Instant.now().getEpochSecond();
  private final AtomicLong number = new AtomicLong();

  SlackTraffic(String signingSecret) {
    key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /// A whole HTTP request.
  byte[] request(Kind kind) {
    long n = number.getAndIncrement();
    return switch (kind) {
      case COMMAND -> http(FORM, command(n));
      case WIN -> http("application/json", event(n, message(n)));
      case REACTION -> http("application/json", event(n, reaction(n)));
    };
  }

  private static String command(long n) {
    return command("/principle", String.valueOf(1 + n % 7), "C0BENCH", user(n), n);
  }

  private static String command(
      String command, String text, String channelId, String userId, long n) {
    return "team_id="
        + TEAM
        + "&channel_id="
        + channelId
        + "&user_id="
        + userId
        + "&command="
        + encoded(command)
        + "&text="
        + encoded(text)
        + "&api_app_id=A0BENCH&trigger_id="
        + n
        + ".1.abc&response_url=http%3A%2F%2F127.0.0.1%3A9%2F"
        + n;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// What somebody typed in a channel.
  byte[] typed(String command, String text, String channelId, String userId) {
    String form = command(command, text, channelId, userId, number.getAndIncrement());
    return http(FORM, form);
  }

  /// @param event as JSON
  byte[] happens(String event) {
    return http("application/json", event(number.getAndIncrement(), event));
  }

  /// @param payload of an interaction, as JSON
  byte[] pressed(String payload) {
    return http(FORM, "payload=" + encoded(payload));
  }

  private String message(long n) {
    String text = "I did a small thing: labelled door number " + n;
    return """
    {"type":"message","user":"%s","ts":"%s","text":"%s","team":"%s","channel":"C0BENCH",\
    "blocks":[{"type":"rich_text","block_id":"b%d","elements":[{"type":"rich_text_section",\
    "elements":[{"type":"text","text":"%s"}]}]}],"event_ts":"%s","channel_type":"channel"}\
    """
        .formatted(user(n), ts(n), text, TEAM, n, text, ts(n));
  }

  private String reaction(long n) {
    return """
    {"type":"reaction_added","user":"%s","reaction":"%s","item":{"type":"message",\
    "channel":"C0BENCH","ts":"%s"},"item_user":"U0BENCH1","event_ts":"%s"}\
    """
        .formatted(user(n), EMOJI[(int) (n % EMOJI.length)], ts(n), ts(n));
  }

  private static String event(long n, String event) {
    return """
    {"token":"x","team_id":"%s","api_app_id":"A0BENCH","event":%s,"type":"event_callback",\
    "event_id":"Ev%d","event_time":1,"authorizations":[{"enterprise_id":null,"team_id":"%s",\
    "user_id":"U0BENCHBOT","is_bot":true}]}\
    """
        .formatted(TEAM, event, n, TEAM);
  }

  private static String user(long n) {
    return "U0BENCH" + n % 500;
  }

  private String ts(long n) {
    return began + n / 1_000_000 + "." + "%06d".formatted(n % 1_000_000);
  }

  private byte[] http(String type, String body) {
    String now = Long.toString(Instant.now().getEpochSecond());
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return """
    POST /slack/events HTTP/1.1\r
    Host: localhost\r
    X-Slack-Request-Timestamp: %s\r
    X-Slack-Signature: %s\r
    Content-Type: %s\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(now, signature(now, body), type, length, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String signature(String now, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(("v0:" + now + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
