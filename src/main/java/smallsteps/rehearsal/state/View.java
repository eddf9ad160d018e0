package smallsteps.rehearsal.state;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.wire.Wire;

/// A modal or an App Home as Slack keeps it.
///
/// @param errors block_id → what the person is told under that input
public record View(JsonObject json, Map<String, String> errors) {
  public String id() {
    return Wire.text(json, "id");
  }

  public String callbackId() {
    return Wire.text(json, "callback_id");
  }

  public String privateMetadata() {
    return Wire.text(json, "private_metadata");
  }

  public String title() {
    return Wire.text(Wire.child(json, "title"), "text");
  }

  public List<JsonObject> blocks() {
    return Wire.children(json, "blocks");
  }

  /// Every word that the blocks show, a line each.
  public String shown() {
    return String.join("\n", Surface.words(blocks()));
  }

  /// The ids of all that one can press, choose or fill in.
  public List<String> actionIds() {
    return Surface.actionIds(blocks());
  }
}
