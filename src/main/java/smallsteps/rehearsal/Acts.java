package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that people can do, named by ids: for tests and for the page alike. */
final class Acts {
  private final State state;
  private final Events events;
  private final Messages messages;
  private final Members members;
  private final Typing typing;
  final Interactions interactions;
  final Modals modals;

  Acts(State state, Events events, Messages messages, Interactions interactions, Modals modals) {
    this.state = state;
    this.events = events;
    this.messages = messages;
    this.interactions = interactions;
    this.modals = modals;
    members = new Members(state, messages, events);
    typing = new Typing(state);
  }

  /**
   * @param threadTs blank for a message by itself; fileName blank for one without a file
   */
  record Said(String text, String threadTs, boolean isBroadcast, String fileName) {}

  /** Returns the ts once the bot acknowledged the event, or failed to. */
  String say(String userId, String channelId, Said said) {
    String[] ts = new String[1];
    events.andWait(
        () -> {
          Conversation conversation = entered(userId, channelId);
          JsonObject message = written(userId, conversation, said);
          ts[0] = Wire.text(messages.post(conversation, message), "ts");
        });
    return ts[0];
  }

  private JsonObject written(String userId, Conversation conversation, Said said) {
    JsonObject typed = typing.message(said.text());
    boolean isFile = !said.fileName().isEmpty();
    String subtype = said.isBroadcast() ? "thread_broadcast" : isFile ? "file_share" : null;
    return Wire.object(
        "client_msg_id",
        isFile ? null : UUID.randomUUID().toString(),
        "type",
        "message",
        "subtype",
        subtype,
        "text",
        typed.get("text"),
        "user",
        userId,
        "ts",
        state.ids.ts(),
        "team",
        State.TEAM,
        "blocks",
        typed.get("blocks"),
        "files",
        isFile ? List.of(file(userId, said.fileName())) : null,
        "upload",
        isFile ? false : null,
        "display_as_bot",
        isFile ? false : null,
        "thread_ts",
        parent(conversation, said.threadTs()));
  }

  private static String parent(Conversation conversation, String threadTs) {
    if (threadTs.isEmpty()) {
      return null;
    }
    JsonObject parent = message(conversation, threadTs);
    return conversation.isReply(parent) ? Wire.text(parent, "thread_ts") : threadTs;
  }

  private JsonObject file(String userId, String name) {
    String type = name.substring(name.lastIndexOf('.') + 1);
    return Wire.object(
        "id",
        state.ids.next("F0"),
        "created",
        state.clock.instant().getEpochSecond(),
        "timestamp",
        state.clock.instant().getEpochSecond(),
        "name",
        name,
        "title",
        name,
        "mimetype",
        type.equals("png") ? "image/png" : "application/octet-stream",
        "filetype",
        type,
        "pretty_type",
        type,
        "user",
        userId,
        "user_team",
        State.TEAM,
        "mode",
        "hosted",
        "size",
        1024,
        "is_external",
        false,
        "is_public",
        true,
        "has_rich_preview",
        false,
        "file_access",
        "visible");
  }

  void edit(String userId, String channelId, String ts, String text) {
    events.andWait(
        () -> {
          Conversation conversation = entered(userId, channelId);
          JsonObject before = own(userId, conversation, ts);
          JsonObject typed = typing.message(text);
          JsonObject edited = Wire.object("user", userId, "ts", state.ids.ts());
          JsonObject after =
              Wire.with(
                  Wire.without(before, "blocks"),
                  "text",
                  typed.get("text"),
                  "blocks",
                  typed.get("blocks"),
                  "edited",
                  edited);
          messages.change(conversation, before, after);
        });
  }

  void delete(String userId, String channelId, String ts) {
    events.andWait(
        () -> {
          Conversation conversation = entered(userId, channelId);
          messages.delete(conversation, own(userId, conversation, ts));
        });
  }

  private static JsonObject own(String userId, Conversation conversation, String ts) {
    JsonObject message = message(conversation, ts);
    if (!Wire.text(message, "user").equals(userId)) {
      throw new IllegalArgumentException("that message is somebody else's");
    }
    return message;
  }

  void react(String userId, String channelId, String ts, String emoji, boolean on) {
    String name = emoji.replaceAll("^:|:$", "");
    if (!ReactionsMethods.isName(name)) {
      throw new IllegalArgumentException("Slack has no emoji by the name " + emoji);
    }
    events.andWait(
        () -> {
          Conversation conversation = entered(userId, channelId);
          JsonObject message = message(conversation, ts);
          if (on) {
            messages.react(conversation, message, userId, name);
          } else {
            messages.unreact(conversation, message, userId, name);
          }
        });
  }

  Answer command(String userId, String channelId, String command, String text) {
    return interactions.command(userId, entered(userId, channelId), command, text);
  }

  Answer messageShortcut(String userId, String channelId, String ts, String callbackId) {
    Conversation conversation = entered(userId, channelId);
    return interactions.messageShortcut(userId, callbackId, conversation, ts);
  }

  void openHome(String userId) {
    events.andWait(
        () -> {
          if (state.app.hasHome()) {
            events.homeOpened(userId);
          }
        });
  }

  void invite(String userId, String channelId, String invited) {
    state.person(invited);
    boolean isOwnStep = invited.equals(userId);
    events.andWait(
        () -> {
          Conversation entered = isOwnStep ? open(channelId) : entered(userId, channelId);
          members.join(entered, invited, isOwnStep ? null : userId);
        });
  }

  void remove(String userId, String channelId, String removed) {
    events.andWait(() -> members.leave(entered(userId, channelId), removed, userId));
  }

  void archive(String userId, String channelId, boolean on) {
    events.andWait(() -> members.archive(entered(userId, channelId), userId, on));
  }

  /** A message that this person sees, also one that nobody else does. */
  Target message(String userId, String channelId, String ts, JsonObject filled) {
    return state.locked(
        () -> {
          Conversation conversation = entered(userId, channelId);
          Optional<JsonObject> ephemeral =
              conversation.ephemerals.stream()
                  .filter(each -> each.userId().equals(userId))
                  .map(Conversation.Ephemeral::message)
                  .filter(each -> Wire.text(each, "ts").equals(ts))
                  .findFirst();
          JsonObject message = ephemeral.orElseGet(() -> message(conversation, ts));
          return new Target.InMessage(conversation, message, filled);
        });
  }

  Target view(String userId, String viewId) {
    return state.locked(
        () ->
            state
                .views
                .find(viewId)
                .filter(each -> each.userId.equals(userId))
                .map(Target.InView::new)
                .orElseThrow(() -> new IllegalArgumentException("no such view is open")));
  }

  Target home(String userId) {
    return state.locked(
        () ->
            state
                .views
                .home(userId)
                .map(Target.InView::new)
                .orElseThrow(() -> new IllegalArgumentException("the Home is empty")));
  }

  /** Blank block id and value stand for any. */
  static Surface.Element element(Target target, String blockId, String actionId, String value) {
    return Surface.find(target.blocks(), blockId, actionId, value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no " + actionId + " among " + Surface.actionIds(target.blocks())));
  }

  /** An input tells the bot of a change only where it asks for that. */
  Answer act(String userId, Target target, Surface.Element element, JsonObject changed) {
    if (element.isInput() && !Wire.flag(element.block(), "dispatch_action")) {
      state.locked(() -> target.fill(element, changed));
      state.touch();
      return new Answer(Ack.of(null), Duration.ZERO, List::of, state);
    }
    return interactions.action(userId, target, element, changed);
  }

  private Conversation entered(String userId, String channelId) {
    Conversation conversation =
        state
            .conversation(channelId)
            .orElseThrow(() -> new IllegalArgumentException("there is no channel " + channelId));
    if (!conversation.members.contains(userId)) {
      throw new IllegalArgumentException("one must be a member of the channel for that");
    }
    return conversation;
  }

  /** A public channel is open to whoever wants in. */
  private Conversation open(String channelId) {
    return state
        .conversation(channelId)
        .filter(each -> !each.channel.isPrivate())
        .orElseThrow(() -> new IllegalArgumentException("there is no such public channel"));
  }

  private static JsonObject message(Conversation conversation, String ts) {
    return conversation
        .message(ts)
        .orElseThrow(() -> new IllegalArgumentException("there is no message " + ts));
  }
}
