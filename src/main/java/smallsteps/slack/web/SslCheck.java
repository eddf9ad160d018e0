package smallsteps.slack.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Slack's look at the certificate: a form with `ssl_check=1` and an old token, now and then, and
/// not always signed. It gets its 200, and nothing else comes through by it.
final class SslCheck {
  /// In bytes.
  static final int LIMIT = 2048;

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MARK = "ssl_check=1";
  private static final String TOKEN = "token=";

  private SslCheck() {}

  /// Whether its head looks so.
  static boolean isAnnounced(Exchange exchange) {
    long length = exchange.request().getLength();
    String type = exchange.header("Content-Type");
    return length > 0 && length <= LIMIT && type != null && type.startsWith(FORM);
  }

  static boolean is(byte[] body) {
    List<String> fields =
        Arrays.asList(new String(body, StandardCharsets.ISO_8859_1).strip().split("&"));
    return fields.contains(MARK)
        && fields.stream().allMatch(field -> field.equals(MARK) || field.startsWith(TOKEN));
  }
}
