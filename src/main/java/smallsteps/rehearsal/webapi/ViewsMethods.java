package smallsteps.rehearsal.webapi;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import smallsteps.rehearsal.blocks.ViewRules;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// views.*: modals and the App Home.
public final class ViewsMethods {
  private final State state;
  private final Triggers triggers;

  public ViewsMethods(State state, Triggers triggers) {
    this.state = state;
    this.triggers = triggers;
  }

  public List<Method> methods() {
    return List.of(
        new Method("views.open", List.of(), Method.TIER_4, this::open),
        new Method("views.push", List.of(), Method.TIER_4, this::push),
        new Method("views.update", List.of(), Method.TIER_4, this::update),
        new Method("views.publish", List.of(), Method.TIER_4, this::publish));
  }

  private JsonObject open(Params params) {
    JsonObject sent = ViewRules.checked(params.value("view"), "modal");
    String userId = triggers.exchange(trigger(params));
    unique(sent);
    state.views.stack(userId).clear();
    return answer(push(userId, sent));
  }

  private JsonObject push(Params params) {
    JsonObject sent = ViewRules.checked(params.value("view"), "modal");
    String userId = triggers.exchange(trigger(params));
    unique(sent);
    List<Views.Open> stack = state.views.stack(userId);
    if (stack.isEmpty()) {
      throw new Refusal("not_found");
    }
    if (stack.size() >= Views.STACK) {
      throw new Refusal("push_limit_reached");
    }
    return answer(push(userId, sent));
  }

  private static String trigger(Params params) {
    String id = params.text("trigger_id") + params.text("interactivity_pointer");
    if (id.isEmpty()) {
      throw Refusal.because(
          "invalid_arguments",
          List.of("[ERROR] missing required field: trigger_id [json-pointer:/trigger_id]"));
    }
    return id;
  }

  private void unique(JsonObject sent) {
    String externalId = Wire.text(sent, "external_id");
    if (!externalId.isEmpty() && state.views.findExternal(externalId).isPresent()) {
      throw new Refusal("duplicate_external_id");
    }
  }

  /// On top of what that person has open.
  public Views.Open push(String userId, JsonObject sent) {
    List<Views.Open> stack = state.views.stack(userId);
    String id = state.ids.next("V0");
    String root = stack.isEmpty() ? id : stack.getFirst().id();
    JsonValue previous = stack.isEmpty() ? JsonValue.NULL : Wire.value(stack.getLast().id());
    Views.Open open = new Views.Open(userId, live(userId, sent, id, root, previous));
    stack.add(open);
    state.touch();
    return open;
  }

  public void replace(Views.Open open, JsonObject sent) {
    JsonValue previous = open.json().get("previous_view_id");
    String root = Wire.text(open.json(), "root_view_id");
    open.replace(live(open.userId(), sent, open.id(), root, previous));
    state.touch();
  }

  private JsonObject update(Params params) {
    Views.Open open = found(params).orElseThrow(() -> new Refusal("not_found"));
    JsonObject sent = ViewRules.checked(params.value("view"), Wire.text(open.json(), "type"));
    sameHash(params, open);
    replace(open, sent);
    return answer(open);
  }

  private Optional<Views.Open> found(Params params) {
    return params.has("view_id")
        ? state.views.find(params.text("view_id"))
        : state.views.findExternal(params.text("external_id"));
  }

  private static void sameHash(Params params, Views.Open open) {
    if (params.has("hash") && !params.text("hash").equals(Wire.text(open.json(), "hash"))) {
      throw new Refusal("hash_conflict");
    }
  }

  private JsonObject publish(Params params) {
    String userId = params.required("user_id", "invalid_arguments");
    if (!state.people.containsKey(userId)) {
      throw new Refusal("user_not_found");
    }
    if (!state.app.hasHome()) {
      throw new Refusal("not_enabled");
    }
    JsonObject sent = ViewRules.checked(params.value("view"), "home");
    Optional<Views.Open> before = state.views.home(userId);
    before.ifPresent(home -> sameHash(params, home));
    String id = before.map(Views.Open::id).orElseGet(() -> state.ids.next("V0"));
    Views.Open home = new Views.Open(userId, live(userId, sent, id, id, JsonValue.NULL));
    state.views.publish(home);
    state.touch();
    return answer(home);
  }

  private static JsonObject answer(Views.Open open) {
    return Wire.object("view", open.withState());
  }

  private JsonObject live(
      String userId, JsonObject sent, String id, String root, JsonValue previous) {
    JsonArray blocks =
        new MessagePayload(state)
            .identified(
                sent.get("blocks") instanceof JsonArray all ? all : JsonValue.EMPTY_JSON_ARRAY);
    return new Fields(sent)
        .put("id", id)
        .put("team_id", state.person(userId).team().id())
        .put("blocks", blocks)
        .put("private_metadata", Wire.text(sent, "private_metadata"))
        .put("callback_id", Wire.text(sent, "callback_id"))
        .put("external_id", Wire.text(sent, "external_id"))
        .put("hash", state.ids.ts() + "." + state.ids.blockId())
        .put("title", sent.getOrDefault("title", JsonValue.NULL))
        .put("clear_on_close", Wire.flag(sent, "clear_on_close"))
        .put("notify_on_close", Wire.flag(sent, "notify_on_close"))
        .put("close", sent.getOrDefault("close", JsonValue.NULL))
        .put("submit", sent.getOrDefault("submit", JsonValue.NULL))
        .put("previous_view_id", previous)
        .put("root_view_id", root)
        .put("app_id", InstalledApp.APP)
        .put("app_installed_team_id", State.TEAM)
        .put("bot_id", InstalledApp.BOT)
        .json();
  }
}
