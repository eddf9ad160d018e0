package smallsteps.slack;

import com.slack.api.Slack;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.ChosenLanguages;
import smallsteps.Listener;
import smallsteps.NameAndPlace;
import smallsteps.People;
import smallsteps.Post;
import smallsteps.Reading;
import smallsteps.Secret;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.config.Words;

/// The bot's line to Slack: one of the two transports, Bolt, and the Web API.
public final class SlackConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackConnection.class);
  private static final Duration ACK_IN_TIME = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Slack slack;
  private final Stopwatch time;
  private final WebApi api;
  private final AfterAck afterAck;
  private final CompletableFuture<Identity> identity = new CompletableFuture<>();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Locales locales;
  private final BoltApp bolt;
  private final Readings readings;
  private HttpTransport http;
  private SocketTransport socket;

  /// @param chosen the languages that people have chosen, which go before those of their Slack
  public SlackConnection(
      SlackClient client,
      Environment environment,
      Settings settings,
      Words words,
      List<Listener> listeners,
      ChosenLanguages chosen,
      InstantSource clock) {
    slack = client.slack();
    time = client.time();
    afterAck = new AfterAck(time);
    var calls = new Calls(slack, environment.botToken(), metrics, time);
    api = new WebApi(calls, clock);
    var fallback = new People.Person(settings.language(), settings.zone());
    locales = new Locales(api, chosen, fallback, clock, identity::isDone);
    var homes = new Homes(api::publishHome, locales::of, clock);
    var replies = new Replies(slack, api, afterAck, locales, words, this::identity, homes);
    bolt =
        new BoltApp(
            slack,
            listeners,
            new Payloads(locales),
            replies,
            new Edge(metrics, words, locales, replies),
            this::identity);
    var transcripts = new Transcripts(calls, api, clock);
    readings = new Readings(transcripts, bolt.events(), this::identity);
    TokenLoss.listen(bolt.app(), api::tokenLost);
  }

  /// Starts to listen.
  ///
  /// @param ownHealth what the health page tells besides: of the store
  /// @param giveUp hears that there is no getting through to Slack any more
  public void start(
      Environment environment,
      Settings settings,
      InstantSource clock,
      Supplier<Health> ownHealth,
      Runnable giveUp) {
    SlackRequests overHttp = null;
    if (!environment.usesSocketMode()) {
      var signatures = new SignatureCheck(environment.signingSecret(), clock);
      int bodyLimit = settings.http().bodyLimitKib() * 1024;
      overHttp = new SlackRequests(bolt, signatures, bodyLimit);
    }
    http =
        HttpTransport.start(
            environment.host(),
            environment.port(),
            () -> health(ownHealth.get()),
            metrics,
            overHttp);
    if (environment.usesSocketMode()) {
      socket = socket(environment.appToken(), settings.socket(), giveUp);
    }
  }

  private SocketTransport socket(Secret appToken, Settings.Socket settings, Runnable giveUp) {
    var door = new Calls(slack, appToken, metrics, time);
    return new SocketTransport(slack, bolt, appToken, door, settings, api::deadToken, giveUp);
  }

  /// Waits until Slack has told who we are, and in Socket Mode until the connection stands.
  ///
  /// @throws SetupException when Slack turns the token down
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    try {
      identity.copy().orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SetupException wrongToken) {
        throw wrongToken;
      }
      return false;
    }
    return socket == null || socket.awaitConnected(atMost);
  }

  public int port() {
    return http.port();
  }

  /// What Slack knows of people.
  public People people() {
    return locales::person;
  }

  /// Posts in the background; `post.settle` hears how it went.
  public void send(Post post) {
    afterAck.run("a post", () -> api.deliver(post));
  }

  /// Reads in the background what was missed, once the bot listens: from then on it misses nothing.
  public void read(Supplier<List<Reading>> due) {
    boolean listens = socket == null || socket.problem().isEmpty();
    if (listens && identity.isDone() && !identity.isCompletedExceptionally()) {
      afterAck.run("reading what was missed", () -> due.get().forEach(readings::read));
    }
  }

  /// Returns when nothing that the bot wanted of Slack is under way.
  public void awaitIdle() {
    afterAck.awaitIdle();
  }

  private Health health(Health own) {
    var problems = new ArrayList<>(own.problems());
    api.deadToken().ifPresent(error -> problems.add("Slack turns the token down: " + error + "."));
    if (!identity.isDone()) {
      problems.add("Slack has not told yet who the bot is.");
    }
    Optional.ofNullable(socket).flatMap(SocketTransport::problem).ifPresent(problems::add);
    return new Health(problems, own.warnings());
  }

  /// Asks Slack who we are, in the background. It tries for as long as it takes when Slack can't be
  /// reached: a bot may start before its network.
  ///
  /// @param giveUp hears that Slack turns the token down
  public void askWhoWeAre(Runnable giveUp) {
    Thread.ofVirtual().name("who-am-i").start(() -> learnIdentity(giveUp));
  }

  private void learnIdentity(Runnable giveUp) {
    Duration pause = Duration.ofMillis(500);
    while (!identity.isDone()) {
      switch (api.identity()) {
        case Answer.Ok<Identity>(Identity self) -> identity.complete(self);
        case Answer.Refused<Identity>(String error) -> {
          identity.completeExceptionally(
              new SetupException(
                  "Slack turns SLACK_BOT_TOKEN down ("
                      + error
                      + "). Copy the Bot User OAuth Token again from your app's page at Slack,"
                      + " under OAuth & Permissions."));
          giveUp.run();
        }
        case Answer.NotSent<Identity>(String reason) -> pause = waited(pause, reason);
        case Answer.Unsure<Identity>(String reason) -> pause = waited(pause, reason);
      }
    }
  }

  private static Duration waited(Duration pause, String reason) {
    log.warn("Slack could not be asked who we are: {}. Trying again.", reason);
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  /// An event that comes before Slack has told who we are waits for it, but not past its ack.
  private Identity identity() {
    return identity.isDone()
        ? identity.join()
        : identity.copy().orTimeout(ACK_IN_TIME.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.close();
    }
    if (http != null) {
      http.close();
    }
    afterAck.close();
    bolt.app().stop();
    bolt.app().executorService().shutdown();
    try {
      slack.close();
    } catch (Exception e) {
      log.warn("Slack's client did not close well: {}", NameAndPlace.of(e));
    }
  }
}
