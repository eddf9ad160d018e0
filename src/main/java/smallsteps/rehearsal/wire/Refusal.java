package smallsteps.rehearsal.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/// Slack says no: an error code, and what else the answer holds.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient JsonObject extras;

  public Refusal(String error) {
    this(error, JsonValue.EMPTY_JSON_OBJECT);
  }

  public Refusal(String error, JsonObject extras) {
    super(error, null, false, false);
    this.extras = extras;
  }

  /// An error whose place Slack tells in `response_metadata.messages`.
  public static Refusal because(String error, List<String> messages) {
    return new Refusal(
        error,
        Wire.object("errors", messages, "response_metadata", Wire.object("messages", messages)));
  }

  public static Refusal missingScope(String needed, Iterable<String> provided) {
    return new Refusal(
        "missing_scope", Wire.object("needed", needed, "provided", String.join(",", provided)));
  }

  public JsonObject answer() {
    return new Fields(Wire.object("ok", false, "error", getMessage())).putAll(extras).json();
  }
}
