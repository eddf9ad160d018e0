package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** conversations.*: where the bot is, who else is there, what was said. */
final class ConversationsMethods {
  private static final List<String> READ = List.of("channels:read", "groups:read", "im:read");
  private static final List<String> HISTORY =
      List.of("channels:history", "groups:history", "im:history");

  private final State state;
  private final Access access;
  private final Members members;

  ConversationsMethods(State state, Access access, Members members) {
    this.state = state;
    this.access = access;
    this.members = members;
  }

  List<Method> methods() {
    return List.of(
        new Method("conversations.info", READ, Method.TIER_3, this::info),
        new Method("conversations.list", READ, Method.TIER_2, this::list),
        new Method("conversations.members", READ, Method.TIER_4, this::members),
        new Method("conversations.history", HISTORY, Method.TIER_3, this::history),
        new Method("conversations.replies", HISTORY, Method.TIER_3, this::replies),
        new Method("conversations.join", List.of("channels:join"), Method.TIER_3, this::join),
        new Method("conversations.open", List.of("im:write"), Method.TIER_3, this::open));
  }

  private JsonObject info(Params params) {
    Conversation conversation = access.readable(params, "read");
    JsonObject channel = channel(conversation);
    return Wire.object(
        "channel",
        params.flag("include_num_members")
            ? Wire.with(channel, "num_members", conversation.members.size())
            : channel);
  }

  private JsonObject list(Params params) {
    String asked = params.text("types");
    List<String> types = List.of((asked.isEmpty() ? "public_channel" : asked).split("\\s*,\\s*"));
    for (String type : types) {
      String needed = scope(type);
      if (!state.app.has(needed)) {
        throw Refusal.missingScope(needed, state.app.scopes());
      }
    }
    List<JsonObject> channels =
        state.conversations.values().stream()
            .filter(each -> types.contains(apiType(each)))
            .filter(each -> !each.channel.isPrivate() || isBotIn(each))
            .filter(each -> !each.isArchived || !params.flag("exclude_archived"))
            .map(this::channel)
            .toList();
    var page = params.page(channels, 100, 999);
    return Wire.object("channels", page.items(), "response_metadata", page.metadata());
  }

  private static String scope(String type) {
    return switch (type) {
      case "public_channel" -> "channels:read";
      case "private_channel" -> "groups:read";
      case "im" -> "im:read";
      case "mpim" -> "mpim:read";
      default -> throw new Refusal("invalid_types");
    };
  }

  private static String apiType(Conversation conversation) {
    return switch (conversation.type()) {
      case "im" -> "im";
      case "group" -> "private_channel";
      default -> "public_channel";
    };
  }

  private JsonObject members(Params params) {
    Conversation conversation = access.readable(params, "read");
    var page = params.page(List.copyOf(conversation.members), 100, 999);
    return Wire.object("members", page.items(), "response_metadata", page.metadata());
  }

  private JsonObject history(Params params) {
    Conversation conversation = access.memberReadable(params, "history");
    List<JsonObject> newestFirst =
        conversation.messages.descendingMap().values().stream()
            .filter(
                each ->
                    !conversation.isReply(each)
                        || Wire.text(each, "subtype").equals("thread_broadcast"))
            .filter(each -> isWithin(params, Wire.text(each, "ts")))
            .toList();
    var page = params.page(newestFirst, 100, 999);
    return Wire.object(
        "messages", shown(conversation, page.items(), params),
        "has_more", !page.next().isEmpty(),
        "pin_count", 0,
        "response_metadata", page.metadata());
  }

  private JsonObject replies(Params params) {
    Conversation conversation = access.memberReadable(params, "history");
    JsonObject asked =
        conversation.message(params.text("ts")).orElseThrow(() -> new Refusal("thread_not_found"));
    String threadTs =
        conversation.isReply(asked) ? Wire.text(asked, "thread_ts") : params.text("ts");
    List<JsonObject> thread = new ArrayList<>();
    conversation.message(threadTs).ifPresent(thread::add);
    conversation.replies(threadTs).stream()
        .filter(each -> isWithin(params, Wire.text(each, "ts")))
        .forEach(thread::add);
    var page = params.page(thread, 1000, 1000);
    return Wire.object(
        "messages", shown(conversation, page.items(), params),
        "has_more", !page.next().isEmpty(),
        "response_metadata", page.metadata());
  }

  /** Bounds are outside unless {@code inclusive}. */
  private static boolean isWithin(Params params, String ts) {
    String oldest = params.text("oldest");
    String latest = params.text("latest");
    boolean isInclusive = params.flag("inclusive");
    int least = isInclusive ? 0 : 1;
    return (oldest.isEmpty() || oldest.equals("0") || compare(ts, oldest) >= least)
        && (latest.isEmpty() || latest.equals("now") || compare(latest, ts) >= least);
  }

  private static int compare(String ts, String other) {
    try {
      return new java.math.BigDecimal(ts).compareTo(new java.math.BigDecimal(other));
    } catch (NumberFormatException _) {
      throw new Refusal("invalid_ts_oldest");
    }
  }

  private static List<JsonObject> shown(
      Conversation conversation, List<JsonObject> messages, Params params) {
    Stream<JsonObject> shown = messages.stream().map(conversation::shown);
    return params.flag("include_all_metadata")
        ? shown.toList()
        : shown.map(ConversationsMethods::withoutPayload).toList();
  }

  private static JsonObject withoutPayload(JsonObject message) {
    return message.containsKey("metadata")
        ? Wire.with(
            message, "metadata", Wire.without(Wire.child(message, "metadata"), "event_payload"))
        : message;
  }

  private JsonObject join(Params params) {
    Conversation conversation = access.known(params);
    if (conversation.channel.isPrivate()) {
      throw new Refusal("method_not_supported_for_channel_type");
    }
    if (conversation.isArchived) {
      throw new Refusal("is_archived");
    }
    boolean isIn = isBotIn(conversation);
    if (!isIn) {
      members.join(conversation, InstalledApp.BOT_USER, null);
    }
    return Wire.object(
        "channel", channel(conversation), "warning", isIn ? "already_in_channel" : null);
  }

  private JsonObject open(Params params) {
    String userId = params.required("users", "users_list_not_supplied");
    if (!state.people.containsKey(userId)) {
      throw new Refusal("user_not_found");
    }
    return Wire.object("channel", Wire.object("id", state.im(userId).id()));
  }

  private static boolean isBotIn(Conversation conversation) {
    return conversation.members.contains(InstalledApp.BOT_USER);
  }

  private JsonObject channel(Conversation conversation) {
    String name = conversation.channel.name();
    boolean isIm = conversation.isIm;
    Set<String> all = conversation.members;
    return Wire.object(
        "id",
        conversation.id(),
        "name",
        isIm ? null : name,
        "name_normalized",
        isIm ? null : name,
        "user",
        isIm
            ? all.stream()
                .filter(each -> !each.equals(InstalledApp.BOT_USER))
                .findFirst()
                .orElse("")
            : null,
        "is_channel",
        conversation.type().equals("channel"),
        "is_group",
        conversation.type().equals("group"),
        "is_im",
        isIm,
        "is_mpim",
        false,
        "is_private",
        conversation.channel.isPrivate(),
        "is_archived",
        conversation.isArchived,
        "is_general",
        name.equals("allmänt"),
        "is_member",
        isBotIn(conversation),
        "is_shared",
        false,
        "is_ext_shared",
        false,
        "is_org_shared",
        false,
        "created",
        conversation.created.getEpochSecond(),
        "creator",
        "U0ALVALIND1",
        "context_team_id",
        State.TEAM,
        "topic",
        Wire.object("value", "", "creator", "", "last_set", 0),
        "purpose",
        Wire.object("value", "", "creator", "", "last_set", 0),
        "previous_names",
        List.of());
  }
}
