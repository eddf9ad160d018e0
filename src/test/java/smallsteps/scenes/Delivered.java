package smallsteps.scenes;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A request of Slack's, as it came.
record Delivered(String contentType, String body) {
  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";
  private static final String PAYLOAD = "payload=";

  static Delivered event(String json) {
    return new Delivered(JSON, json);
  }

  static Delivered interaction(String json) {
    return new Delivered(FORM, PAYLOAD + encoded(json));
  }

  /// Of the type that Slack sends such a body with.
  static Delivered of(String body) {
    return new Delivered(body.startsWith("{") ? JSON : FORM, body);
  }

  boolean isInteraction() {
    return body.startsWith(PAYLOAD);
  }

  boolean isCommand() {
    return contentType.startsWith(FORM) && !isInteraction();
  }

  /// What an event or an interaction carries.
  String json() {
    return isInteraction() ? decoded(body.substring(PAYLOAD.length())) : body;
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
