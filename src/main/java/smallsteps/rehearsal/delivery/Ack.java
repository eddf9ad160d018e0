package smallsteps.rehearsal.delivery;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import smallsteps.rehearsal.wire.Wire;

/// What the bot answered to one delivery, or why there is no answer.
///
/// @param status the HTTP status; 200 for an acknowledged envelope, 0 for no answer
/// @param body blank, a text or JSON
/// @param failure Slack's word for what went wrong; blank when it went well
public record Ack(int status, String body, String failure, boolean isNoRetry) {
  public static Ack of(JsonValue payload) {
    return new Ack(200, payload == null ? "" : payload.toString(), "", false);
  }

  public static Ack failed(String failure) {
    return new Ack(0, "", failure, false);
  }

  public boolean ok() {
    return failure.isEmpty();
  }

  public Optional<JsonObject> json() {
    return body.isBlank() ? Optional.empty() : Wire.readObject(body);
  }
}
