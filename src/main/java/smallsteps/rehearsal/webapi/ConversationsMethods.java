package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import smallsteps.rehearsal.events.Members;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// conversations.*: where the bot is, and who else is there.
public final class ConversationsMethods {
  private static final List<String> READ = List.of("channels:read", "groups:read", "im:read");

  private final State state;
  private final Access access;
  private final Members members;

  public ConversationsMethods(State state, Access access, Members members) {
    this.state = state;
    this.access = access;
    this.members = members;
  }

  public List<Method> methods() {
    return List.of(
        new Method("conversations.info", READ, Method.TIER_3, this::info),
        new Method("conversations.list", READ, Method.TIER_2, this::list),
        new Method("conversations.members", READ, Method.TIER_4, this::members),
        new Method("conversations.join", List.of("channels:join"), Method.TIER_3, this::join),
        new Method("conversations.open", List.of("im:write"), Method.TIER_3, this::open));
  }

  private JsonObject info(Params params) {
    ConversationState conversation = access.readable(params, "read");
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
            .filter(each -> !each.isArchived() || !params.flag("exclude_archived"))
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

  private static String apiType(ConversationState conversation) {
    return switch (conversation.type()) {
      case "im" -> "im";
      case "group" -> "private_channel";
      default -> "public_channel";
    };
  }

  private JsonObject members(Params params) {
    ConversationState conversation = access.readable(params, "read");
    var page = params.page(List.copyOf(conversation.members), 100, 999);
    return Wire.object("members", page.items(), "response_metadata", page.metadata());
  }

  private JsonObject join(Params params) {
    ConversationState conversation = access.known(params);
    if (conversation.channel.isPrivate()) {
      throw new Refusal("method_not_supported_for_channel_type");
    }
    if (conversation.isArchived()) {
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

  private static boolean isBotIn(ConversationState conversation) {
    return conversation.members.contains(InstalledApp.BOT_USER);
  }

  private JsonObject channel(ConversationState conversation) {
    String name = conversation.channel.name();
    boolean isIm = conversation.isIm;
    Set<String> all = conversation.members;
    return new Fields()
        .put("id", conversation.id())
        .put("name", isIm ? null : name)
        .put("name_normalized", isIm ? null : name)
        .put(
            "user",
            isIm
                ? all.stream()
                    .filter(each -> !each.equals(InstalledApp.BOT_USER))
                    .findFirst()
                    .orElse("")
                : null)
        .put("is_channel", conversation.type().equals("channel"))
        .put("is_group", conversation.type().equals("group"))
        .put("is_im", isIm)
        .put("is_mpim", false)
        .put("is_private", conversation.channel.isPrivate())
        .put("is_archived", conversation.isArchived())
        .put("is_general", name.equals("allmänt"))
        .put("is_member", isBotIn(conversation))
        .put("is_shared", conversation.isShared())
        .put("is_ext_shared", conversation.isShared())
        .put("is_org_shared", false)
        .put("created", conversation.created.getEpochSecond())
        .put("creator", "U0ALVALIND1")
        .put("context_team_id", State.TEAM)
        .put("topic", new Fields().put("value", "").put("creator", "").put("last_set", 0).json())
        .put("purpose", new Fields().put("value", "").put("creator", "").put("last_set", 0).json())
        .put("previous_names", List.of())
        .json();
  }
}
