package smallsteps.slack.payload;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What we read of an event, in Slack's names; whatever else it carries is passed over. All may be
/// null.
public record SlackEvent(
    String type,
    String subtype,
    String user,
    String inviter,
    String actorId,
    String botId,
    boolean hasBotProfile,
    String channel,
    String oldChannelId,
    String newChannelId,
    String ts,
    String threadTs,
    String text,
    String eventTs,
    String reaction,
    Item item,
    String deletedTs,
    String tab,
    Message message,
    Message previousMessage) {

  /// The installation that is told of it.
  public record Authorization(String teamId, String enterpriseId) {
    private static Authorization of(Fields told) {
      return told == null
          ? null
          : new Authorization(told.text("team_id"), told.text("enterprise_id"));
    }
  }

  /// The outside of an event.
  ///
  /// @param authorization the first that is named; Slack names one
  public record Envelope(
      String type,
      String teamId,
      String contextTeamId,
      String enterpriseId,
      Authorization authorization,
      SlackEvent event) {

    /// Read as it streams by: a tree of it, or a record made by reflection, takes several times as
    /// long, and this is done for whatever anybody says.
    ///
    /// @throws IOException when it is no JSON object
    public static Envelope read(String json) throws IOException {
      var in = new JsonReader(new StringReader(json));
      Fields envelope = Fields.read(in);
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new IOException("More than one value");
      }
      return new Envelope(
          envelope.text("type"),
          envelope.text("team_id"),
          envelope.text("context_team_id"),
          envelope.text("enterprise_id"),
          Authorization.of(envelope.object("authorizations")),
          SlackEvent.of(envelope.object("event")));
    }
  }

  /// What a reaction stands under.
  public record Item(String channel, String ts) {
    private static Item of(Fields item) {
      return item == null ? null : new Item(item.text("channel"), item.text("ts"));
    }
  }

  /// A message inside the event of its change.
  public record Message(
      String subtype,
      String user,
      String botId,
      boolean hasBotProfile,
      String ts,
      String threadTs,
      String text,
      Edited edited) {

    private static Message of(Fields message) {
      return message == null
          ? null
          : new Message(
              message.text("subtype"),
              message.text("user"),
              message.text("bot_id"),
              message.object("bot_profile") != null,
              message.text("ts"),
              message.text("thread_ts"),
              message.text("text"),
              Edited.of(message.object("edited")));
    }
  }

  /// Null where its author has changed nothing.
  record Edited(String ts) {
    private static Edited of(Fields edited) {
      return edited == null ? null : new Edited(edited.text("ts"));
    }
  }

  private static SlackEvent of(Fields event) {
    return event == null
        ? null
        : new SlackEvent(
            event.text("type"),
            event.text("subtype"),
            event.text("user"),
            event.text("inviter"),
            event.text("actor_id"),
            event.text("bot_id"),
            event.object("bot_profile") != null,
            event.text("channel"),
            event.text("old_channel_id"),
            event.text("new_channel_id"),
            event.text("ts"),
            event.text("thread_ts"),
            event.text("text"),
            event.text("event_ts"),
            event.text("reaction"),
            Item.of(event.object("item")),
            event.text("deleted_ts"),
            event.text("tab"),
            Message.of(event.object("message")),
            Message.of(event.object("previous_message")));
  }

  /// The texts of a JSON object, and the objects in it that we look into; of a list the first.
  private record Fields(Map<String, String> texts, Map<String, Fields> objects) {
    private static final Set<String> LOOKED_INTO =
        Set.of(
            "authorizations",
            "event",
            "item",
            "message",
            "previous_message",
            "edited",
            "bot_profile");

    String text(String name) {
      return texts.get(name);
    }

    Fields object(String name) {
      return objects.get(name);
    }

    static Fields read(JsonReader in) throws IOException {
      var read = new Fields(new HashMap<>(), new HashMap<>(4));
      in.beginObject();
      while (in.hasNext()) {
        String name = in.nextName();
        JsonToken token = in.peek();
        if (token == JsonToken.STRING) {
          read.texts.put(name, in.nextString());
        } else if (token == JsonToken.BEGIN_OBJECT && LOOKED_INTO.contains(name)) {
          read.objects.put(name, read(in));
        } else if (token == JsonToken.BEGIN_ARRAY && LOOKED_INTO.contains(name)) {
          read.readFirst(name, in);
        } else {
          in.skipValue();
        }
      }
      in.endObject();
      return read;
    }

    private void readFirst(String name, JsonReader in) throws IOException {
      in.beginArray();
      if (in.hasNext() && in.peek() == JsonToken.BEGIN_OBJECT) {
        objects.put(name, read(in));
      }
      while (in.hasNext()) {
        in.skipValue();
      }
      in.endArray();
    }
  }
}
