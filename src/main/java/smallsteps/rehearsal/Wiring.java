package smallsteps.rehearsal;

import io.javalin.config.RoutesConfig;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import smallsteps.rehearsal.delivery.Deliveries;
import smallsteps.rehearsal.delivery.HttpDelivery;
import smallsteps.rehearsal.delivery.SocketServer;
import smallsteps.rehearsal.delivery.Transport;
import smallsteps.rehearsal.events.Events;
import smallsteps.rehearsal.events.Members;
import smallsteps.rehearsal.events.Messages;
import smallsteps.rehearsal.events.Outbox;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.page.PageActs;
import smallsteps.rehearsal.page.PageServer;
import smallsteps.rehearsal.page.PageState;
import smallsteps.rehearsal.people.Acts;
import smallsteps.rehearsal.people.Asking;
import smallsteps.rehearsal.people.Interactions;
import smallsteps.rehearsal.people.Modals;
import smallsteps.rehearsal.people.SlashCommands;
import smallsteps.rehearsal.people.Speech;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.webapi.Access;
import smallsteps.rehearsal.webapi.ChatMethods;
import smallsteps.rehearsal.webapi.ConversationsMethods;
import smallsteps.rehearsal.webapi.HistoryMethods;
import smallsteps.rehearsal.webapi.ReactionsMethods;
import smallsteps.rehearsal.webapi.ResponseUrls;
import smallsteps.rehearsal.webapi.Triggers;
import smallsteps.rehearsal.webapi.UsersMethods;
import smallsteps.rehearsal.webapi.ViewsMethods;
import smallsteps.rehearsal.webapi.WebApi;
import smallsteps.rehearsal.wire.Wire;

/** How the parts of the workspace hang together; read from top to bottom. */
final class Wiring implements AutoCloseable {
  final SocketServer sockets;
  final Deliveries deliveries;
  final Acts acts;
  private final State state;
  private final Outbox outbox;
  private final Events events;
  private final ResponseUrls responses;
  private final WebApi webApi;
  private final PageServer page;
  private volatile HttpDelivery http;

  Wiring(State state, Faults faults, int port) {
    this.state = state;
    String address = "http://127.0.0.1:" + port + "/";
    String permalinks = "http://localhost:" + port + "/";
    sockets = new SocketServer(state, faults);
    deliveries = new Deliveries(state, this::transport);
    outbox = new Outbox(state, deliveries, faults);
    events = new Events(state, outbox);
    Messages messages = new Messages(state, events);
    Members members = new Members(state, messages, events);
    Access access = new Access(state);
    Triggers triggers = new Triggers(state);
    ViewsMethods views = new ViewsMethods(state, triggers);
    webApi =
        new WebApi(
            state,
            faults,
            List.of(
                new ChatMethods(state, access, messages, permalinks).methods(),
                new ConversationsMethods(state, access, members).methods(),
                new HistoryMethods(access, faults).methods(),
                new ReactionsMethods(access, messages, faults).methods(),
                new UsersMethods(state, messages, sockets, address).methods(),
                views.methods()));
    responses = new ResponseUrls(state, messages, address, faults);
    Asking asking = new Asking(state, deliveries);
    Interactions interactions = new Interactions(state, asking, triggers, responses, faults);
    acts =
        new Acts(
            state,
            outbox,
            events,
            members,
            new Speech(state, outbox, messages),
            new SlashCommands(state, asking, triggers, responses),
            interactions,
            new Modals(state, interactions, asking, views));
    PageState shown = new PageState(state, permalinks);
    page =
        new PageServer(
            state, shown, new PageActs(acts, faults), this::isConnected, this::transportName);
    faults.wire(sockets::disconnect, sockets::cut, this::endOfLife);
  }

  void routes(RoutesConfig routes) {
    routes.post("/api/{method}", webApi::handle);
    routes.get("/api/{method}", webApi::handle);
    routes.post("/commands/{team}/{id}", responses::handle);
    routes.post("/actions/{team}/{id}", responses::handle);
    sockets.routes(routes);
    page.routes(routes);
  }

  /** The token is worth nothing first, then the bot is told. */
  private void endOfLife(JsonObject event) {
    outbox.andWait(() -> {
      state.app.isRevoked = true;
      state.app.isUninstalled = Wire.text(event, "type").equals("app_uninstalled");
      events.aboutApp(event);
      state.touch();
    });
  }

  void happens(JsonObject event) {
    outbox.andWait(() -> outbox.send(event));
  }

  void deliverTo(HttpDelivery delivery) {
    http = delivery;
    state.touch();
  }

  Optional<HttpDelivery> http() {
    return Optional.ofNullable(http);
  }

  private Transport transport() {
    HttpDelivery chosen = http;
    return chosen == null ? sockets : chosen;
  }

  private String transportName() {
    return http == null ? "socket" : "http";
  }

  boolean isConnected() {
    return transport().isConnected();
  }

  @Override
  public void close() {
    if (http != null) {
      http.close();
    }
  }
}
