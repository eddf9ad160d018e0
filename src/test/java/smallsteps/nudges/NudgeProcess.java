package smallsteps.nudges;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
import smallsteps.plans.PlansFeature;
import smallsteps.storage.Database;
import smallsteps.weekly.SlotsByKind;

/// One process of several that share a database: dead and started again, it knows what the database
/// knows and nothing more.
final class NudgeProcess {
  private static final Settings SETTINGS = withoutDaysOff(Settings.load(ConfigFiles.packed()));
  private static final Prompts PROMPTS = Prompts.load(ConfigFiles.packed(), SETTINGS.language());
  private static final Words WORDS = Words.load(ConfigFiles.packed(), SETTINGS.language());
  private static final Calendar CALENDAR = Calendar.load(ConfigFiles.packed(), "se");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Database database;
  private final Supplier<Instant> clock;
  private Outbox outbox;
  private NudgesFeature feature;
  private PlansFeature plansRoom;

  NudgeProcess(Database database, Supplier<Instant> clock) {
    this.database = database;
    this.clock = clock;
    restart();
  }

  /// The stories are of clocks: every week is to have its turn.
  private static Settings withoutDaysOff(Settings shipped) {
    Settings.Nudges nudges = shipped.nudges();
    return new Settings(
        shipped.language(),
        shipped.zone(),
        shipped.country(),
        shipped.commands(),
        new Settings.Nudges(
            nudges.checkSeconds(),
            nudges.leaseSeconds(),
            nudges.lateHours(),
            new Settings.Skip(false, false, false, false),
            nudges.digest()),
        shipped.outbox(),
        shipped.reactions(),
        shipped.backup(),
        shipped.http(),
        shipped.socket());
  }

  static int prompts() {
    return PROMPTS.in(SETTINGS.language()).size();
  }

  void restart() {
    outbox =
        new Outbox(
            database,
            clock::get,
            Owed.terms("process " + NUMBER.incrementAndGet()),
            () -> Optional.of(NudgesScene.TEAM));
    var slots = new SlotsByKind();
    feature =
        new NudgesFeature(
            SETTINGS,
            PROMPTS,
            new NudgesFeature.Neighbours(
                (principle, language) -> "Title " + principle + " " + language.code(),
                CALENDAR,
                slots),
            WORDS,
            database,
            outbox,
            clock::get);
    plansRoom =
        new PlansFeature(
            SETTINGS,
            new PlansFeature.Neighbours(CALENDAR, _ -> null, slots),
            WORDS,
            database,
            clock::get);
  }

  List<Owed> tick(String channelId) {
    feature.jobs().getFirst().run().accept(clock.get());
    return Owed.claimed(outbox, NudgesScene.TEAM, clock.get()).stream()
        .filter(owed -> owed.channelId().equals(channelId))
        .toList();
  }

  Reply type(String channelId, String text) {
    var user = new User(NudgesScene.TEAM, "U1");
    return plansRoom.listeners().stream()
        .map(listener -> ((Listener.Command) listener).answer())
        .map(
            answer -> answer.apply(new Request.Command(user, NudgesScene.ENGLISH, channelId, text)))
        .findFirst()
        .orElseThrow();
  }

  /// The nudge that `/nudge now` wants posted.
  Owed typeNow(String channelId) {
    type(channelId, "now");
    return Owed.claimed(outbox, NudgesScene.TEAM, clock.get()).stream()
        .filter(owed -> owed.channelId().equals(channelId))
        .findFirst()
        .orElseThrow();
  }
}
