package smallsteps.rehearsal.webapi;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import smallsteps.rehearsal.blocks.Blocks;
import smallsteps.rehearsal.blocks.Place;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// What the bot wants to say: text, blocks, attachments and metadata, checked as Slack would.
final class MessagePayload {
  private static final int MOST_TEXT = 40_000;
  private static final int ADVISED_TEXT = 4_000;
  private static final int MOST_METADATA = 16_000;

  private final State state;

  MessagePayload(State state) {
    this.state = state;
  }

  /// @param where the method or address it came by, for the warnings
  JsonObject read(Params params, String where) {
    String text = params.text("text") + params.text("markdown_text");
    JsonArray blocks = blocks(params);
    JsonValue attachments = params.value("attachments");
    boolean hasAttachments = attachments instanceof JsonArray array && !array.isEmpty();
    if (text.isBlank() && blocks.isEmpty() && !hasAttachments) {
      throw new Refusal("no_text");
    }
    if (params.text("markdown_text").length() > 12_000) {
      throw new Refusal("msg_too_long");
    }
    warn(text, blocks, where);
    return new Fields()
        .put("text", text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text)
        .put("blocks", blocks.isEmpty() ? null : identified(blocks))
        .put("attachments", hasAttachments ? attachments : null)
        .put("metadata", metadata(params))
        .json();
  }

  private void warn(String text, JsonArray blocks, String where) {
    if (text.isBlank() && !blocks.isEmpty()) {
      state.journal.warn(where + ": blocks without a top-level text; a screen reader reads that");
    }
    if (text.length() > MOST_TEXT) {
      state.journal.warn(where + ": the text is over 40,000 characters and was cut");
    } else if (text.length() > ADVISED_TEXT) {
      state.journal.warn(where + ": the text is over 4,000 characters");
    }
  }

  private static JsonArray blocks(Params params) {
    if (!params.has("blocks")) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    if (!(params.value("blocks") instanceof JsonArray blocks)) {
      throw new Refusal("invalid_blocks_format");
    }
    List<String> problems = Blocks.problems(blocks, Place.MESSAGE);
    if (!problems.isEmpty()) {
      throw Refusal.because("invalid_blocks", problems);
    }
    if (Blocks.characters(Wire.children(params.json(), "blocks")) > Blocks.MOST_CHARACTERS) {
      throw new Refusal("msg_blocks_too_long");
    }
    return blocks;
  }

  /// Slack names each block, and each element, that has no name of its own.
  JsonArray identified(JsonArray blocks) {
    List<JsonObject> named = new ArrayList<>();
    for (JsonObject block : Wire.children(Wire.object("blocks", blocks), "blocks")) {
      boolean isNamed = !Wire.text(block, "block_id").isEmpty();
      named.add(isNamed ? block : Wire.with(block, "block_id", state.ids.blockId()));
    }
    return Wire.array(named);
  }

  /// Null when none was sent; an empty object takes what is there away.
  private static JsonObject metadata(Params params) {
    if (!params.has("metadata")) {
      return null;
    }
    if (!(params.value("metadata") instanceof JsonObject metadata)) {
      throw new Refusal("invalid_metadata_format");
    }
    boolean isFine =
        !Wire.text(metadata, "event_type").isEmpty()
            && metadata.get("event_payload") instanceof JsonObject;
    if (!metadata.isEmpty() && !isFine) {
      throw new Refusal("invalid_metadata_format");
    }
    if (metadata.toString().length() > MOST_METADATA) {
      throw new Refusal("metadata_too_large");
    }
    return metadata;
  }
}
