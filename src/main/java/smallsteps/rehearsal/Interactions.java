package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import smallsteps.rehearsal.ResponseUrls.ResponseUrl;
import smallsteps.rehearsal.Transport.Envelope;

/** Commands, shortcuts and presses: told to the bot at once, which has three seconds to answer. */
final class Interactions {
  private final State state;
  private final Deliveries deliveries;
  private final Triggers triggers;
  private final ResponseUrls responses;
  private final Typing typing;

  Interactions(State state, Deliveries deliveries, Triggers triggers, ResponseUrls responses) {
    this.state = state;
    this.deliveries = deliveries;
    this.triggers = triggers;
    this.responses = responses;
    typing = new Typing(state);
  }

  Answer command(String userId, Conversation conversation, String command, String text) {
    Optional<JsonObject> declared = state.app.command(command);
    if (declared.isEmpty() || !state.app.has("commands")) {
      return refused(userId, command + " is not a valid command.", "invalid_command");
    }
    ResponseUrl url = state.locked(() -> responses.make(userId, conversation, ""));
    JsonObject payload =
        state.locked(() -> command(declared.get(), url, userId, conversation, text));
    Answer answer = ask(new Envelope("slash_commands", payload, true), url);
    if (!answer.acked()) {
      notice(userId, command + " failed with the error \"" + answer.error() + "\"");
      return answer;
    }
    return spoken(userId, command, answer, url);
  }

  private JsonObject command(
      JsonObject declared, ResponseUrl url, String userId, Conversation where, String text) {
    boolean isEscaped = Wire.flag(declared, "should_escape");
    return Wire.object(
        "token",
        state.app.verificationToken,
        "team_id",
        State.TEAM,
        "team_domain",
        State.DOMAIN,
        "channel_id",
        where.id(),
        "channel_name",
        payloadName(where),
        "user_id",
        userId,
        "user_name",
        state.person(userId).userName(),
        "command",
        Wire.text(declared, "command"),
        "text",
        isEscaped ? typing.command(text.strip()) : Typing.escaped(text.strip()),
        "api_app_id",
        InstalledApp.APP,
        "is_enterprise_install",
        "false",
        "response_url",
        responses.address(url),
        "trigger_id",
        triggers.make(userId));
  }

  private Answer spoken(String userId, String command, Answer answer, ResponseUrl url) {
    String body = answer.text();
    if (body.isBlank() || body.equals("null") || body.equals("{}")) {
      return answer;
    }
    JsonObject said = Wire.readObject(body).orElseGet(() -> Wire.object("text", body));
    try {
      state.locked(() -> responses.say(url, said));
    } catch (Refusal refusal) {
      state.journal.warn("the answer to " + command + ": " + refusal.answer());
      notice(userId, command + " failed with the error \"invalid_command_response\"");
    }
    return answer;
  }

  static String payloadName(Conversation conversation) {
    return switch (conversation.type()) {
      case "im" -> "directmessage";
      case "group" -> "privategroup";
      default -> conversation.channel.name();
    };
  }

  Answer messageShortcut(String userId, String callbackId, Conversation conversation, String ts) {
    if (!isDeclared("message", callbackId)) {
      return refused(userId, "There is no such shortcut.", "unknown_shortcut");
    }
    JsonObject message =
        conversation.message(ts).orElseThrow(() -> new Refusal("message_not_found"));
    ResponseUrl url = state.locked(() -> responses.make(userId, conversation, ts));
    JsonObject payload =
        Wire.with(
            basics("message_action", userId),
            "callback_id",
            callbackId,
            "response_url",
            responses.address(url),
            "message_ts",
            ts,
            "action_ts",
            state.ids.ts(),
            "channel",
            channel(conversation),
            "message",
            conversation.shown(message));
    return told(userId, payload, url);
  }

  Answer globalShortcut(String userId, String callbackId) {
    if (!isDeclared("global", callbackId)) {
      return refused(userId, "There is no such shortcut.", "unknown_shortcut");
    }
    JsonObject payload =
        Wire.with(
            basics("shortcut", userId), "callback_id", callbackId, "action_ts", state.ids.ts());
    return told(userId, payload, null);
  }

  private boolean isDeclared(String type, String callbackId) {
    return state.app.isInteractive()
        && state.app.has("commands")
        && state.app.hasShortcut(type, callbackId);
  }

  /**
   * @param changed the element's new state; empty for a button
   */
  Answer action(String userId, Target target, Surface.Element element, JsonObject changed) {
    if (!state.app.isInteractive()) {
      return refused(userId, "This app is not configured to handle it.", "not_interactive");
    }
    ResponseUrl url = state.locked(() -> target.responseUrl(userId, responses));
    JsonObject payload =
        state.locked(
            () -> {
              target.fill(element, changed);
              JsonObject basics = basics("block_actions", userId);
              JsonObject placed = Wire.with(basics, target.payload());
              return Wire.with(
                  placed,
                  "response_url",
                  url == null ? null : responses.address(url),
                  "actions",
                  List.of(pressed(element, changed)));
            });
    Answer answer = told(userId, payload, url);
    if (answer.acked() && answer.body() != null) {
      state.journal.warn("block_actions: Slack ignores what an acknowledgement says here");
    }
    return answer;
  }

  private JsonObject pressed(Surface.Element element, JsonObject changed) {
    JsonObject json = element.json();
    JsonObject action =
        Wire.object(
            "type", element.type(),
            "action_id", element.actionId(),
            "block_id", element.blockId(),
            "text", json.get("text"),
            "value", json.get("value"),
            "style", json.get("style"),
            "placeholder", json.get("placeholder"),
            "action_ts", state.ids.ts());
    for (Map.Entry<String, JsonValue> each : changed.entrySet()) {
      action = Wire.with(action, each.getKey(), each.getValue());
    }
    return action;
  }

  /** What an external select offers for what was typed: options or option_groups. */
  JsonObject options(String userId, Target target, Surface.Element element, String typed) {
    JsonObject payload =
        Wire.with(
            Wire.with(
                Wire.without(basics("block_suggestion", userId), "trigger_id"), target.payload()),
            "action_id",
            element.actionId(),
            "block_id",
            element.blockId(),
            "value",
            typed);
    Answer answer = told(userId, payload, null);
    JsonObject body = answer.body() == null ? JsonValue.EMPTY_JSON_OBJECT : answer.body();
    int count = Wire.children(body, "options").size();
    if (!Set.of("options", "option_groups").stream().anyMatch(body::containsKey) || count > 100) {
      state.journal.warn(
          "block_suggestion: the answer needs options or option_groups, 100 at most");
    }
    return body;
  }

  Answer submitted(String userId, JsonObject view) {
    return told(
        userId,
        Wire.with(basics("view_submission", userId), "view", view, "response_urls", List.of()),
        null);
  }

  Answer closed(String userId, JsonObject view, boolean isCleared) {
    JsonObject payload =
        Wire.with(
            Wire.without(basics("view_closed", userId), "trigger_id"),
            "view",
            view,
            "is_cleared",
            isCleared);
    return told(userId, payload, null);
  }

  private JsonObject basics(String type, String userId) {
    return Wire.object(
        "type",
        type,
        "team",
        Wire.object("id", State.TEAM, "domain", State.DOMAIN),
        "user",
        state.person(userId).inPayload(),
        "api_app_id",
        InstalledApp.APP,
        "token",
        state.app.verificationToken,
        "trigger_id",
        state.locked(() -> triggers.make(userId)),
        "enterprise",
        JsonValue.NULL,
        "is_enterprise_install",
        false);
  }

  static JsonObject channel(Conversation conversation) {
    return Wire.object("id", conversation.id(), "name", payloadName(conversation));
  }

  private Answer told(String userId, JsonObject payload, ResponseUrl url) {
    boolean acceptsPayload =
        Set.of("view_submission", "block_suggestion").contains(Wire.text(payload, "type"));
    Answer answer = ask(new Envelope("interactive", payload, acceptsPayload), url);
    if (!answer.acked()) {
      notice(userId, "The app failed with the error \"" + answer.error() + "\"");
    }
    return answer;
  }

  private Answer ask(Envelope envelope, ResponseUrl url) {
    long asked = System.nanoTime();
    Ack ack = deliveries.ask(envelope);
    Duration took = Duration.ofNanos(System.nanoTime() - asked);
    Supplier<List<Message>> said =
        url == null ? List::of : () -> state.locked(() -> List.copyOf(url.said));
    return new Answer(inPeoplesWords(ack), took, said, state);
  }

  private static Ack inPeoplesWords(Ack ack) {
    String failure =
        switch (ack.failure()) {
          case "" -> "";
          case "http_timeout", "timeout" -> "operation_timeout";
          case "http_error" -> ack.status() < 500 ? "http_client_error" : "http_service_error";
          default -> "dispatch_failed";
        };
    return new Ack(ack.status(), ack.body(), failure, ack.isNoRetry());
  }

  private Answer refused(String userId, String text, String error) {
    notice(userId, text);
    return new Answer(Ack.failed(error), Duration.ZERO, List::of, state);
  }

  void notice(String userId, String text) {
    state.journal.notice(userId, text);
    state.touch();
  }
}
