package smallsteps.slack.payload;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.Optional;

/// What Slack sends on a socket: a payload, or a word about the connection itself.
///
/// @param id what it is acknowledged by; null for what wants no acknowledgement
/// @param type null where there is none
/// @param payload empty for a word about the connection
public record SocketEnvelope(String id, String type, Optional<Payload> payload) {

  /// @throws IOException when it is no JSON object
  public static SocketEnvelope read(String message) throws IOException {
    SkimmedJson fields = SkimmedJson.read(message);
    String type = fields.text("type");
    return new SocketEnvelope(fields.text("envelope_id"), type, payload(type, fields, message));
  }

  private static Optional<Payload> payload(String type, SkimmedJson fields, String message) {
    return switch (type) {
      case "events_api" ->
          SlackEvent.Envelope.of(fields.object("payload"))
              .<Payload>map(Payload.Event::new)
              .or(() -> Optional.of(new Payload.Other(json(message))));
      case "interactive" -> Optional.of(new Payload.Interaction(json(message)));
      case "slash_commands" -> Optional.of(new Payload.Other(json(message)));
      case null, default -> Optional.empty();
    };
  }

  private static String json(String message) {
    return String.valueOf(JsonParser.parseString(message).getAsJsonObject().get("payload"));
  }

  /// Whether Slack wants the connection to go.
  public boolean isDisconnect() {
    return "disconnect".equals(type);
  }
}
