package smallsteps.rehearsal.scenes;

import jakarta.json.JsonObject;
import java.time.Instant;
import smallsteps.rehearsal.wire.Wire;

/// One thing that is done in a scene.
///
/// @param place where it stands in the script, as a JSON pointer
/// @param at not before this
record Cue(String place, Action action, Instant at, JsonObject json) {
  /// The empty text where there is none.
  String text(String field) {
    return Wire.text(json, field);
  }

  boolean has(String field) {
    return json.containsKey(field);
  }
}
