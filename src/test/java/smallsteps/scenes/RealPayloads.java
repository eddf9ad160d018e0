package smallsteps.scenes;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smallsteps.config.ConfigFiles;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;

/// What Slack sends when people do everything that the bot's manifest, messages and modals let them
/// do. A new room's commands, buttons and modals are found by themselves.
final class RealPayloads {
  /// The word in everything that people write here: it has no business in a log.
  static final String WORD = "zebrafinken";

  private static final List<String> SUBTYPES =
      List.of(
          "bot_message",
          "channel_archive",
          "channel_join",
          "channel_leave",
          "channel_name",
          "channel_posting_permissions",
          "channel_purpose",
          "channel_topic",
          "channel_unarchive",
          "ekm_access_denied",
          "file_share",
          "me_message",
          "message_changed",
          "message_deleted",
          "message_replied",
          "thread_broadcast",
          "reminder_add",
          "huddle_thread",
          "tombstone");

  private final Scene scene;
  private final JsonObject features;
  private final Set<String> pressed = new HashSet<>();

  private RealPayloads(Scene scene) {
    this.scene = scene;
    features = ConfigFiles.packed().read("manifest.json").getJsonObject("features");
  }

  static List<Delivered> of(Scene scene) throws Exception {
    try (var recorder = new Recorder(scene.events())) {
      scene.workspace.deliverTo(recorder.address());
      new RealPayloads(scene).doEverything();
      scene.workspace.deliverTo(scene.events());
      var all = new ArrayList<Delivered>(recorder.delivered());
      all.addAll(withSubtypes(all));
      return List.copyOf(all);
    }
  }

  private void doEverything() {
    speak();
    for (JsonObject command :
        features.getJsonArray("slash_commands").getValuesAs(JsonObject.class)) {
      for (String text : List.of("", "help", "3", "list", "find x", "monday 10:30", "now", WORD)) {
        scene.alva.command(scene.channel, (command.getString("command") + " " + text).strip());
      }
      useWhatIsSeen();
    }
    for (JsonObject shortcut : features.getJsonArray("shortcuts").getValuesAs(JsonObject.class)) {
      String callback = shortcut.getString("callback_id");
      if (shortcut.getString("type").equals("global")) {
        scene.alva.globalShortcut(callback);
      } else {
        String ts = scene.alva.say(scene.channel, "Jag städade " + WORD);
        scene.alva.messageShortcut(callback, scene.channel, ts);
      }
      useWhatIsSeen();
    }
    if (features.getJsonObject("app_home").getBoolean("home_tab_enabled")) {
      scene.alva.openHome();
      scene.bot().awaitIdle();
      scene.workspace.home(scene.alva).ifPresent(this::use);
      useWhatIsSeen();
    }
  }

  private void speak() {
    String ts = scene.alva.say(scene.channel, "Jag gjorde en liten sak: " + WORD);
    String reply = scene.ben.reply(scene.channel, ts, "I did a small thing: <!channel> " + WORD);
    scene.cleo.replyAlsoToChannel(scene.channel, ts, WORD);
    scene.ben.shareFile(scene.channel, null, "a.png", "I did a small thing " + WORD);
    scene.ben.react(scene.channel, ts, "+1::skin-tone-3");
    scene.ben.unreact(scene.channel, ts, "+1::skin-tone-3");
    scene.alva.edit(scene.channel, ts, "I did a small thing: another " + WORD);
    scene.ben.delete(scene.channel, reply);
    scene.alva.delete(scene.channel, ts);
  }

  /// Presses each kind of button once and submits the modals, as far as one gets by that.
  private void useWhatIsSeen() {
    scene.bot().awaitIdle();
    var messages = new ArrayList<Message>(scene.workspace.messages(scene.channel));
    messages.addAll(scene.workspace.ephemeral(scene.alva));
    for (Message message : messages) {
      for (String action : message.actionIds()) {
        if (pressed.add(action)) {
          tried(() -> scene.alva.press(message, action));
        }
      }
    }
    scene.bot().awaitIdle();
    List<View> modals = scene.workspace.modals(scene.alva);
    modals.reversed().forEach(this::use);
    scene.workspace.modals(scene.alva).reversed().forEach(scene.alva::close);
  }

  private void use(View view) {
    for (String action : view.actionIds()) {
      if (pressed.add(view.callbackId() + action)) {
        tried(() -> scene.alva.press(view, action));
        tried(() -> scene.alva.submit(view, Map.of(action, WORD)));
      }
    }
  }

  /// What can't be pressed may have to be chosen or filled in.
  private static void tried(Runnable act) {
    try {
      act.run();
    } catch (IllegalArgumentException | IllegalStateException notInThisWay) {
      return;
    }
  }

  /// Slack's other subtypes have most of the fields of these.
  private static List<Delivered> withSubtypes(List<Delivered> all) {
    var more = new ArrayList<Delivered>();
    for (Delivered event : all) {
      if (event.body().contains("\"type\":\"message\"") && more.size() < 3 * SUBTYPES.size()) {
        for (String subtype : SUBTYPES) {
          more.add(
              Delivered.event(
                  event
                      .body()
                      .replaceFirst(
                          "\"type\":\"message\"",
                          "\"type\":\"message\",\"subtype\":\"" + subtype + "\"")));
        }
      }
    }
    return more;
  }
}
