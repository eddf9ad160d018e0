package smallsteps.slack.payload;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/// What Slack sends on a socket: a payload, or a word about the connection itself.
///
/// @param id what it is acknowledged by; null for what wants no acknowledgement
/// @param payload empty for a word about the connection
public record SocketEnvelope(String id, Optional<Payload> payload) {

  /// @throws IOException when it is no JSON object
  public static SocketEnvelope read(String message) throws IOException {
    SkimmedJson fields = SkimmedJson.read(message);
    return new SocketEnvelope(fields.text("envelope_id"), payload(fields, message));
  }

  private static Optional<Payload> payload(SkimmedJson fields, String message) {
    return switch (fields.text("type")) {
      case "events_api" ->
          SlackEvent.Envelope.of(fields.object("payload"))
              .<Payload>map(Payload.Event::new)
              .or(() -> Optional.of(new Payload.Other(whole(message).toString())));
      case "interactive" -> Optional.of(new Payload.Interaction(whole(message)));
      case "slash_commands" -> Optional.of(new Payload.Other(whole(message).toString()));
      case null, default -> Optional.empty();
    };
  }

  private static JsonElement whole(String message) {
    JsonElement payload = JsonParser.parseString(message).getAsJsonObject().get("payload");
    return Objects.requireNonNullElse(payload, JsonNull.INSTANCE);
  }

  /// Whether Slack says that the connection is open.
  public static boolean isHello(String message) {
    return says("hello", message);
  }

  /// Whether Slack wants the connection to go.
  public static boolean isDisconnect(String message) {
    return says("disconnect", message);
  }

  /// False for what can't be read: it is no word of Slack's.
  private static boolean says(String word, String message) {
    try {
      return word.equals(SkimmedJson.read(message).text("type"));
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
