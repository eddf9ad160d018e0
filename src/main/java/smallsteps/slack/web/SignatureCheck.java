package smallsteps.slack.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import smallsteps.Secret;

/// Whether a request is from Slack, and from now: signed with our secret, and neither more than
/// five minutes old nor from the future. Bolt's own check lets the future in, and takes longer.
public final class SignatureCheck {
  static final String TIMESTAMP_HEADER = "X-Slack-Request-Timestamp";
  static final String SIGNATURE_HEADER = "X-Slack-Signature";
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0=";
  private static final int LENGTH = VERSION.length() + 64;
  private static final long WINDOW = Duration.ofMinutes(5).toSeconds();

  /// Copied for each request, which is cheaper than looking one up; never used itself.
  private final Mac keyed;

  private final InstantSource clock;

  public SignatureCheck(Secret signingSecret, InstantSource clock) {
    this.clock = clock;
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(
          new SecretKeySpec(signingSecret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /// Whether it is worth reading what comes with these headers: they look as Slack's do, and are of
  /// now. Both may be null.
  boolean maybeFromSlack(String timestamp, String signature) {
    return timestamp != null
        && signature != null
        && signature.length() == LENGTH
        && signature.startsWith(VERSION)
        && isNow(timestamp);
  }

  /// @param timestamp whole seconds since 1970, as the header says; may be null
  /// @param signature `v0=` and hexadecimal digits, as the header says; may be null
  boolean isFromSlack(String timestamp, String signature, byte[] body) {
    if (!maybeFromSlack(timestamp, signature)) {
      return false;
    }
    try {
      Mac mac = (Mac) keyed.clone();
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      String expected = VERSION + HexFormat.of().formatHex(mac.doFinal(body));
      // compares in constant time: how long it takes tells nothing of the right one
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", e);
    }
  }

  private boolean isNow(String timestamp) {
    try {
      return Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= WINDOW;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
