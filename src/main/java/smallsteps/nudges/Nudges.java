package smallsteps.nudges;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.ChannelLanguages;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.calendar.Calendar;
import smallsteps.calendar.DayOff;
import smallsteps.storage.Database;

/// The nudges for other rooms to read, and which language a channel has chosen.
public final class Nudges implements ChannelLanguages {

  /// The button under a nudge, "I did a small thing"; its value is when the nudge was due.
  public static final String WIN_ACTION = "nudge_win";

  /// The buttons under a nudge, "I have 5 minutes", told apart by what follows a colon; the value
  /// is the minutes, the principle and the prompt's id.
  public static final String MINUTES_ACTION = "microaction_minutes";

  /// The `action_id` of a button that opens a channel's settings. The button's value may be the
  /// channel's id; without one it is the channel that the button stands in.
  public static final String OPEN_SETTINGS = "nudge_settings";

  private final Database database;
  private final Language fallback;

  public Nudges(Database database, Language fallback) {
    this.database = database;
    this.fallback = fallback;
  }

  /// The nudge that stands under this `ts`.
  public Optional<Nudge> find(MessageId message) {
    return database.read(sql -> new SlotStore(sql).find(message));
  }

  /// Every settled nudge, the oldest first.
  ///
  /// @param since those due at this time or later; null for all
  /// @param until those due before this time; null for all
  /// @param channelId null for every channel
  public List<Nudge> all(Instant since, Instant until, String channelId) {
    return database.read(sql -> new SlotStore(sql).settled(since, until, channelId));
  }

  /// How many there are in each state.
  public Map<String, Integer> countsByState() {
    return database.read(sql -> new SlotStore(sql).countsByState());
  }

  /// The channels that have a plan, or had a nudge.
  public List<String> channelIds() {
    return database.read(sql -> new SlotStore(sql).channelIds());
  }

  /// A channel that has a plan, paused or not.
  ///
  /// @param since when the plan was last set
  public record PlannedChannel(String teamId, String channelId, Instant since) {}

  public List<PlannedChannel> plannedChannels() {
    return database.read(sql ->
        new PlanStore(sql)
            .all().stream()
                .map(plan ->
                    new PlannedChannel(plan.channel().teamId(), plan.channel().id(), plan.setAt()))
                .toList());
  }

  /// The weekly nudges that a channel asked for.
  ///
  /// @param pausedUntil the first day they come again after a pause, be it over; null where none or
  ///   no end was chosen
  /// @param isEverySecond they come every second week already
  public record Weekly(
      String teamId,
      String channelId,
      ZoneId zone,
      Language language,
      boolean isPaused,
      LocalDate pausedUntil,
      boolean isEverySecond) {

    public boolean isPausedOn(LocalDate date) {
      return isPaused && (pausedUntil == null || date.isBefore(pausedUntil));
    }
  }

  public List<Weekly> weekly() {
    return database.read(sql -> new PlanStore(sql).all().stream().map(Nudges::weekly).toList());
  }

  private static Weekly weekly(Plan plan) {
    Plan.Pause pause = plan.pause();
    return new Weekly(
        plan.channel().teamId(),
        plan.channel().id(),
        plan.rhythm().zone(),
        plan.language(),
        pause != null,
        pause == null ? null : pause.until(),
        plan.rhythm().everySecondFrom() != null);
  }

  /// A digest that a channel asked for, each week at its local time.
  ///
  /// @param since none is due before this
  /// @param isPaused the channel rests
  /// @param pausedUntil the first day it goes again; null until somebody resumes it
  /// @param skips the days off on which the channel wants nothing
  public record PlannedDigest(
      String teamId,
      String channelId,
      DayOfWeek weekday,
      LocalTime time,
      ZoneId zone,
      Language language,
      Instant since,
      boolean isPaused,
      LocalDate pausedUntil,
      Set<DayOff.Kind> skips) {

    public boolean isOf(String team, String channel) {
      return teamId.equals(team) && channelId.equals(channel);
    }

    public boolean isPausedOn(LocalDate date) {
      return isPaused && (pausedUntil == null || date.isBefore(pausedUntil));
    }
  }

  public List<PlannedDigest> plannedDigests() {
    return database.read(sql ->
        new PlanStore(sql)
            .all().stream()
                .filter(plan -> plan.choices().digest() != null)
                .map(Nudges::digest)
                .toList());
  }

  private static PlannedDigest digest(Plan plan) {
    Choices.Digest digest = plan.choices().digest();
    Plan.Pause pause = plan.pause();
    return new PlannedDigest(
        plan.channel().teamId(),
        plan.channel().id(),
        digest.weekday(),
        digest.time(),
        plan.rhythm().zone(),
        plan.language(),
        digest.since(),
        pause != null,
        pause == null ? null : pause.until(),
        DaysOff.kinds(plan.choices().skips()));
  }

  /// When a channel's next nudge comes.
  ///
  /// @param at in the plan's own zone; null while none comes
  public record Next(String channelId, ZonedDateTime at) {}

  /// Empty for a channel without a plan.
  public Optional<Next> next(String teamId, String channelId, Calendar calendar, Instant now) {
    var outlook = new Outlook(database, new DaysOff(calendar), () -> now);
    return database
        .read(sql -> new PlanStore(sql).find(new Channel(teamId, channelId)))
        .map(plan ->
            new Next(
                channelId,
                Optional.of(plan)
                    .filter(one -> one.pause() == null || one.pause().until() != null)
                    .flatMap(outlook::next)
                    .map(Rhythm.Slot::at)
                    .orElse(null)));
  }

  /// The channels whose plan this person has set.
  public List<String> channelsSetBy(User user) {
    return database.read(sql ->
        new PlanStore(sql)
            .setBy(user).stream().map(plan -> String.valueOf(plan.get("channel"))).toList());
  }

  @Override
  public Language of(String teamId, String channelId) {
    return database
        .read(sql -> new PlanStore(sql).find(new Channel(teamId, channelId)))
        .map(Plan::language)
        .orElse(fallback);
  }
}
