package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import smallsteps.rehearsal.wire.Wire;

/// One Web API call that the bot made, and what it was told.
///
/// @param params without the token; blocks, view, attachments and metadata read as JSON
public record Call(String method, JsonObject params, int status, JsonObject answer) {
  public boolean ok() {
    return Wire.flag(answer, "ok");
  }

  /// Slack's error code, or nothing.
  public String error() {
    return Wire.text(answer, "error");
  }
}
