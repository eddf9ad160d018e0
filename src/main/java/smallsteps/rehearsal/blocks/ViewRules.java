package smallsteps.rehearsal.blocks;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// Slack's rules for a modal or an App Home as a whole.
public final class ViewRules {
  private static final int MOST_BYTES = 250_000;

  private ViewRules() {}

  /// Refuses what Slack would refuse, with where it stands.
  public static JsonObject checked(JsonValue sent, String type) {
    if (!(sent instanceof JsonObject view)) {
      throw Refusal.because(
          "invalid_arguments", List.of("[ERROR] must provide an object [json-pointer:/view]"));
    }
    if (view.toString().length() > MOST_BYTES) {
      throw new Refusal("view_too_large");
    }
    List<String> problems = problems(view, type);
    if (!problems.isEmpty()) {
      throw Refusal.because("invalid_arguments", problems);
    }
    return view;
  }

  static List<String> problems(JsonObject json, String type) {
    List<String> problems = new ArrayList<>();
    Place place = type.equals("home") ? Place.HOME : Place.MODAL;
    Piece view = new Piece(json, "/view", place, problems);
    if (!view.type().equals(type)) {
      view.fault("must be " + type, "/type");
    }
    view.require("blocks");
    Blocks.check(view);
    view.string("callback_id", 255);
    view.string("external_id", 255);
    if (!Wire.text(json, "private_metadata").isEmpty()) {
      view.string("private_metadata", 3000);
    }
    if (place == Place.MODAL) {
      modal(view);
    }
    return problems;
  }

  private static void modal(Piece view) {
    view.require("title");
    view.plainText("title", 24);
    view.plainText("submit", 24);
    view.plainText("close", 24);
    List<JsonObject> blocks = Wire.children(view.json(), "blocks");
    if (!view.has("submit")
        && blocks.stream().anyMatch(each -> Wire.text(each, "type").equals("input"))) {
      view.fault("`submit` is required when an `input` block is within the `blocks` array", "");
    }
    long focused =
        Surface.elements(blocks).stream()
            .filter(each -> Wire.flag(each.json(), "focus_on_load"))
            .count();
    if (focused > 1) {
      view.fault("only one element may have focus_on_load", "/blocks");
    }
  }
}
