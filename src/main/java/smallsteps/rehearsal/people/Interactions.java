package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.delivery.Transport.Envelope;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Team;
import smallsteps.rehearsal.webapi.ResponseUrls;
import smallsteps.rehearsal.webapi.ResponseUrls.ResponseUrl;
import smallsteps.rehearsal.webapi.Triggers;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// Shortcuts, presses and modals: told to the bot at once, which has three seconds to answer.
public final class Interactions {
  private final State state;
  private final Asking asking;
  private final Triggers triggers;
  private final ResponseUrls responses;
  private final Faults faults;

  public Interactions(
      State state, Asking asking, Triggers triggers, ResponseUrls responses, Faults faults) {
    this.faults = faults;
    this.state = state;
    this.asking = asking;
    this.triggers = triggers;
    this.responses = responses;
  }

  static String payloadName(ConversationState conversation) {
    return switch (conversation.type()) {
      case "im" -> "directmessage";
      case "group" -> "privategroup";
      default -> conversation.channel.name();
    };
  }

  Answered messageShortcut(
      String userId, String callbackId, ConversationState conversation, String ts) {
    if (!isDeclared("message", callbackId) || state.isGuest(userId)) {
      return asking.refused(userId, "There is no such shortcut.", "unknown_shortcut");
    }
    ResponseUrl url = state.locked(() -> responses.make(userId, conversation, ts));
    JsonValue message =
        state.locked(() -> faults.shaped(conversation.shown(conversation.existing(ts))));
    JsonObject payload =
        new Fields(basics("message_action", userId))
            .put("callback_id", callbackId)
            .put("response_url", responses.address(url))
            .put("message_ts", ts)
            .put("action_ts", state.ids.ts())
            .put("channel", channel(conversation))
            .put("message", message)
            .json();
    return ask(userId, payload, url);
  }

  public Answered globalShortcut(String userId, String callbackId) {
    if (!isDeclared("global", callbackId) || state.isGuest(userId)) {
      return asking.refused(userId, "There is no such shortcut.", "unknown_shortcut");
    }
    JsonObject payload =
        new Fields(basics("shortcut", userId))
            .put("callback_id", callbackId)
            .put("action_ts", state.ids.ts())
            .json();
    return ask(userId, payload, null);
  }

  private boolean isDeclared(String type, String callbackId) {
    return state.app.isInteractive()
        && state.app.has("commands")
        && state.app.hasShortcut(type, callbackId);
  }

  /// @param changed the element's new state; empty for a button
  Answered action(String userId, Target target, Surface.Element element, JsonObject changed) {
    if (!state.app.isInteractive()) {
      return asking.refused(userId, "This app is not configured to handle it.", "not_interactive");
    }
    ResponseUrl url = state.locked(() -> target.responseUrl(userId, responses));
    JsonObject payload =
        state.locked(() ->
            new Fields(basics("block_actions", userId))
                .putAll(shaped(target.filled(element, changed).place()))
                .put("response_url", url == null ? null : responses.address(url))
                .put("actions", List.of(pressed(element, changed)))
                .json());
    Answered answer = ask(userId, payload, url);
    if (answer.acked() && answer.body() != null) {
      state.journal.warn("block_actions: Slack ignores what an acknowledgement says here");
    }
    return answer;
  }

  private JsonObject shaped(JsonObject place) {
    return place.get("message") instanceof JsonObject message
        ? Wire.with(place, "message", faults.shaped(message))
        : place;
  }

  private JsonObject pressed(Surface.Element element, JsonObject changed) {
    JsonObject json = element.json();
    JsonObject action =
        new Fields()
            .put("type", element.type())
            .put("action_id", element.actionId())
            .put("block_id", element.blockId())
            .put("text", json.get("text"))
            .put("value", json.get("value"))
            .put("style", json.get("style"))
            .put("placeholder", json.get("placeholder"))
            .put("action_ts", state.ids.ts())
            .json();
    return new Fields(action).putAll(changed).json();
  }

  /// What an external select offers for what was typed: options or option_groups.
  public JsonObject options(String userId, Target target, Surface.Element element, String typed) {
    JsonObject payload =
        new Fields(basics("block_suggestion", userId))
            .remove("trigger_id")
            .putAll(target.place())
            .put("action_id", element.actionId())
            .put("block_id", element.blockId())
            .put("value", typed)
            .json();
    Answered answer = ask(userId, payload, null);
    JsonObject body = answer.body() == null ? JsonValue.EMPTY_JSON_OBJECT : answer.body();
    int count = Wire.children(body, "options").size();
    if (!Set.of("options", "option_groups").stream().anyMatch(body::containsKey) || count > 100) {
      state.journal.warn(
          "block_suggestion: the answer needs options or option_groups, 100 at most");
    }
    return body;
  }

  Answered submitted(String userId, JsonObject view) {
    return ask(
        userId,
        new Fields(basics("view_submission", userId))
            .put("view", view)
            .put("response_urls", List.of())
            .json(),
        null);
  }

  Answered closed(String userId, JsonObject view, boolean isCleared) {
    JsonObject payload =
        new Fields(Wire.without(basics("view_closed", userId), "trigger_id"))
            .put("view", view)
            .put("is_cleared", isCleared)
            .json();
    return ask(userId, payload, null);
  }

  private JsonObject basics(String type, String userId) {
    return new Fields()
        .put("type", type)
        .put("team", team(userId))
        .put("user", state.person(userId).inPayload())
        .put("api_app_id", InstalledApp.APP)
        .put("token", state.app.verificationToken)
        .put("trigger_id", state.locked(() -> triggers.make(userId)))
        .put("enterprise", state.app.enterprise())
        .put("is_enterprise_install", state.app.isOrganisationWide())
        .json();
  }

  /// Where that person is at home; none where a whole organisation has installed the app.
  private JsonValue team(String userId) {
    Team team = state.person(userId).team();
    return state.app.isOrganisationWide()
        ? JsonValue.NULL
        : Wire.object("id", team.id(), "domain", team.domain());
  }

  static JsonObject channel(ConversationState conversation) {
    return Wire.object("id", conversation.id(), "name", payloadName(conversation));
  }

  private Answered ask(String userId, JsonObject payload, ResponseUrl url) {
    boolean acceptsPayload =
        Set.of("view_submission", "block_suggestion").contains(Wire.text(payload, "type"));
    Answered answer = asking.ask(new Envelope("interactive", payload, acceptsPayload), url);
    if (!answer.acked()) {
      asking.notice(userId, "The app failed with the error \"" + answer.error() + "\"");
    }
    return answer;
  }
}
