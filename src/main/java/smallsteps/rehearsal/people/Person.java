package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import smallsteps.rehearsal.blocks.Inputs;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.state.Channel;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.Profile;
import smallsteps.rehearsal.state.View;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.wire.Wire;

/**
 * Somebody in the workspace. What they do comes back once the bot has acknowledged it, or failed
 * to; a test needs no sleep.
 */
public final class Person {
  private final Profile profile;
  private final Acts acts;

  public Person(Profile profile, Acts acts) {
    this.profile = profile;
    this.acts = acts;
  }

  public String id() {
    return profile.id();
  }

  public String name() {
    return profile.name();
  }

  /** Returns the message's ts, as all of these do. */
  public String say(Channel channel, String text) {
    return acts.speech.say(id(), channel.id(), new Speech.Said(text, "", false, ""));
  }

  public String reply(Channel channel, String threadTs, String text) {
    return acts.speech.say(id(), channel.id(), new Speech.Said(text, threadTs, false, ""));
  }

  public String replyAlsoToChannel(Channel channel, String threadTs, String text) {
    return acts.speech.say(id(), channel.id(), new Speech.Said(text, threadTs, true, ""));
  }

  /**
   * @param threadTs null for the channel itself
   */
  public String shareFile(Channel channel, String threadTs, String fileName, String text) {
    String thread = threadTs == null ? "" : threadTs;
    return acts.speech.say(id(), channel.id(), new Speech.Said(text, thread, false, fileName));
  }

  public void edit(Channel channel, String ts, String text) {
    acts.speech.edit(id(), channel.id(), ts, text);
  }

  public void delete(Channel channel, String ts) {
    acts.speech.delete(id(), channel.id(), ts);
  }

  /** Anybody's message: what a workspace lets its administrators do. */
  public void deleteAsAdministrator(Channel channel, String ts) {
    acts.speech.deleteAsAdministrator(channel.id(), ts);
  }

  /**
   * @param emoji by name, such as tada or +1::skin-tone-3
   */
  public void react(Channel channel, String ts, String emoji) {
    acts.speech.react(id(), channel.id(), ts, emoji, true);
  }

  public void unreact(Channel channel, String ts, String emoji) {
    acts.speech.react(id(), channel.id(), ts, emoji, false);
  }

  /**
   * @param typed the command and its text, such as {@code /principle 3}
   */
  public Answer command(Channel channel, String typed) {
    int space = typed.indexOf(' ');
    String command = space < 0 ? typed : typed.substring(0, space);
    return acts.command(id(), channel.id(), command, space < 0 ? "" : typed.substring(space + 1));
  }

  public Answer press(Message message, String actionId) {
    return press(message, actionId, "");
  }

  /**
   * @param value tells apart buttons that share an action_id
   */
  public Answer press(Message message, String actionId, String value) {
    return act(target(message), actionId, value, JsonValue.EMPTY_JSON_OBJECT);
  }

  public Answer press(View view, String actionId) {
    return press(view, actionId, "");
  }

  public Answer press(View view, String actionId, String value) {
    return act(target(view), actionId, value, JsonValue.EMPTY_JSON_OBJECT);
  }

  /**
   * @param chosen an option by value or label, a time, a date, an id; several with commas
   */
  public Answer select(Message message, String actionId, String chosen) {
    return select(target(message), actionId, chosen);
  }

  public Answer select(View view, String actionId, String chosen) {
    return select(target(view), actionId, chosen);
  }

  private Answer select(Target target, String actionId, String chosen) {
    JsonObject element = Acts.element(target, "", actionId, "").json();
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

  private Answer act(Target target, String actionId, String value, JsonObject changed) {
    Surface.Element element = Acts.element(target, "", actionId, value);
    return acts.act(id(), target, element, changed);
  }

  /** What an external select offers for what is typed so far. */
  public List<JsonObject> options(View view, String actionId, String typed) {
    Target target = target(view);
    Surface.Element element = Acts.element(target, "", actionId, "");
    return Inputs.options(acts.interactions.options(id(), target, element, typed));
  }

  /**
   * @param values block_id → action_id → state, in Slack's shape
   */
  public Answer submit(View view, JsonObject values) {
    return acts.modals.submit(id(), view.id(), values);
  }

  /**
   * @param filled action_id → what was typed or chosen; what is left out keeps what it has
   */
  public Answer submit(View view, Map<String, String> filled) {
    Views.Open open = acts.modals.open(id(), view.id());
    JsonObject values = open.filled;
    for (Map.Entry<String, String> each : filled.entrySet()) {
      Surface.Element element = Acts.element(new Target.InView(open), "", each.getKey(), "");
      JsonObject changed = Inputs.filled(element.json(), each.getValue());
      values = Target.filled(values, element, changed);
    }
    return submit(view, values);
  }

  public Answer close(View view) {
    return acts.modals.close(id(), view.id());
  }

  /** Tells the bot by app_home_opened; what it then publishes is in {@code Workspace.home}. */
  public void openHome() {
    acts.openHome(id());
  }

  public Answer messageShortcut(String callbackId, Channel channel, String ts) {
    return acts.messageShortcut(id(), channel.id(), ts, callbackId);
  }

  public Answer globalShortcut(String callbackId) {
    return acts.interactions.globalShortcut(id(), callbackId);
  }

  /** Into a public channel, by themselves. */
  public void join(Channel channel) {
    acts.invite(id(), channel.id(), id());
  }

  public void invite(Channel channel, String userId) {
    acts.invite(id(), channel.id(), userId);
  }

  public void remove(Channel channel, String userId) {
    acts.remove(id(), channel.id(), userId);
  }

  public void archive(Channel channel) {
    acts.archive(id(), channel.id(), true);
  }

  public void unarchive(Channel channel) {
    acts.archive(id(), channel.id(), false);
  }

  private Target target(Message message) {
    return acts.message(id(), message.channel().id(), message.ts(), JsonValue.EMPTY_JSON_OBJECT);
  }

  private Target target(View view) {
    return acts.view(id(), view.id());
  }

  @Override
  public String toString() {
    return profile.name();
  }
}
