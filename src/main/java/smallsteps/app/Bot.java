package smallsteps.app;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.PastTime;
import smallsteps.People;
import smallsteps.ScheduledJob;
import smallsteps.ScheduledReading;
import smallsteps.User;
import smallsteps.config.Environment;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.schedule.Schedule;
import smallsteps.slack.SlackConnection;
import smallsteps.slack.api.SlackClient;
import smallsteps.slack.api.Stopwatch;
import smallsteps.slack.manifest.Manifest;
import smallsteps.slack.web.Health;
import smallsteps.slack.web.Vitals;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;
import smallsteps.supervision.Supervisor;

/// The bot: what it keeps, its rooms, its line to Slack and its jobs.
public final class Bot implements AutoCloseable {
  /// In seconds: a call to Slack may take ten, and is made only within a lease.
  private static final int SHORTEST_LEASE = 30;

  private final CompletableFuture<Void> serving = new CompletableFuture<>();
  final Database database; // for tests that take its disk away
  private final Supervisor supervisor;
  private final NightlyBackup backup;
  private final SlackConnection slack;
  private final ForeignData foreign;
  private final Figures figures;
  private final OutboxFigures owed;
  private final Schedule schedule;
  private final Rooms rooms;
  private final Words words;
  private final boolean isOwnManifest;

  /// Starts to listen and to work.
  ///
  /// @param giveUp hears, once, that there is no getting through to Slack
  /// @throws smallsteps.SetupException what is wrong in the configuration, in sentences
  public Bot(Environment environment, InstantSource clock, Runnable giveUp) {
    this(environment, clock, Stopwatch.REAL, giveUp);
  }

  /// @param time by which it waits for Slack
  public Bot(Environment environment, InstantSource clock, Stopwatch time, Runnable giveUp) {
    this(environment, clock, time, new Supervisor(), giveUp);
  }

  /// @param supervisor starts what must live as long as the bot
  public Bot(
      Environment environment,
      InstantSource clock,
      Stopwatch time,
      Supervisor supervisor,
      Runnable giveUp) {
    this.supervisor = supervisor;
    var client = SlackClient.beginning(environment, time);
    Configuration configuration = Configuration.load(environment);
    configuration.tellWarnings();
    Settings settings = configuration.settings();
    words = configuration.words();
    isOwnManifest = configuration.files().taken().contains("manifest.json");
    database =
        Database.opening(
            environment.databaseUrl(), NightlyBackup.folder(settings), serving, supervisor);
    var outbox = new Outbox(database, clock, terms(settings), this::teamId);
    rooms =
        new BotRooms(
            configuration.files(),
            settings,
            words,
            database,
            clock,
            people(),
            this::teamId,
            outbox);
    backup = new NightlyBackup(settings, database);
    slack =
        new SlackConnection(
            client.join(),
            environment,
            settings,
            words,
            rooms.listeners(),
            user -> chosenLanguage(rooms, user),
            outbox,
            clock,
            supervisor);
    foreign = new ForeignData(database, slack::teamId);
    figures = new Figures(rooms, database, backup);
    figures.tell(slack.metrics());
    owed = new OutboxFigures(outbox, database, clock);
    owed.tell(slack.metrics());
    schedule = started(environment, settings, clock, rooms, giveUp);
  }

  private static Outbox.Terms terms(Settings settings) {
    return new Outbox.Terms(
        UUID.randomUUID().toString(),
        Duration.ofSeconds(Math.max(SHORTEST_LEASE, settings.nudges().leaseSeconds())),
        Duration.ofSeconds(settings.outbox().lostSeconds()));
  }

  /// First what answers, then the file, then Slack: a small machine has no processors to do all at
  /// once, and what needs the file waits for it. A file that can't be used ends the start.
  private Schedule started(
      Environment environment,
      Settings settings,
      InstantSource clock,
      Rooms rooms,
      Runnable giveUp) {
    try {
      slack.start(environment, settings, clock, vitals(), giveUp);
      serving.complete(null);
      database.awaitOpen();
      backup.tellProblem(environment.databaseUrl());
      slack.askWhoWeAre(giveUp);
      return Schedule.start(jobs(rooms), clock, supervisor);
    } catch (RuntimeException e) {
      serving.completeExceptionally(e);
      slack.close();
      database.close();
      throw e;
    }
  }

  /// Who asks in the first moments, before the file is open, is answered in the language of their
  /// Slack: the answer itself may need no file.
  private Optional<Language> chosenLanguage(Rooms rooms, User user) {
    return database.isOpen() ? rooms.chosenLanguages().of(user) : Optional.empty();
  }

  private List<ScheduledJob> jobs(Rooms rooms) {
    List<Feature> features = rooms.features();
    return Stream.of(
            features.stream().flatMap(feature -> feature.jobs().stream()),
            features.stream().flatMap(feature -> feature.readings().stream()).map(this::job),
            backup.job().stream(),
            Stream.of(new PastTimes(database, pastTimes(features)).job()),
            Stream.of(figures.job()))
        .flatMap(jobs -> jobs)
        .toList();
  }

  private static List<PastTime> pastTimes(List<Feature> features) {
    return features.stream().flatMap(feature -> feature.pastTimes().stream()).toList();
  }

  private ScheduledJob job(ScheduledReading reading) {
    return new ScheduledJob(
        reading.name(), reading.every(), now -> slack.read(() -> reading.due().apply(now)));
  }

  private Vitals vitals() {
    return new Vitals() {
      @Override
      public Health health() {
        return Bot.this.health();
      }

      @Override
      public List<String> ended() {
        return supervisor.problems();
      }
    };
  }

  /// What is to be read in a database that can't be used is not looked for there.
  private Health health() {
    List<String> problems =
        Stream.concat(supervisor.problems().stream(), database.problem().stream()).toList();
    Stream<String> kept =
        problems.isEmpty()
            ? Stream.concat(owed.warning().stream(), foreign.problem().stream())
            : Stream.empty();
    return new Health(
        problems,
        Stream.of(
                supervisor.warnings().stream(),
                database.warning().stream(),
                backup.problem().stream(),
                kept)
            .flatMap(warnings -> warnings)
            .toList());
  }

  private Optional<String> teamId() {
    return slack.teamId();
  }

  /// The rooms are there before the line to Slack is, and ask only once it stands.
  private People people() {
    return new People() {
      @Override
      public Person of(User user) {
        return slack.people().of(user);
      }

      @Override
      public String name(String teamId, String id) {
        return slack.people().name(teamId, id);
      }

      @Override
      public boolean hasLeft(User user) {
        return slack.people().hasLeft(user);
      }
    };
  }

  /// Whether, within this time, Slack has told who the bot is and a connection stands.
  ///
  /// @throws smallsteps.SetupException when Slack turns the token down
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    boolean isReady = slack.awaitReady(atMost);
    foreign.problem(); // is logged
    return isReady;
  }

  /// @throws smallsteps.SetupException when Slack has turned a token down that was never good
  public void requireTokens() {
    slack.requireTokens();
  }

  /// The port of its own web server.
  public int port() {
    return slack.port();
  }

  /// Runs a job now and waits for what it posts.
  public void runNow(String job) {
    schedule.runNow(job);
    slack.awaitIdle();
  }

  /// Runs a job now, and does not wait for what it posts.
  public void begin(String job) {
    schedule.runNow(job);
  }

  /// What its rooms look for now and then is looked for now, as their clock may have jumped, and
  /// what they post is waited for.
  public void look() {
    rooms.features().stream()
        .flatMap(feature -> feature.jobs().stream())
        .forEach(job -> schedule.runNow(job.name()));
    slack.awaitIdle();
  }

  Optional<Instant> nextNudge() {
    return database.isOpen() ? rooms.nextNudge() : Optional.empty();
  }

  /// Empty where the team has a manifest of its own, or no words in that language.
  Optional<JsonObject> manifest(String language) {
    return isOwnManifest
        ? Optional.empty()
        : words.languages().stream()
            .filter(spoken -> spoken.code().equals(language))
            .findFirst()
            .map(spoken -> Manifest.of(words.in(spoken), rooms.listeners(), null));
  }

  <T> T read(Function<Sql, T> work) {
    return database.read(work);
  }

  /// Returns when nothing that the bot wanted of Slack is under way.
  public void awaitIdle() {
    slack.awaitIdle();
  }

  @Override
  public void close() {
    slack.beginToEnd();
    schedule.close();
    slack.close();
    database.close();
  }
}
