package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smallsteps.Secret;
import smallsteps.app.Bot;
import smallsteps.app.Main;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Environment;
import smallsteps.rehearsal.Workspace;
import smallsteps.rehearsal.people.Person;
import smallsteps.rehearsal.state.Call;
import smallsteps.rehearsal.state.Conversation;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.View;
import smallsteps.storage.Migrated;
import smallsteps.storage.OwnPostgres;
import smallsteps.supervision.Supervisor;

/// The whole bot in a rehearsal workspace, with a clock set by hand: what happens when people in
/// Slack do things. Monday 23 November 2026, 10:00 in Stockholm, when it begins.
final class Scene implements AutoCloseable {
  enum Transport {
    SOCKET_MODE,
    HTTP
  }

  /// Longer than Slack waits: how fast this machine is just now is not what is tried.
  private static final Duration ON_A_BUSY_MACHINE = Duration.ofMinutes(1);

  private static final int MOST_CUT_OFF = 100;

  static final Instant BEGINNING = Instant.parse("2026-11-23T09:00:00Z");

  final SettableClock clock = new SettableClock(BEGINNING);
  final Workspace workspace;
  final Person alva;
  final Person ben;
  final Person cleo;
  final Conversation channel;
  private final Transport transport;
  private final Path folder;
  private final Path config;
  private Bot bot;
  private UnaryOperator<String> way = url -> url;
  private volatile Duration machineIsAhead = Duration.ZERO;

  Scene(Transport transport) throws Exception {
    this(transport, null);
  }

  /// @param config a team's own configuration; null for none
  Scene(Transport transport, Path config) throws Exception {
    this.transport = transport;
    this.config = config;
    folder = Files.createTempDirectory("scene");
    workspace = Workspace.start(0, clock);
    workspace.ackLimit(ON_A_BUSY_MACHINE);
    workspace.install(config == null ? ConfigFiles.packed().read("manifest.json") : manifest());
    alva = workspace.alva();
    ben = workspace.ben();
    cleo = workspace.cleo();
    channel = workspace.channel("små-steg");
    databaseUrl();
    startBot();
  }

  /// Slack gives up on an acknowledgement as soon as it does in truth, and the bot on an answer.
  void slackIsImpatient() {
    clock.impatient();
    workspace.ackLimit(Duration.ofSeconds(3));
  }

  /// Slack says so the next three times that the bot asks for anybody.
  void whoeverIsAskedForHasLeft() {
    workspace
        .faults()
        .garble("users.info", said -> said.replace("\"deleted\":false", "\"deleted\":true"), 3);
  }

  void startBot() throws Exception {
    startBot(new Supervisor());
  }

  void startBot(Supervisor supervisor) throws Exception {
    bot = new Bot(environment(), this::machinesTime, clock, supervisor, () -> {});
    if (transport == Transport.HTTP) {
      workspace.deliverTo(events());
    }
    bot.awaitReady(ON_A_BUSY_MACHINE);
  }

  /// A second one on the same database, to be closed by the test.
  Bot anotherBot() throws Exception {
    var other = new Bot(environment(), this::machinesTime, clock, () -> {});
    other.awaitReady(ON_A_BUSY_MACHINE);
    return other;
  }

  private Instant machinesTime() {
    return clock.instant().plus(machineIsAhead);
  }

  /// Its clock is put so much ahead of Slack's, or back where that is negative.
  void machineIsAhead(Duration time) {
    machineIsAhead = time;
  }

  /// The next bot's way to its database.
  void databaseBehind(UnaryOperator<String> way) {
    this.way = way;
  }

  void stopBot() {
    bot.close();
  }

  private Environment environment() {
    boolean socket = transport == Transport.SOCKET_MODE;
    return new Environment(
        new Secret(workspace.botToken()),
        socket ? new Secret(workspace.appToken()) : null,
        socket ? null : new Secret(workspace.signingSecret()),
        workspace.apiUrl(),
        "127.0.0.1",
        0,
        way.apply(databaseUrl()),
        config);
  }

  /// Of the engine that this run of the tests is for.
  String databaseUrl() {
    return Migrated.url(database());
  }

  /// The file, where the engine is SQLite.
  Path database() {
    return folder.resolve("data").resolve("smallsteps.db");
  }

  /// Every letter of the database and its write-ahead log.
  String onDisk() throws IOException {
    if (Migrated.IS_POSTGRES) {
      return OwnPostgres.allRows(database());
    }
    var all = new StringBuilder();
    try (var files = Files.list(database().getParent())) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  boolean isOnDisk(String word) {
    try {
      return onDisk().contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Until the word has left the disk: the log is cut when nothing else is to be done.
  void awaitGone(String word) {
    workspace.await(word + " to be gone", () -> Optional.of(word).filter(w -> !isOnDisk(w)));
  }

  /// Another process writes into the database.
  void change(String sql) throws SQLException {
    try (var file = Migrated.connect(database());
        var statement = file.createStatement()) {
      if (!Migrated.IS_POSTGRES) {
        statement.execute("PRAGMA busy_timeout = 10000");
      }
      statement.execute(sql);
    }
  }

  /// How many rows a query finds, asked of the file itself.
  int count(String fromWhere) throws SQLException {
    try (var file = Migrated.connect(database());
        var statement = file.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM " + fromWhere)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /// The first column of what a query finds, asked of the file itself.
  List<String> texts(String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var file = Migrated.connect(database());
        var statement = file.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /// How much the bot owes Slack, as the database has it.
  int owed() {
    try {
      return count("outbox");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Time passes, a hundred times as fast, until the bot owes Slack nothing.
  void untilNothingIsOwed() {
    clock.run(100);
    workspace.await("all to be done", () -> Optional.of(owed()).filter(left -> left == 0));
    clock.run(0);
    bot.awaitIdle();
  }

  /// Time passes, so many times as fast, until it is that long since the beginning; then the clock
  /// stands.
  void passesUntil(int seconds, int speed) {
    Instant then = BEGINNING.plusSeconds(seconds);
    clock.runUntil(then, speed);
    workspace.await(
        "time to pass", () -> Optional.of(clock.instant()).filter(now -> !now.isBefore(then)));
  }

  Path folder() {
    return folder;
  }

  /// Where Slack's requests go in HTTP mode; health and metrics are beside it.
  URI events() {
    return URI.create("http://127.0.0.1:" + bot.port() + "/slack/events");
  }

  /// As Slack sends it now: how it goes out, and what is made of the answer, is the test's.
  HttpRequest.Builder signed(Delivered sent) {
    String now = Long.toString(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(events())
        .header("Content-Type", sent.contentType())
        .header("X-Slack-Request-Timestamp", now)
        .header("X-Slack-Signature", Signature.of(workspace.signingSecret(), now, sent.body()))
        .POST(HttpRequest.BodyPublishers.ofString(sent.body()));
  }

  Bot bot() {
    return bot;
  }

  /// A page of the bot's own, beside the events: `/healthz`, `/metrics`.
  HttpResponse<String> page(String path) {
    return page(bot, path);
  }

  /// Somebody has five seconds for a request, which are soon over where the clock runs: who is cut
  /// off then asks again.
  static HttpResponse<String> page(Bot bot, String path) {
    var address = URI.create("http://127.0.0.1:" + bot.port() + path);
    var request = HttpRequest.newBuilder(address).build();
    try (var client = HttpClient.newHttpClient()) {
      for (int left = MOST_CUT_OFF; true; left--) {
        try {
          return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        } catch (CompletionException cutOff) {
          if (left == 0) {
            throw cutOff;
          }
        }
      }
    }
  }

  /// The message as everybody sees it now, when the bot has done what it wanted to do.
  Message message(String ts) {
    return find(channel, ts).orElseThrow();
  }

  Optional<Message> find(Conversation in, String ts) {
    bot.awaitIdle();
    return workspace.message(in, ts);
  }

  /// What everybody sees in the channel, oldest first.
  List<Message> messages() {
    bot.awaitIdle();
    return workspace.messages(channel);
  }

  Message lastMessage() {
    return messages().getLast();
  }

  /// What a person reads who types that in the channel.
  String answer(Person person, String typed) {
    return person.command(channel, typed).message().text();
  }

  /// Alva plans the channel's nudges.
  void planned(String plan) {
    assertThat(answer(alva, "/nudge " + plan)).startsWith("Klart.");
  }

  /// Alva chooses so in her settings.
  void preferences(Map<String, String> chosen) {
    alva.command(channel, "/smallthing inställningar");
    alva.submit(modal(alva), chosen);
  }

  /// The form that is open for that person.
  View modal(Person person) {
    return workspace.await("a modal", () -> workspace.modal(person));
  }

  /// Alva fills in the form by which everybody may propose a microaction.
  void propose(String text) {
    alva.globalShortcut("propose_microaction");
    alva.submit(modal(alva), Map.of("microaction_text", text, "microaction_channel", channel.id()));
  }

  /// That person chooses what to do behind the first ⋮ at Home that has it.
  void chooses(Person person, String deed) {
    View home = home(person);
    Matcher option =
        Pattern.compile("\"value\":\"" + deed + " ([^\"]*)\"").matcher(home.json().toString());
    assertThat(option.find()).as(deed).isTrue();
    person.select(home, "menu:" + option.group(1), deed + " " + option.group(1));
  }

  View home(Person person) {
    bot.awaitIdle();
    return workspace.home(person).orElseThrow();
  }

  /// The last that only that person sees in a channel.
  Message onlyFor(Person person) {
    bot.awaitIdle();
    return workspace.ephemeral(person).getLast();
  }

  /// What the bot has written to that person alone.
  List<Message> direct(Person person) {
    bot.awaitIdle();
    return workspace.messages(workspace.directMessages(person));
  }

  /// The job comes round at that time, when all that was asked for before has been answered.
  void runAt(Instant time, String job) {
    bot.awaitIdle();
    clock.set(time);
    bot.runNow(job);
  }

  /// What the export says, an object a line.
  List<JsonObject> exported() {
    return typed(databaseAlone(), "export").lines().map(Scene::json).toList();
  }

  /// What `manifest` prints for the team's own configuration.
  private JsonObject manifest() {
    return json(typed(Map.of("SMALLSTEPS_CONFIG", config.toString()), "manifest"));
  }

  /// What a person in a shell reads, with the bot's own environment.
  String typed(String... command) {
    return typed(
        Map.of(
            "SLACK_BOT_TOKEN", workspace.botToken(),
            "SLACK_APP_TOKEN", workspace.appToken(),
            "SLACK_API_URL", workspace.apiUrl(),
            "DATABASE_URL", databaseUrl()),
        command);
  }

  /// Somebody in a shell erases what is kept of that person, by the database alone; what they read.
  String forget(Person person) {
    return typed(
        databaseAlone(), "forget", "--workspace", workspace.teamId(), "--user", person.id());
  }

  private Map<String, String> databaseAlone() {
    return Map.of("DATABASE_URL", databaseUrl());
  }

  private static String typed(Map<String, String> environment, String... command) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exitCode = Main.run(environment, stream, System.err, command);
    if (exitCode != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exitCode);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static <T> T onlyOne(List<T> all) {
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  static JsonObject json(String line) {
    try (var reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }

  List<JsonObject> exported(String type) {
    return exported().stream().filter(row -> row.getString("type").equals(type)).toList();
  }

  /// The win that was said under this ts.
  Optional<JsonObject> win(String ts) {
    return exported("win").stream().filter(row -> ts.equals(row.getString("ts", null))).findFirst();
  }

  /// What health says once it says that something is wrong: Slack tells of it after the fact.
  String illHealth() {
    return workspace.await(
        "health to say so",
        () ->
            Optional.of(page("/healthz"))
                .filter(response -> response.statusCode() == 503)
                .map(HttpResponse::body));
  }

  /// What is poor in all that the bot has sent: to channels, to one person, as views.
  private List<String> poor() {
    var problems = new ArrayList<String>();
    for (Call call : workspace.calls()) {
      if (List.of("chat.postMessage", "chat.postEphemeral", "chat.update")
          .contains(call.method())) {
        problems.addAll(PayloadLint.message(call.method(), call.params()));
      } else if (call.params().get("view") instanceof JsonObject view) {
        problems.addAll(PayloadLint.view(call.method(), view));
      }
    }
    for (Person person : List.of(alva, ben, cleo)) {
      workspace.ephemeral(person).stream()
          .map(Message::json)
          .forEach(sent -> problems.addAll(PayloadLint.message("only " + person, sent)));
      workspace.modals(person).stream()
          .map(View::json)
          .forEach(view -> problems.addAll(PayloadLint.view("modal of " + person, view)));
    }
    return problems;
  }

  @Override
  public void close() throws IOException {
    bot.close();
    List<String> poor = poor();
    cleanUp();
    assertThat(poor).isEmpty();
  }

  /// Where Slack was played with broken requests, what was sent back need not please it.
  void closeWhateverWasSaid() throws IOException {
    bot.close();
    cleanUp();
  }

  private void cleanUp() throws IOException {
    workspace.close();
    try (var files = Files.walk(folder)) {
      for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
