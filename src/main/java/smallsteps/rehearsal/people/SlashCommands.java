package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import java.util.Optional;
import smallsteps.rehearsal.delivery.Transport.Envelope;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Team;
import smallsteps.rehearsal.webapi.ResponseUrls;
import smallsteps.rehearsal.webapi.ResponseUrls.ResponseUrl;
import smallsteps.rehearsal.webapi.Triggers;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// Slash commands: what was typed goes to the bot, what it acknowledges with is shown.
public final class SlashCommands {
  private final State state;
  private final Asking asking;
  private final Triggers triggers;
  private final ResponseUrls responses;
  private final Typing typing;

  public SlashCommands(State state, Asking asking, Triggers triggers, ResponseUrls responses) {
    this.state = state;
    this.asking = asking;
    this.triggers = triggers;
    this.responses = responses;
    typing = new Typing(state);
  }

  Answered run(String userId, ConversationState conversation, String command, String text) {
    Optional<JsonObject> declared = state.app.command(command);
    if (declared.isEmpty() || state.isGuest(userId) || !state.app.has("commands")) {
      return asking.refused(userId, command + " is not a valid command.", "invalid_command");
    }
    ResponseUrl url = state.locked(() -> responses.make(userId, conversation, ""));
    JsonObject payload =
        state.locked(() -> payload(declared.get(), url, userId, conversation, text));
    Answered answer = asking.ask(new Envelope("slash_commands", payload, true), url);
    if (!answer.acked()) {
      asking.notice(userId, command + " failed with the error \"" + answer.error() + "\"");
      return answer;
    }
    return spoken(userId, command, answer, url);
  }

  private JsonObject payload(
      JsonObject declared, ResponseUrl url, String userId, ConversationState where, String text) {
    boolean isEscaped = Wire.flag(declared, "should_escape");
    return new Fields()
        .put("token", state.app.verificationToken)
        .put("team_id", State.TEAM)
        .put("team_domain", State.DOMAIN)
        .put("channel_id", where.id())
        .put("channel_name", Interactions.payloadName(where))
        .put("user_id", userId)
        .put("user_name", state.person(userId).userName())
        .put("command", Wire.text(declared, "command"))
        .put("text", isEscaped ? typing.command(text.strip()) : Typing.escaped(text.strip()))
        .put("api_app_id", InstalledApp.APP)
        .put("is_enterprise_install", Boolean.toString(state.app.isOrganisationWide()))
        .put("enterprise_id", state.app.organisation())
        .put("enterprise_name", state.app.isOrganisationWide() ? Team.ORGANISATION_NAME : null)
        .put("response_url", responses.address(url))
        .put("trigger_id", triggers.make(userId))
        .json();
  }

  private Answered spoken(String userId, String command, Answered answer, ResponseUrl url) {
    String body = answer.text();
    if (body.isBlank() || body.equals("null") || body.equals("{}")) {
      return answer;
    }
    JsonObject said = Wire.readObject(body).orElseGet(() -> Wire.object("text", body));
    try {
      state.locked(() -> responses.say(url, said));
    } catch (Refusal refusal) {
      state.journal.warn("the answer to " + command + ": " + refusal.answer());
      asking.notice(userId, command + " failed with the error \"invalid_command_response\"");
    }
    return answer;
  }
}
