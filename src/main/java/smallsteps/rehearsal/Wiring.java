package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import smallsteps.rehearsal.delivery.Dispatch;
import smallsteps.rehearsal.delivery.HttpDelivery;
import smallsteps.rehearsal.delivery.SocketServer;
import smallsteps.rehearsal.delivery.Transport;
import smallsteps.rehearsal.events.EventsApi;
import smallsteps.rehearsal.events.Members;
import smallsteps.rehearsal.events.Messages;
import smallsteps.rehearsal.events.Subscriptions;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.http.LoopbackServer;
import smallsteps.rehearsal.page.Inside;
import smallsteps.rehearsal.page.PageDeeds;
import smallsteps.rehearsal.page.PageServer;
import smallsteps.rehearsal.page.PageState;
import smallsteps.rehearsal.people.Asking;
import smallsteps.rehearsal.people.Deeds;
import smallsteps.rehearsal.people.Interactions;
import smallsteps.rehearsal.people.SlashCommands;
import smallsteps.rehearsal.people.Speech;
import smallsteps.rehearsal.people.ViewSubmissions;
import smallsteps.rehearsal.scenes.Mishaps;
import smallsteps.rehearsal.scenes.Player;
import smallsteps.rehearsal.scenes.Travel;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.webapi.Access;
import smallsteps.rehearsal.webapi.ApiServer;
import smallsteps.rehearsal.webapi.ChatMethods;
import smallsteps.rehearsal.webapi.ConversationsMethods;
import smallsteps.rehearsal.webapi.HistoryMethods;
import smallsteps.rehearsal.webapi.ReactionsMethods;
import smallsteps.rehearsal.webapi.ResponseUrls;
import smallsteps.rehearsal.webapi.Triggers;
import smallsteps.rehearsal.webapi.UsersMethods;
import smallsteps.rehearsal.webapi.ViewsMethods;
import smallsteps.rehearsal.wire.Wire;

/// How the parts of the workspace hang together; read from top to bottom.
final class Wiring implements AutoCloseable {
  final SocketServer sockets;
  final Dispatch dispatch;
  final Deeds deeds;
  final Player player;
  private final State state;
  private final EventsApi eventsApi;
  private final Subscriptions subscriptions;
  private final ResponseUrls responses;
  private final ApiServer apiServer;
  private final PageServer page;
  private volatile HttpDelivery http;

  /// @param travel null where nobody here moves the clock
  Wiring(State state, Faults faults, Travel travel, int port) {
    this.state = state;
    String address = "http://127.0.0.1:" + port + "/";
    String permalinks = "http://localhost:" + port + "/";
    sockets = new SocketServer(state, faults);
    dispatch = new Dispatch(state, faults, address, this::transport);
    eventsApi = new EventsApi(state, dispatch, faults);
    subscriptions = new Subscriptions(state, eventsApi);
    Messages messages = new Messages(state, subscriptions);
    Members members = new Members(state, messages, subscriptions);
    Access access = new Access(state);
    Triggers triggers = new Triggers(state);
    ViewsMethods views = new ViewsMethods(state, triggers);
    apiServer =
        new ApiServer(
            state,
            faults,
            address,
            List.of(
                new ChatMethods(state, access, messages, permalinks).methods(),
                new ConversationsMethods(state, access, members).methods(),
                new HistoryMethods(access, faults).methods(),
                new ReactionsMethods(access, messages, faults).methods(),
                new UsersMethods(state, messages, sockets, address).methods(),
                views.methods()));
    responses = new ResponseUrls(state, messages, address, faults);
    Asking asking = new Asking(state, dispatch);
    Interactions interactions = new Interactions(state, asking, triggers, responses, faults);
    deeds =
        new Deeds(
            state,
            eventsApi,
            subscriptions,
            members,
            new Speech(state, eventsApi, messages),
            new SlashCommands(state, asking, triggers, responses),
            interactions,
            new ViewSubmissions(state, interactions, asking, views));
    Mishaps mishaps = new Mishaps(state, faults, dispatch, deeds);
    player = new Player(state, deeds, travel, mishaps::happen);
    PageState shown = new PageState(state, travel, permalinks);
    page =
        new PageServer(
            state,
            shown,
            new PageDeeds(deeds, mishaps, travel),
            new Inside(state),
            this::isConnected,
            this::transportName);
    faults.wire(sockets::disconnect, sockets::cut, this::endOfLife);
  }

  void routes(LoopbackServer server) {
    server.post("/api/*", apiServer::handle);
    server.get("/api/*", apiServer::handle);
    server.post("/commands/*", responses::handle);
    server.post("/actions/*", responses::handle);
    server.socket("/link/", sockets);
    page.routes(server);
  }

  /// The token is worth nothing first, then the bot is told.
  private void endOfLife(JsonObject event) {
    eventsApi.andWait(() -> {
      state.app.revoke(Wire.text(event, "type").equals("app_uninstalled"));
      subscriptions.aboutApp(event);
      state.touch();
    });
  }

  void happens(JsonObject event) {
    eventsApi.andWait(() -> eventsApi.send(event));
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
