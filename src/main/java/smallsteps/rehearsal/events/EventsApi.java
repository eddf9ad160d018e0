package smallsteps.rehearsal.events;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import smallsteps.rehearsal.delivery.Dispatch;
import smallsteps.rehearsal.delivery.Dispatch.Delivery;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.state.Account;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Team;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Wire;

/// Puts events into Slack's envelope and sends them once what caused them is done.
public final class EventsApi {
  private final State state;
  private final Dispatch dispatch;
  private final Faults faults;
  private final ThreadLocal<List<Delivery>> published = new ThreadLocal<>();

  public EventsApi(State state, Dispatch dispatch, Faults faults) {
    this.faults = faults;
    this.state = state;
    this.dispatch = dispatch;
  }

  /// Does the work under the lock, then waits until each event it caused was acknowledged or not.
  public void andWait(Runnable work) {
    List<Delivery> caused = new ArrayList<>();
    published.set(caused);
    try {
      state.locked(work);
    } finally {
      published.remove();
    }
    caused.forEach(each -> each.first.join());
  }

  public void send(JsonObject event) {
    if (state.app.isUninstalled() && !Wire.text(event, "type").equals("app_uninstalled")) {
      return;
    }
    if (faults.losesEvent()) {
      return;
    }
    Delivery delivery = new Delivery(envelope(event), state.clock.instant());
    if (published.get() != null) {
      published.get().add(delivery);
    }
    state.afterwards(() -> dispatch.event(delivery));
  }

  /// Of a guest's deed Slack may name the team where they are at home.
  private String home(JsonObject event) {
    Account person = state.people.get(Wire.text(event, "user"));
    return person == null ? State.TEAM : person.team().id();
  }

  private boolean isShared(JsonObject event) {
    String in = Wire.text(event, "channel") + Wire.text(Wire.child(event, "item"), "channel");
    return state.conversation(in).filter(each -> each.isShared()).isPresent();
  }

  private JsonObject envelope(JsonObject event) {
    boolean isWide = state.app.isOrganisationWide();
    JsonValue organisation = isWide ? Wire.value(Team.ORGANISATION) : JsonValue.NULL;
    JsonObject authorization =
        new Fields()
            .put("enterprise_id", organisation)
            .put("team_id", isWide ? JsonValue.NULL : Wire.value(State.TEAM))
            .put("user_id", InstalledApp.BOT_USER)
            .put("is_bot", true)
            .put("is_enterprise_install", isWide)
            .json();
    return new Fields()
        .put("token", state.app.verificationToken)
        .put("team_id", home(event))
        .put("enterprise_id", isWide ? organisation : null)
        .put("context_team_id", State.TEAM)
        .put("context_enterprise_id", organisation)
        .put("api_app_id", InstalledApp.APP)
        .put("event", event)
        .put("type", "event_callback")
        .put("event_id", state.ids.next("Ev0"))
        .put("event_time", state.clock.instant().getEpochSecond())
        .put("authorizations", List.of(authorization))
        .put("is_ext_shared_channel", isShared(event))
        .put("event_context", "4-" + state.ids.next("rehearsal"))
        .json();
  }
}
