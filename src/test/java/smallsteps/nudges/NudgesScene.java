package smallsteps.nudges;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.calendar.Calendar;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Owed;
import smallsteps.plans.Plans;
import smallsteps.plans.PlansFeature;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;
import smallsteps.weekly.SlotsByKind;

/// A bot process with its nudges, a clock set by hand and a database file that others may share.
public final class NudgesScene implements AutoCloseable {
  public static final String TEAM = "T1";
  public static final Language SWEDISH = new Language("sv");
  public static final Language ENGLISH = new Language("en");

  public final Database database;
  public final PlansFeature plansRoom;
  public final Plans plans;
  public final Nudges nudges;
  private final NudgesFeature feature;
  private final Outbox outbox;
  private Instant now;
  private int number = 100_000;

  public NudgesScene(Path folder, String owner, String now) {
    database = Migrated.open(folder.resolve("nudges.db"));
    Settings settings = Settings.load(ConfigFiles.packed());
    this.now = Instant.parse(now);
    InstantSource clock = () -> this.now;
    outbox = new Outbox(database, clock, Owed.terms(owner), () -> Optional.of(TEAM));
    Calendar calendar = Calendar.load(ConfigFiles.packed(), "se");
    Words words = Words.load(ConfigFiles.packed(), settings.language());
    var slots = new SlotsByKind();
    feature =
        new NudgesFeature(
            settings,
            Prompts.load(ConfigFiles.packed(), settings.language()),
            new NudgesFeature.Neighbours(
                (principle, language) -> "Title " + principle + " " + language.code(),
                calendar,
                slots),
            words,
            database,
            outbox,
            clock);
    plansRoom =
        new PlansFeature(
            settings,
            new PlansFeature.Neighbours(calendar, _ -> null, slots),
            words,
            database,
            clock);
    plans = new Plans(database, settings.language());
    nudges = new Nudges(database);
  }

  public NudgesScene at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  public NudgesScene later(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  public Instant now() {
    return now;
  }

  /// What is to be posted at this moment.
  public List<Owed> tick() {
    feature.jobs().getFirst().run().accept(now);
    return Owed.claimed(outbox, TEAM, now);
  }

  /// The same, and Slack takes it.
  public List<Owed> tickAndPost() {
    List<Owed> posts = tick();
    posts.forEach(post -> post.done(ts()));
    return posts;
  }

  public String ts() {
    return now.getEpochSecond() + "." + number++;
  }

  public Reply type(String channelId, String text) {
    return type(channelId, text, ENGLISH);
  }

  public Reply type(String channelId, String text, Language language) {
    return type("U1", channelId, text, language);
  }

  private Reply type(String userId, String channelId, String text, Language language) {
    var command = new Request.Command(new User(TEAM, userId), language, channelId, text.strip());
    return plansRoom.listeners().stream()
        .filter(Listener.Command.class::isInstance)
        .map(listener -> ((Listener.Command) listener).answer().apply(command))
        .findFirst()
        .orElseThrow();
  }

  /// What only the person sees.
  public String told(String channelId, String text) {
    return text(type(channelId, text));
  }

  public String told(String channelId, String text, Language language) {
    return text(type(channelId, text, language));
  }

  /// What another person sees.
  public String toldTo(String userId, String channelId, String text) {
    return text(type(userId, channelId, text, ENGLISH));
  }

  private static String text(Reply reply) {
    return switch (reply) {
      case Reply.OnlyYou only -> only.content().text();
      case Reply.OpenView open -> open.instead().text();
      case Reply.All all -> text(all.replies().getLast());
      default -> throw new AssertionError("Not for one person: " + reply);
    };
  }

  /// The nudge that `/nudge now` wants posted.
  public Owed typeNow(String channelId) {
    type(channelId, "now");
    return Owed.claimed(outbox, TEAM, now).stream()
        .filter(owed -> owed.channelId().equals(channelId))
        .findFirst()
        .orElseThrow();
  }

  /// What became of each, the oldest first: `late too_late`.
  public List<String> receipts() {
    return nudges.ofAll(null, null, null).stream().map(NudgesScene::receipt).toList();
  }

  /// The newest of them.
  public String receipt() {
    return receipt(last());
  }

  private static String receipt(Nudge nudge) {
    return nudge.state() + (nudge.reason() == null ? "" : " " + nudge.reason());
  }

  public Nudge last() {
    return nudges.ofAll(null, null, null).getLast();
  }

  @Override
  public void close() {
    database.close();
  }
}
