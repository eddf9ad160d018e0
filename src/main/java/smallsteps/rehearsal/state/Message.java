package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.wire.Wire;

/// A message as Slack keeps it: `json` has the shape of conversations.history.
public record Message(Conversation channel, JsonObject json) {
  public String ts() {
    return Wire.text(json, "ts");
  }

  /// The empty text for what stands by itself.
  public String threadTs() {
    return Wire.text(json, "thread_ts");
  }

  public String user() {
    return Wire.text(json, "user");
  }

  public String subtype() {
    return Wire.text(json, "subtype");
  }

  /// The top-level text, what a screen reader reads.
  public String text() {
    return Wire.text(json, "text");
  }

  /// Every word that the blocks show, a line each.
  public String shown() {
    return String.join("\n", Surface.words(blocks()));
  }

  public List<JsonObject> blocks() {
    return Wire.children(json, "blocks");
  }

  public JsonObject metadata() {
    return Wire.child(json, "metadata");
  }

  public boolean isEphemeral() {
    return Wire.flag(json, "is_ephemeral");
  }

  /// The ids of all that one can press, choose or fill in.
  public List<String> actionIds() {
    return Surface.actionIds(blocks());
  }

  /// Emoji → who gave it, in the order given.
  public Map<String, List<String>> reactions() {
    Map<String, List<String>> reactions = new LinkedHashMap<>();
    for (JsonObject each : Wire.children(json, "reactions")) {
      reactions.put(Wire.text(each, "name"), Wire.texts(each, "users"));
    }
    return reactions;
  }
}
