package smallsteps.slack;

import com.slack.api.Slack;
import io.micrometer.core.instrument.FunctionCounter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.ChosenLanguages;
import smallsteps.Listener;
import smallsteps.NameAndPlace;
import smallsteps.People;
import smallsteps.Reading;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.Pages;
import smallsteps.slack.api.SlackClient;
import smallsteps.slack.api.SlackTime;
import smallsteps.slack.api.Stopwatch;
import smallsteps.slack.api.WebApi;
import smallsteps.slack.bolt.BoltApp;
import smallsteps.slack.bolt.Edge;
import smallsteps.slack.bolt.Events;
import smallsteps.slack.bolt.Installation;
import smallsteps.slack.bolt.Requests;
import smallsteps.slack.bolt.TokenLoss;
import smallsteps.slack.bolt.Unheard;
import smallsteps.slack.bolt.UnknownSelfException;
import smallsteps.slack.delivery.Acts;
import smallsteps.slack.delivery.Courier;
import smallsteps.slack.delivery.Deliveries;
import smallsteps.slack.delivery.OutboxWatch;
import smallsteps.slack.delivery.SentPosts;
import smallsteps.slack.missed.Readings;
import smallsteps.slack.missed.Transcripts;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.people.Locales;
import smallsteps.slack.people.PeopleInSlack;
import smallsteps.slack.people.Profiles;
import smallsteps.slack.reply.AfterAck;
import smallsteps.slack.reply.Homes;
import smallsteps.slack.reply.Replies;
import smallsteps.slack.reply.Waiters;
import smallsteps.slack.socket.SocketTransport;
import smallsteps.slack.web.Health;
import smallsteps.slack.web.HealthPages;
import smallsteps.slack.web.HttpTransport;
import smallsteps.slack.web.Metrics;
import smallsteps.slack.web.SignatureCheck;
import smallsteps.slack.web.SlackRequests;
import smallsteps.slack.web.Vitals;
import smallsteps.slack.web.WebMetrics;
import smallsteps.slack.web.WebPages;
import smallsteps.supervision.Part;
import smallsteps.supervision.Supervisor;

/// The bot's line to Slack: one of the two transports, Bolt, and the Web API.
public final class SlackConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackConnection.class);
  private static final Duration ACK_IN_TIME = Duration.ofSeconds(2);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /// What goes on failing is never done with.
  private static final int ROUNDS = 100;

  private final Slack slack;
  private final Stopwatch time;
  private final SlackTime slackTime;
  private final WebApi api;
  private final AfterAck afterAck;
  private final CompletableFuture<Identity> identity = new CompletableFuture<>();
  private final Metrics metrics = new Metrics();
  private final Profiles profiles;
  private final Locales locales;
  private final BoltApp bolt;
  private final Readings readings;
  private final AtomicBoolean isReading = new AtomicBoolean();
  private final Supervisor supervisor;
  private final CompletableFuture<Void> refused = new CompletableFuture<>();
  private final List<Part> parts = new ArrayList<>();
  private volatile boolean isEnding;
  private final Deliveries deliveries;
  private final OutboxWatch outboxWatch;
  private HttpTransport http;
  private SocketTransport socket;
  private Duration pause = FIRST_PAUSE; // of who asks who we are

  /// @param chosen the languages that people have chosen, which go before those of their Slack
  public SlackConnection(
      SlackClient client,
      Environment environment,
      Settings settings,
      Words words,
      List<Listener> listeners,
      ChosenLanguages chosen,
      Outbox outbox,
      InstantSource clock,
      Supervisor supervisor) {
    this.supervisor = supervisor;
    slack = client.slack();
    time = client.time();
    afterAck = new AfterAck(time);
    slackTime = new SlackTime(clock, time);
    var calls = new Calls(slack, environment.botToken(), metrics.registry(), time, slackTime);
    api = new WebApi(calls);
    var fallback = new People.Person(settings.language(), settings.zone());
    FunctionCounter.builder("smallsteps.sentences.failed", words, Words::failed)
        .register(metrics.registry());
    profiles = new Profiles(api, clock, time, identity::isDone);
    locales = new Locales(profiles, chosen, fallback);
    var homes = new Homes(api::publishHome, locales::of, clock);
    var waiters = new Waiters();
    var replies =
        new Replies(
            slack, api, afterAck, locales, words, this::identity, homes, waiters, outbox::oweHome);
    var courier =
        new Courier(
            calls,
            new Acts(api, homes),
            new SentPosts(new Pages(calls), time),
            outbox,
            clock,
            slackTime);
    deliveries =
        new Deliveries(
            calls,
            courier,
            outbox,
            waiters,
            replies,
            afterAck,
            metrics.registry(),
            clock,
            slackTime,
            this::teamId);
    outboxWatch = new OutboxWatch(outbox, deliveries, time, supervisor);
    var requests = new Requests(locales);
    var edge = new Edge(metrics.registry(), words, locales, replies);
    var installation = new Installation(metrics.registry());
    var events =
        new Events(
            listeners,
            requests,
            replies,
            edge,
            homes,
            this::identity,
            installation,
            new TokenLoss(this::identity, api::tokenLost));
    bolt =
        new BoltApp(
            slack,
            listeners,
            requests,
            replies,
            edge,
            installation,
            events,
            new Unheard(words, listeners),
            this::knownIdentity);
    var transcripts = new Transcripts(calls, api, slackTime);
    readings = new Readings(transcripts, events, this::identity);
  }

  /// Starts to listen.
  ///
  /// @param vitals what the health pages tell besides: of the store, and of what must live
  /// @param giveUp hears that there is no getting through to Slack any more
  public void start(
      Environment environment,
      Settings settings,
      InstantSource clock,
      Vitals vitals,
      Runnable giveUp) {
    SlackRequests overHttp = null;
    if (!environment.usesSocketMode()) {
      var signatures = new SignatureCheck(environment.signingSecret(), clock);
      int bodyLimit = settings.http().bodyLimitKib() * 1024;
      overHttp = new SlackRequests(bolt, signatures, bodyLimit);
    }
    var look = new OneLook<>(vitals::health);
    var health = new HealthPages(() -> health(look.get()), vitals::ended, () -> isEnding);
    metrics.gauge("smallsteps.connected", null, () -> lineProblems().isEmpty() ? 1 : 0);
    var pages = new WebPages(health, metrics, new WebMetrics(metrics), overHttp);
    http = HttpTransport.start(environment.host(), environment.port(), time, pages);
    if (environment.usesSocketMode()) {
      socket = socket(environment, settings.socket());
      socket.connected().whenComplete((_, refusal) -> refused(refusal, giveUp));
    }
    var patience = Duration.ofMinutes(settings.socket().giveUpMinutes());
    parts.add(new GivingUp(time, patience, this::hindrance, giveUp).start(supervisor));
  }

  private SocketTransport socket(Environment environment, Settings.Socket settings) {
    var door = new Calls(slack, environment.appToken(), metrics.registry(), time, slackTime);
    return new SocketTransport(
        environment, bolt, door, settings, api::deadToken, metrics.registry(), supervisor);
  }

  /// Why nothing gets through to Slack now: a token that it turned down, or no connection.
  private Optional<String> hindrance() {
    return tokenProblem().or(() -> Optional.ofNullable(socket).flatMap(SocketTransport::hindrance));
  }

  private Optional<String> tokenProblem() {
    return api.deadToken().map(error -> "Slack turns the token down: " + error + ".");
  }

  /// One rule for both tokens. Turned down before it was ever good, a token is a wrong setting:
  /// that ends the start, at once and with a sentence. Turned down later, it shows in health, and
  /// the bot gives up in its own time.
  private void refused(Throwable refusal, Runnable giveUp) {
    if (refusal != null && refused.completeExceptionally(refusal)) {
      giveUp.run();
    }
  }

  /// @throws SetupException when Slack has turned a token down that was never good
  public void requireTokens() {
    if (refused.isCompletedExceptionally()) {
      throw setup(refused.exceptionNow());
    }
  }

  private static RuntimeException setup(Throwable refusal) {
    return refusal instanceof RuntimeException said ? said : new IllegalStateException(refusal);
  }

  /// Waits until Slack has told who we are, and in Socket Mode until the connection stands.
  ///
  /// @throws SetupException when Slack turns the token down
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    CompletableFuture<?> all =
        socket == null ? identity : CompletableFuture.allOf(identity, socket.connected());
    try {
      CompletableFuture.anyOf(all, refused).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      throw setup(e.getCause());
    } catch (TimeoutException e) {
      return false;
    }
  }

  /// Where others add what they count.
  public Metrics metrics() {
    return metrics;
  }

  public int port() {
    return http.port();
  }

  /// What Slack knows of people.
  public People people() {
    return new PeopleInSlack(locales, profiles, api);
  }

  /// Reads in the background what was missed, once the bot listens: from then on it misses nothing.
  /// One channel at a time; what comes round meanwhile comes round again.
  public void read(Supplier<Stream<Reading>> due) {
    boolean listens = socket == null || socket.problem().isEmpty();
    if (listens && teamId().isPresent() && isReading.compareAndSet(false, true)) {
      afterAck.run("reading what was missed", () -> readAll(due));
    }
  }

  private void readAll(Supplier<Stream<Reading>> due) {
    try {
      due.get().forEach(readings::read);
    } finally {
      isReading.set(false);
    }
  }

  /// Returns when nothing that the bot wants of Slack now is under way any more.
  public void awaitIdle() {
    int rounds = 0;
    do {
      afterAck.awaitIdle();
      rounds++;
    } while (!isEnding && deliveries.look() > 0 && rounds < ROUNDS);
    afterAck.awaitIdle();
  }

  private Health health(Health own) {
    var problems = new ArrayList<>(own.problems());
    problems.addAll(lineProblems());
    return new Health(problems, own.warnings());
  }

  private List<String> lineProblems() {
    var problems = new ArrayList<String>();
    tokenProblem().ifPresent(problems::add);
    if (!identity.isDone()) {
      problems.add("Slack has not told yet who the bot is.");
    }
    Optional.ofNullable(socket).flatMap(SocketTransport::problem).ifPresent(problems::add);
    return problems;
  }

  /// Asks Slack who we are, in the background. It tries for as long as it takes when Slack can't be
  /// reached: a bot may start before its network.
  ///
  /// @param giveUp hears that Slack turns the token down
  public void askWhoWeAre(Runnable giveUp) {
    identity.whenComplete((_, refusal) -> refused(refusal, giveUp));
    parts.add(supervisor.start("who-am-i", this::learnIdentity));
  }

  private boolean learnIdentity() throws InterruptedException {
    switch (api.identity()) {
      case Answer.Ok<Identity>(Identity self) -> identity.complete(self);
      case Answer.Refused<Identity>(String error) ->
          identity.completeExceptionally(
              new SetupException(
                  "Slack turns SLACK_BOT_TOKEN down ("
                      + error
                      + "). Copy the Bot User OAuth Token again from your app's page at Slack,"
                      + " under OAuth & Permissions."));
      case Answer.NotSent<Identity>(String reason) -> pause(reason);
      case Answer.Unsure<Identity>(String reason) -> pause(reason);
    }
    return !identity.isDone();
  }

  private void pause(String reason) throws InterruptedException {
    log.warn("Slack could not be asked who we are: {}. Trying again.", reason);
    time.sleep(pause);
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  /// An event that comes before Slack has told who we are waits for it, but not past its ack.
  private Identity identity() {
    try {
      return identity.get(ACK_IN_TIME.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new UnknownSelfException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownSelfException();
    }
  }

  /// The workspace that the token is for, once Slack has told.
  public Optional<String> teamId() {
    return Optional.ofNullable(knownIdentity()).map(Identity::teamId);
  }

  /// Null as long as Slack has not told.
  private Identity knownIdentity() {
    return identity.isDone() && !identity.isCompletedExceptionally() ? identity.join() : null;
  }

  /// From here on the bot says that nothing more should be sent to it.
  public void beginToEnd() {
    isEnding = true;
  }

  @Override
  public void close() {
    beginToEnd();
    parts.forEach(Part::close);
    if (socket != null) {
      socket.close();
    }
    if (http != null) {
      http.close();
    }
    outboxWatch.close();
    afterAck.close();
    bolt.close();
    try {
      slack.close();
    } catch (Exception e) {
      log.warn("Slack's client did not close well: {}", NameAndPlace.of(e));
    }
  }
}
