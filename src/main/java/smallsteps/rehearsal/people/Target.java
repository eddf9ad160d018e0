package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import java.util.List;
import smallsteps.rehearsal.blocks.Inputs;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.webapi.ResponseUrls;
import smallsteps.rehearsal.webapi.ResponseUrls.ResponseUrl;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// What a person presses on: a message, or a view.
public sealed interface Target {
  List<JsonObject> blocks();

  /// Where it happened: this part of the payload.
  JsonObject place();

  /// Null where there is none: a view has no response_url.
  ResponseUrl responseUrl(String userId, ResponseUrls responses);

  /// The same with this element's new state.
  Target filled(Surface.Element element, JsonObject changed);

  /// @param filled what the person has chosen in it, which a message forgets again
  record InMessage(ConversationState conversation, JsonObject message, JsonObject filled)
      implements Target {
    @Override
    public List<JsonObject> blocks() {
      return Wire.children(message, "blocks");
    }

    @Override
    public JsonObject place() {
      boolean isEphemeral = Wire.flag(message, "is_ephemeral");
      JsonObject container =
          new Fields()
              .put("type", "message")
              .put("message_ts", Wire.text(message, "ts"))
              .put("channel_id", conversation.id())
              .put("thread_ts", message.get("thread_ts"))
              .put("is_ephemeral", isEphemeral)
              .json();
      return new Fields()
          .put("container", container)
          .put("channel", Interactions.channel(conversation))
          .put("message", isEphemeral ? null : conversation.shown(message))
          .put("state", Wire.object("values", Inputs.values(blocks(), filled)))
          .json();
    }

    @Override
    public ResponseUrl responseUrl(String userId, ResponseUrls responses) {
      return responses.make(userId, conversation, Wire.text(message, "ts"));
    }

    @Override
    public Target filled(Surface.Element element, JsonObject changed) {
      return changed.isEmpty()
          ? this
          : new InMessage(conversation, message, Target.filled(filled, element, changed));
    }
  }

  record InView(Views.Open open) implements Target {
    @Override
    public List<JsonObject> blocks() {
      return Wire.children(open.json(), "blocks");
    }

    @Override
    public JsonObject place() {
      JsonObject container = Wire.object("type", "view", "view_id", open.id());
      return Wire.object("container", container, "view", open.withState());
    }

    @Override
    public ResponseUrl responseUrl(String userId, ResponseUrls responses) {
      return null;
    }

    @Override
    public Target filled(Surface.Element element, JsonObject changed) {
      if (!changed.isEmpty()) {
        open.fill(Target.filled(open.filled(), element, changed));
      }
      return this;
    }
  }

  /// The state with this element's in it.
  static JsonObject filled(JsonObject before, Surface.Element element, JsonObject changed) {
    JsonObject block = Wire.child(before, element.blockId());
    return Wire.with(before, element.blockId(), Wire.with(block, element.actionId(), changed));
  }
}
