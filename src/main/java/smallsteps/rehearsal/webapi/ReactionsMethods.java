package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import smallsteps.rehearsal.events.Messages;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// reactions.*: what the bot gives, takes back and reads.
public final class ReactionsMethods {
  private static final List<String> WRITE = List.of("reactions:write");
  private static final Pattern NAME =
      Pattern.compile("[\\p{Ll}\\p{M}0-9_+'-]+(::skin-tone-[2-6])?");

  private final Access access;
  private final Messages messages;
  private final Faults faults;

  public ReactionsMethods(Access access, Messages messages, Faults faults) {
    this.access = access;
    this.messages = messages;
    this.faults = faults;
  }

  public List<Method> methods() {
    return List.of(
        new Method("reactions.add", WRITE, Method.TIER_3, this::add),
        new Method("reactions.remove", WRITE, Method.TIER_2, this::remove),
        new Method("reactions.get", List.of("reactions:read"), Method.TIER_3, this::get));
  }

  private JsonObject add(Params params) {
    String emoji = name(params);
    ConversationState conversation = access.toPost(params);
    JsonObject message = access.message(conversation, ts(params));
    messages.react(conversation, message, InstalledApp.BOT_USER, emoji);
    return Wire.object();
  }

  private JsonObject remove(Params params) {
    String emoji = name(params);
    ConversationState conversation = access.member(params);
    JsonObject message = access.message(conversation, ts(params));
    messages.unreact(conversation, message, InstalledApp.BOT_USER, emoji);
    return Wire.object();
  }

  private JsonObject get(Params params) {
    ConversationState conversation = access.member(params);
    JsonObject message = access.message(conversation, ts(params));
    return new Fields()
        .put("type", "message")
        .put("channel", conversation.id())
        .put("message", faults.shaped(conversation.shown(message)))
        .json();
  }

  private static String ts(Params params) {
    return params.required("timestamp", "no_item_specified");
  }

  /// Slack's names only, without colons; never the character itself.
  private static String name(Params params) {
    String name = params.text("name");
    if (!isName(name)) {
      throw new Refusal("invalid_name");
    }
    return name;
  }

  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
