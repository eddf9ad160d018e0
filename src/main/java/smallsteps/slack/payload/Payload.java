package smallsteps.slack.payload;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// What Slack sends, apart from the way it comes.
public sealed interface Payload {
  /// Something has happened.
  record Event(SlackEvent.Envelope envelope) implements Payload {}

  /// Somebody has used a shortcut, a button or a form, or types in a select.
  record Interaction(JsonElement fields) implements Payload {}

  /// A command, as a form or as JSON; or something that we never heard of.
  record Other(String body) implements Payload {}

  String FORM = "payload=";

  /// @param body of an HTTP request
  ///
  /// @throws IOException when it begins as JSON and does not go on so
  static Payload ofBody(String body) throws IOException {
    if (body.startsWith(FORM)) {
      String json = URLDecoder.decode(body.substring(FORM.length()), StandardCharsets.UTF_8);
      return new Interaction(JsonParser.parseString(json));
    }
    return body.startsWith("{")
        ? SlackEvent.Envelope.of(SkimmedJson.read(body))
            .<Payload>map(Event::new)
            .orElse(new Other(body))
        : new Other(body);
  }
}
