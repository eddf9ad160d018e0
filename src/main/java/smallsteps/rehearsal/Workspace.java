package smallsteps.rehearsal;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import smallsteps.rehearsal.delivery.HttpDelivery;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.http.LoopbackServer;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.scenes.Script;
import smallsteps.rehearsal.scenes.Travel;
import smallsteps.rehearsal.state.Account;
import smallsteps.rehearsal.state.BotSide;
import smallsteps.rehearsal.state.Call;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.InstalledApp;
import smallsteps.rehearsal.state.Journal;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.MovedClock;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.View;
import smallsteps.rehearsal.state.Views;

/// A Slack workspace on loopback: three people, four channels and one app. A test talks to it by
/// these methods, a person by the page in the browser, and the bot as it talks to Slack.
public final class Workspace implements AutoCloseable {
  private final State state;
  private final Faults faults = new Faults();
  private final Wiring wiring;
  private final LoopbackServer server;
  private final ExecutorService deliverers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("rehearsal-ticker").unstarted(task));
  private final Map<String, Person> people = new LinkedHashMap<>();

  private Workspace(
      LoopbackServer server, InstantSource clock, Function<State, Travel> travel, Script script) {
    this.server = server;
    state = new State(clock);
    Population.settle(state);
    wiring = new Wiring(state, faults, travel.apply(state), server.port());
    wiring.player.prepare(script);
    state.people.values().stream()
        .filter(each -> !each.isBot())
        .forEach(each -> people.put(each.id(), new Person(each, wiring.deeds)));
    wiring.routes(server);
    server.start();
    ticker.scheduleWithFixedDelay(wiring.dispatch::retryDue, 200, 200, TimeUnit.MILLISECONDS);
    ticker.scheduleWithFixedDelay(wiring.sockets::ping, 10, 10, TimeUnit.SECONDS);
  }

  /// @param port 0 for any free one
  /// @throws IOException when the port is taken
  public static Workspace start(int port, InstantSource clock) throws IOException {
    return new Workspace(new LoopbackServer(port), clock, _ -> null, Script.EMPTY);
  }

  /// With a clock that people move, and whoever is in a scene that is to be played.
  ///
  /// @throws IOException when the port is taken
  public static Workspace start(int port, Script script) throws IOException {
    MovedClock clock =
        script.begins() == null ? MovedClock.unmoved() : MovedClock.at(script.begins());
    var server = new LoopbackServer(port);
    return new Workspace(server, clock, state -> new Travel(state, clock, script.zone()), script);
  }

  /// By which all goes here.
  public InstantSource clock() {
    return state.clock;
  }

  /// What is known of the bot besides what it says on the wire.
  public void bot(BotSide bot) {
    state.bot(bot);
  }

  /// @param speed how many times as fast as real time; zero for as fast as can be
  /// @param isOver whether to stop before the end
  public void play(Script script, int speed, BooleanSupplier isOver) {
    wiring.player.play(script, speed, isOver);
  }

  public int port() {
    return server.port();
  }

  /// Where a person meets the workspace in the browser.
  public URI page() {
    return URI.create("http://localhost:" + port() + "/");
  }

  /// What SLACK_API_URL is for the bot.
  public String apiUrl() {
    return "http://" + LoopbackServer.HOST + ":" + port() + "/api/";
  }

  public String botToken() {
    return state.app.botToken;
  }

  public String appToken() {
    return state.app.appToken;
  }

  public String signingSecret() {
    return state.app.signingSecret;
  }

  public String teamId() {
    return State.TEAM;
  }

  public String botUserId() {
    return InstalledApp.BOT_USER;
  }

  /// The app as Slack installs it: only commands, shortcuts and a Home declared here can be used,
  /// only events subscribed to, and covered by a scope, are delivered.
  public void install(JsonObject manifest) {
    state.locked(() -> {
      state.app.install(manifest);
      state.app.faults().forEach(state.journal::warn);
      state.touch();
    });
  }

  /// These scopes instead of the manifest's.
  public void grant(Set<String> scopes) {
    state.locked(() -> state.app.grant(scopes));
  }

  /// HTTP mode: signed POSTs to this URL, and Socket Mode no more.
  public void deliverTo(URI requestUrl) {
    wiring.deliverTo(new HttpDelivery(state, requestUrl, wiring.dispatch::ackLimit, deliverers));
  }

  /// Whether the request URL answers Slack's challenge.
  public boolean isUrlVerified() {
    return wiring.http().map(HttpDelivery::isVerified).orElse(false);
  }

  /// Alva Lind, Swedish, Europe/Stockholm.
  public Person alva() {
    return people.get(Population.ALVA);
  }

  /// Ben Ek, Swedish, Europe/Stockholm.
  public Person ben() {
    return people.get(Population.BEN);
  }

  /// Cleo Marsh, English, Europe/London; not in verkstan.
  public Person cleo() {
    return people.get(Population.CLEO);
  }

  /// Dana Fox of another organisation, English, America/New_York; once asked for she is in
  /// gemensamt, a channel that is shared with it. She has no commands, no shortcuts and no Home.
  public Person guest() {
    return state.locked(() -> {
      Account dana = Population.guest(state);
      return people.computeIfAbsent(dana.id(), _ -> new Person(dana, wiring.deeds));
    });
  }

  /// The app is installed by a whole organisation: Slack names that, and no team.
  public void installOrganisationWide() {
    state.locked(() -> state.app.installForOrganisation());
  }

  /// Slack tells of something that nobody here did: an event's inside, in any shape.
  public void happens(JsonObject event) {
    wiring.happens(event);
  }

  /// allmänt, små-steg, verkstan (private), utanför (without the bot).
  public Conversation channel(String name) {
    return state.locked(() ->
        state.conversations.values().stream()
            .map(each -> each.channel)
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no channel " + name)));
  }

  /// A new public channel with everybody in it, the bot too.
  public Conversation openChannel(String name) {
    return state.locked(() -> {
      Conversation channel = new Conversation(state.ids.next("C0"), name, false);
      Population.channel(state, channel, List.copyOf(state.people.keySet()));
      state.touch();
      return channel;
    });
  }

  /// The direct conversation between the bot and that person.
  public Conversation directMessages(Person person) {
    return state.locked(() -> state.im(person.id()).channel);
  }

  /// All that everybody there sees, oldest first, replies among them.
  public List<Message> messages(Conversation channel) {
    return state.locked(() -> {
      ConversationState conversation = state.conversations.get(channel.id());
      return conversation.messages.values().stream()
          .map(each -> new Message(channel, conversation.shown(each)))
          .toList();
    });
  }

  public Optional<Message> message(Conversation channel, String ts) {
    return messages(channel).stream().filter(each -> each.ts().equals(ts)).findFirst();
  }

  /// What only that person sees, in whichever channel, oldest first.
  public List<Message> ephemeral(Person person) {
    return state.locked(() -> {
      List<Message> seen = new ArrayList<>();
      for (ConversationState conversation : state.conversations.values()) {
        conversation.ephemerals.stream()
            .filter(each -> each.userId().equals(person.id()))
            .forEach(each -> seen.add(new Message(conversation.channel, each.message())));
      }
      seen.sort(Comparator.comparing(Message::ts));
      return seen;
    });
  }

  /// The modal that lies on top for that person.
  public Optional<View> modal(Person person) {
    return modals(person).reversed().stream().findFirst();
  }

  /// The whole stack, the topmost last.
  public List<View> modals(Person person) {
    return state.locked(
        () -> state.views.stack(person.id()).stream().map(Views.Open::view).toList());
  }

  public Optional<View> home(Person person) {
    return state.locked(() -> state.views.home(person.id()).map(Views.Open::view));
  }

  /// What Slack told that person in passing, such as a command that failed.
  public List<String> notices(Person person) {
    return state.journal.notices(person.id()).stream().map(Journal.Note::text).toList();
  }

  /// What was refused, or legal but poor, in what the bot sent.
  public List<String> warnings() {
    return state.journal.warnings().stream().map(Journal.Note::text).toList();
  }

  /// Each Web API call that the bot made, oldest first.
  public List<Call> calls() {
    return state.journal.calls();
  }

  public List<Call> calls(String method) {
    return calls().stream().filter(each -> each.method().equals(method)).toList();
  }

  /// Each event sent to the bot, in Slack's envelope, oldest first; retries not told apart.
  public List<JsonObject> events() {
    return wiring.dispatch.events();
  }

  /// The ids of the events that the bot has acknowledged at no attempt so far, oldest first.
  public List<String> unacknowledged() {
    return wiring.dispatch.unacknowledged();
  }

  /// Waits until it is seen, a minute at most.
  ///
  /// @throws IllegalStateException says what was waited for, and what happened instead
  public <T> T await(String what, Supplier<Optional<T>> seen) {
    return state.await(what, seen);
  }

  /// Until a bot is connected by Socket Mode.
  public void awaitConnection() {
    await(
        "a Socket Mode connection", () -> Optional.of(isConnected()).filter(Boolean::booleanValue));
  }

  public boolean isConnected() {
    return wiring.isConnected();
  }

  public Faults faults() {
    return faults;
  }

  /// How long Slack waits for an acknowledgement; three seconds unless told otherwise.
  public void ackLimit(Duration limit) {
    wiring.dispatch.ackLimit(limit);
  }

  /// The retries that wait for their minute are sent at once.
  public void retryNow() {
    wiring.dispatch.retryNow();
  }

  /// The same whenever a bot is connected, until each event is acknowledged, those that the bot's
  /// own acts make among them.
  public void retryUntilAcknowledged() {
    await(
        "all to be acknowledged",
        () -> {
          if (isConnected()) {
            retryNow();
          }
          return Optional.of(true).filter(_ -> unacknowledged().isEmpty());
        });
  }

  /// The same event again, as when an acknowledgement got lost; true when acknowledged now.
  public boolean redeliver(String eventId) {
    return wiring.dispatch.redeliver(eventId).ok();
  }

  public boolean redeliverLast() {
    return redeliver("");
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    wiring.close();
    server.close();
    deliverers.shutdownNow();
  }
}
