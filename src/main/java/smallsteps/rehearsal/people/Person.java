package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import smallsteps.rehearsal.blocks.Inputs;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.state.Account;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.wire.Wire;

/// Somebody in the workspace. What they do comes back once the bot has acknowledged it, or failed
/// to; a test needs no sleep.
public final class Person {
  private final Account account;
  private final Deeds deeds;

  public Person(Account account, Deeds deeds) {
    this.account = account;
    this.deeds = deeds;
  }

  public String id() {
    return account.id();
  }

  public String name() {
    return account.name();
  }

  /// Returns the message's ts, as all of these do.
  public String say(Conversation channel, String text) {
    return deeds.speech.say(id(), channel.id(), new Speech.Said(text, "", false, ""));
  }

  public String reply(Conversation channel, String threadTs, String text) {
    return deeds.speech.say(id(), channel.id(), new Speech.Said(text, threadTs, false, ""));
  }

  public String replyAlsoToChannel(Conversation channel, String threadTs, String text) {
    return deeds.speech.say(id(), channel.id(), new Speech.Said(text, threadTs, true, ""));
  }

  /// @param threadTs null for the channel itself
  public String shareFile(Conversation channel, String threadTs, String fileName, String text) {
    String thread = threadTs == null ? "" : threadTs;
    return deeds.speech.say(id(), channel.id(), new Speech.Said(text, thread, false, fileName));
  }

  public void edit(Conversation channel, String ts, String text) {
    deeds.speech.edit(id(), channel.id(), ts, text);
  }

  public void delete(Conversation channel, String ts) {
    deeds.speech.delete(id(), channel.id(), ts);
  }

  /// Anybody's message: what a workspace lets its administrators do.
  public void deleteAsAdministrator(Conversation channel, String ts) {
    deeds.speech.deleteAsAdministrator(channel.id(), ts);
  }

  /// @param emoji by name, such as tada or +1::skin-tone-3
  public void react(Conversation channel, String ts, String emoji) {
    deeds.speech.react(id(), channel.id(), ts, emoji, true);
  }

  public void unreact(Conversation channel, String ts, String emoji) {
    deeds.speech.react(id(), channel.id(), ts, emoji, false);
  }

  /// @param typed the command and its text, such as `/principle 3`
  public Answered command(Conversation channel, String typed) {
    int space = typed.indexOf(' ');
    String command = space < 0 ? typed : typed.substring(0, space);
    return deeds.command(id(), channel.id(), command, space < 0 ? "" : typed.substring(space + 1));
  }

  public Answered press(Message message, String actionId) {
    return press(message, actionId, "");
  }

  /// @param value tells apart buttons that share an action_id
  public Answered press(Message message, String actionId, String value) {
    return act(target(message), actionId, value, JsonValue.EMPTY_JSON_OBJECT);
  }

  public Answered press(View view, String actionId) {
    return press(view, actionId, "");
  }

  public Answered press(View view, String actionId, String value) {
    return act(target(view), actionId, value, JsonValue.EMPTY_JSON_OBJECT);
  }

  /// @param chosen an option by value or label, a time, a date, an id; several with commas
  public Answered select(Message message, String actionId, String chosen) {
    return select(target(message), actionId, chosen);
  }

  public Answered select(View view, String actionId, String chosen) {
    return select(target(view), actionId, chosen);
  }

  private Answered select(Target target, String actionId, String chosen) {
    JsonObject element = Deeds.element(target, "", actionId, "").json();
    JsonObject changed =
        Wire.text(element, "type").equals("overflow")
            ? Wire.object("selected_option", option(element, chosen))
            : Inputs.filled(element, chosen);
    return act(target, actionId, "", changed);
  }

  private static JsonObject option(JsonObject element, String value) {
    return Inputs.options(element).stream()
        .filter(each -> Wire.text(each, "value").equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no option " + value));
  }

  private Answered act(Target target, String actionId, String value, JsonObject changed) {
    Surface.Element element = Deeds.element(target, "", actionId, value);
    return deeds.act(id(), target, element, changed);
  }

  /// What an external select offers for what is typed so far.
  public List<JsonObject> options(View view, String actionId, String typed) {
    Target target = target(view);
    Surface.Element element = Deeds.element(target, "", actionId, "");
    return Inputs.options(deeds.interactions.options(id(), target, element, typed));
  }

  /// @param values block_id → action_id → state, in Slack's shape
  public Answered submit(View view, JsonObject values) {
    return deeds.submissions.submit(id(), view.id(), values);
  }

  /// @param filled action_id → what was typed or chosen; what is left out keeps what it has
  public Answered submit(View view, Map<String, String> filled) {
    Views.Open open = deeds.submissions.open(id(), view.id());
    JsonObject values = open.filled();
    for (Map.Entry<String, String> each : filled.entrySet()) {
      Surface.Element element = Deeds.element(new Target.InView(open), "", each.getKey(), "");
      JsonObject changed = Inputs.filled(element.json(), each.getValue());
      values = Target.filled(values, element, changed);
    }
    return submit(view, values);
  }

  public Answered close(View view) {
    return deeds.submissions.close(id(), view.id());
  }

  /// Tells the bot by app_home_opened; what it then publishes is in `Workspace.home`.
  public void openHome() {
    deeds.openHome(id());
  }

  public Answered messageShortcut(String callbackId, Conversation channel, String ts) {
    return deeds.messageShortcut(id(), channel.id(), ts, callbackId);
  }

  public Answered globalShortcut(String callbackId) {
    return deeds.interactions.globalShortcut(id(), callbackId);
  }

  /// Into a public channel, by themselves.
  public void join(Conversation channel) {
    deeds.invite(id(), channel.id(), id());
  }

  public void invite(Conversation channel, String userId) {
    deeds.invite(id(), channel.id(), userId);
  }

  public void remove(Conversation channel, String userId) {
    deeds.remove(id(), channel.id(), userId);
  }

  public void archive(Conversation channel) {
    deeds.archive(id(), channel.id(), true);
  }

  public void unarchive(Conversation channel) {
    deeds.archive(id(), channel.id(), false);
  }

  private Target target(Message message) {
    return deeds.message(id(), message.channel().id(), message.ts(), JsonValue.EMPTY_JSON_OBJECT);
  }

  private Target target(View view) {
    return deeds.view(id(), view.id());
  }

  @Override
  public String toString() {
    return account.name();
  }
}
