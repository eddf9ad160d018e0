package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import smallsteps.rehearsal.events.EventsApi;
import smallsteps.rehearsal.events.Messages;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.webapi.ReactionsMethods;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// What people say, edit and delete, and how they react. The bot hears of it before they go on.
public final class Speech {
  private final State state;
  private final EventsApi eventsApi;
  private final Messages messages;
  private final Typing typing;

  public Speech(State state, EventsApi eventsApi, Messages messages) {
    this.state = state;
    this.eventsApi = eventsApi;
    this.messages = messages;
    typing = new Typing(state);
  }

  /// @param threadTs blank for a message by itself; fileName blank for one without a file
  public record Said(String text, String threadTs, boolean isBroadcast, String fileName) {}

  /// Returns the ts once the bot acknowledged the event, or failed to.
  public String say(String userId, String channelId, Said said) {
    String[] ts = new String[1];
    eventsApi.andWait(() -> {
      ConversationState conversation = state.entered(userId, channelId);
      JsonObject message = written(userId, conversation, said);
      ts[0] = Wire.text(messages.post(conversation, message), "ts");
    });
    return ts[0];
  }

  private JsonObject written(String userId, ConversationState conversation, Said said) {
    JsonObject typed = typing.message(said.text());
    boolean isFile = !said.fileName().isEmpty();
    String subtype = said.isBroadcast() ? "thread_broadcast" : isFile ? "file_share" : null;
    String team = state.person(userId).team().id();
    String teamIfShared = conversation.isShared() ? team : null;
    return new Fields()
        .put("client_msg_id", isFile ? null : UUID.randomUUID().toString())
        .put("type", "message")
        .put("subtype", subtype)
        .put("text", typed.get("text"))
        .put("user", userId)
        .put("ts", state.ids.ts())
        .put("team", team)
        .put("user_team", teamIfShared)
        .put("source_team", teamIfShared)
        .put("blocks", typed.get("blocks"))
        .put("files", isFile ? List.of(file(userId, said.fileName())) : null)
        .put("upload", isFile ? false : null)
        .put("display_as_bot", isFile ? false : null)
        .put("thread_ts", parent(conversation, said.threadTs()))
        .json();
  }

  private static String parent(ConversationState conversation, String threadTs) {
    if (threadTs.isEmpty()) {
      return null;
    }
    JsonObject parent = conversation.existing(threadTs);
    return conversation.isReply(parent) ? Wire.text(parent, "thread_ts") : threadTs;
  }

  private JsonObject file(String userId, String name) {
    String type = name.substring(name.lastIndexOf('.') + 1);
    return new Fields()
        .put("id", state.ids.next("F0"))
        .put("created", state.clock.instant().getEpochSecond())
        .put("timestamp", state.clock.instant().getEpochSecond())
        .put("name", name)
        .put("title", name)
        .put("mimetype", type.equals("png") ? "image/png" : "application/octet-stream")
        .put("filetype", type)
        .put("pretty_type", type)
        .put("user", userId)
        .put("user_team", State.TEAM)
        .put("mode", "hosted")
        .put("size", 1024)
        .put("is_external", false)
        .put("is_public", true)
        .put("has_rich_preview", false)
        .put("file_access", "visible")
        .json();
  }

  public void edit(String userId, String channelId, String ts, String text) {
    eventsApi.andWait(() -> {
      ConversationState conversation = state.entered(userId, channelId);
      JsonObject before = own(userId, conversation, ts);
      JsonObject typed = typing.message(text);
      JsonObject edited = Wire.object("user", userId, "ts", wholeSeconds());
      JsonObject after =
          new Fields(Wire.without(before, "blocks"))
              .put("text", typed.get("text"))
              .put("blocks", typed.get("blocks"))
              .put("edited", edited)
              .json();
      messages.change(conversation, before, after);
    });
  }

  /// When an edit was made Slack tells by the second.
  private String wholeSeconds() {
    return state.clock.instant().getEpochSecond() + ".000000";
  }

  public void delete(String userId, String channelId, String ts) {
    eventsApi.andWait(() -> {
      ConversationState conversation = state.entered(userId, channelId);
      messages.delete(conversation, own(userId, conversation, ts));
    });
  }

  void deleteAsAdministrator(String channelId, String ts) {
    eventsApi.andWait(() -> {
      ConversationState conversation = state.open(channelId);
      messages.delete(conversation, conversation.existing(ts));
    });
  }

  private static JsonObject own(String userId, ConversationState conversation, String ts) {
    JsonObject message = conversation.existing(ts);
    if (!Wire.text(message, "user").equals(userId)) {
      throw new IllegalArgumentException("that message is somebody else's");
    }
    return message;
  }

  public void react(String userId, String channelId, String ts, String emoji, boolean on) {
    String name = emoji.replaceAll("^:|:$", "");
    if (!ReactionsMethods.isName(name)) {
      throw new IllegalArgumentException("Slack has no emoji by the name " + emoji);
    }
    eventsApi.andWait(() -> {
      ConversationState conversation = state.entered(userId, channelId);
      JsonObject message = conversation.existing(ts);
      if (on) {
        messages.react(conversation, message, userId, name);
      } else {
        messages.unreact(conversation, message, userId, name);
      }
    });
  }
}
