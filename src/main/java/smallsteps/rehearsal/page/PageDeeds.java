package smallsteps.rehearsal.page;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.people.Answered;
import smallsteps.rehearsal.people.Deeds;
import smallsteps.rehearsal.people.Speech;
import smallsteps.rehearsal.people.Target;
import smallsteps.rehearsal.scenes.Mishaps;
import smallsteps.rehearsal.scenes.Travel;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// What the page asks for in a person's name.
public final class PageDeeds {
  private final Deeds deeds;
  private final Mishaps mishaps;
  private final Travel travel;

  /// @param travel null where nobody here moves the clock
  public PageDeeds(Deeds deeds, Mishaps mishaps, Travel travel) {
    this.deeds = deeds;
    this.mishaps = mishaps;
    this.travel = travel;
  }

  /// Throws what a person is to read when it can't be done.
  JsonObject act(JsonObject asked) {
    switch (Wire.text(asked, "do")) {
      case "travel" -> moving().begin(Wire.text(asked, "to"));
      case "stay" -> moving().stop();
      default -> {
        return travel == null ? deed(asked) : travel.standing(() -> deed(asked));
      }
    }
    return Wire.object("ok", true);
  }

  private JsonObject deed(JsonObject asked) {
    String as = Wire.text(asked, "as");
    String channel = Wire.text(asked, "channel");
    String ts = Wire.text(asked, "ts");
    String text = Wire.text(asked, "text");
    switch (Wire.text(asked, "do")) {
      case "say" -> {
        return Wire.object("ok", true, "ts", deeds.speech.say(as, channel, said(asked)));
      }
      case "edit" -> deeds.speech.edit(as, channel, ts, text);
      case "delete" -> deeds.speech.delete(as, channel, ts);
      case "react" -> deeds.speech.react(as, channel, ts, Wire.text(asked, "emoji"), true);
      case "unreact" -> deeds.speech.react(as, channel, ts, Wire.text(asked, "emoji"), false);
      case "home" -> deeds.openHome(as);
      case "invite" -> deeds.invite(as, channel, Wire.text(asked, "user"));
      case "remove" -> deeds.remove(as, channel, Wire.text(asked, "user"));
      case "disconnect" -> mishaps.happen("drop_socket", as, channel);
      case "fault" -> mishaps.happen(Wire.text(asked, "name"), as, channel);
      case "deliver" -> mishaps.deliver(Wire.child(asked, "envelope"));
      default -> {
        return interact(asked, as, channel, ts);
      }
    }
    return Wire.object("ok", true);
  }

  private Travel moving() {
    if (travel == null) {
      throw new IllegalArgumentException("The clock of this workspace can't be moved.");
    }
    return travel;
  }

  private static Speech.Said said(JsonObject asked) {
    return new Speech.Said(
        Wire.text(asked, "text"),
        Wire.text(asked, "thread_ts"),
        Wire.flag(asked, "broadcast"),
        Wire.text(asked, "file"));
  }

  private JsonObject interact(JsonObject asked, String as, String channel, String ts) {
    String callbackId = Wire.text(asked, "callback_id");
    String viewId = Wire.text(asked, "view_id");
    return switch (Wire.text(asked, "do")) {
      case "command" ->
          outcome(
              deeds.command(as, channel, Wire.text(asked, "command"), Wire.text(asked, "text")));
      case "action" -> action(asked, as);
      case "options" -> options(asked, as);
      case "submit" -> {
        Answered answer = deeds.submissions.submit(as, viewId, Wire.child(asked, "state"));
        // what is wrong with the inputs stands in the state, under each of them
        yield answer.error().equals("not_submitted") ? Wire.object("ok", true) : outcome(answer);
      }
      case "close" -> outcome(deeds.submissions.close(as, viewId));
      case "message_shortcut" -> outcome(deeds.messageShortcut(as, channel, ts, callbackId));
      case "global_shortcut" -> outcome(deeds.interactions.globalShortcut(as, callbackId));
      default -> throw new IllegalArgumentException("the workspace doesn't know that act");
    };
  }

  private JsonObject action(JsonObject asked, String as) {
    Target target = target(asked, as);
    String value = asked.get("value") instanceof JsonObject ? "" : Wire.text(asked, "value");
    Surface.Element element = element(asked, target, value);
    JsonObject filled = Wire.child(asked, "state");
    if (target instanceof Target.InView(Views.Open open)) {
      deeds.fill(open, filled);
    }
    return outcome(deeds.act(as, target, element, Wire.child(asked, "value")));
  }

  private JsonObject options(JsonObject asked, String as) {
    Target target = target(asked, as);
    Surface.Element element = element(asked, target, "");
    JsonObject offered = deeds.interactions.options(as, target, element, Wire.text(asked, "value"));
    return new Fields()
        .put("ok", true)
        .put("options", offered.getOrDefault("options", JsonValue.EMPTY_JSON_ARRAY))
        .put("option_groups", offered.getOrDefault("option_groups", JsonValue.EMPTY_JSON_ARRAY))
        .json();
  }

  private static Surface.Element element(JsonObject asked, Target target, String value) {
    String blockId = Wire.text(asked, "block_id");
    return Deeds.element(target, blockId, Wire.text(asked, "action_id"), value);
  }

  private Target target(JsonObject asked, String as) {
    if (Wire.flag(asked, "home")) {
      return deeds.home(as);
    }
    String viewId = Wire.text(asked, "view_id");
    return viewId.isEmpty()
        ? deeds.message(
            as, Wire.text(asked, "channel"), Wire.text(asked, "ts"), Wire.child(asked, "state"))
        : deeds.view(as, viewId);
  }

  private static JsonObject outcome(Answered answer) {
    return answer.acked()
        ? Wire.object("ok", true)
        : Wire.object("ok", false, "error", "It failed with the error \"" + answer.error() + "\".");
  }
}
