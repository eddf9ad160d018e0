package smallsteps.nudges;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import smallsteps.Channel;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.PastTime;
import smallsteps.People;
import smallsteps.ScheduledJob;
import smallsteps.UserTable;
import smallsteps.calendar.Calendar;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;

/// `/nudge`, and the nudges that it asks for.
public final class NudgesFeature implements Feature {

  /// The job's name in the schedule.
  public static final String POST_NUDGES = "post-nudges";

  private final Database database;
  private final Duration every;
  private final DueNudges due;
  private final NudgeAnswers answers;

  /// What the room gets from others.
  ///
  /// @param titles a principle's title, by its number
  /// @param people tell whether the owner of a plan has left
  public record Neighbours(
      BiFunction<Integer, Language, String> titles, Calendar calendar, People people) {}

  public NudgesFeature(
      Settings settings,
      Prompts prompts,
      Neighbours neighbours,
      Words words,
      Database database,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    every = Duration.ofSeconds(settings.nudges().checkSeconds());
    var blocks = new NudgeBlocks(words, neighbours.titles());
    var daysOff = new DaysOff(neighbours.calendar());
    due =
        new DueNudges(settings.nudges(), database, prompts, daysOff, blocks, words, outbox, clock);
    answers = new NudgeAnswers(settings, words, database, clock, due, daysOff, neighbours.people());
  }

  /// Where somebody may change nothing because of an owner who has left the workspace, everybody
  /// may from now on; true then. Slack is asked before anything is written.
  public boolean freed(String teamId, String channelId, String userId) {
    return answers.changes().freed(new Channel(teamId, channelId), userId);
  }

  /// From the week of this day on a nudge comes every second week, the first in that very week.
  ///
  /// @param userId who wants it; null for nobody, then nothing forbids it
  /// @return false where there is no plan, or only its owner may change it
  public boolean everySecondWeek(String teamId, String channelId, String userId, LocalDate from) {
    return change(
        teamId, channelId, userId, plan -> plan.with(plan.rhythm().everySecondFrom(from)));
  }

  /// No nudge until somebody resumes them.
  ///
  /// @return false where there is no plan, or only its owner may change it
  public boolean pause(String teamId, String channelId, String userId) {
    return change(teamId, channelId, userId, plan -> plan.with(new Plan.Pause(Reason.ASKED, null)));
  }

  private boolean change(
      String teamId, String channelId, String userId, UnaryOperator<Plan> change) {
    return database.write(sql -> {
      var plans = new PlanStore(sql);
      Optional<Plan> plan =
          plans
              .find(new Channel(teamId, channelId))
              .filter(p -> userId == null || p.mayBeChangedBy(userId));
      plan.map(change).ifPresent(plans::set);
      return plan.isPresent();
    });
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Command(
            "/nudge",
            "[måndag 09:00 | monday 09:00 | next | pause | resume | off | now | help]",
            "En nudge i veckan i kanalen / A nudge a week in this channel",
            answers::answer),
        new Listener.Action(Nudges.OPEN_SETTINGS, answers.form()::open),
        new Listener.Action(SettingsModal.CHANNEL, answers.form()::otherChannel),
        new Listener.Options(SettingsModal.ZONE, answers.form()::zones),
        new Listener.ViewSubmission(SettingsModal.CALLBACK, answers.form()::submitted));
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(new ScheduledJob(POST_NUDGES, every, due::post));
  }

  /// Turns are counted from when a plan was set.
  @Override
  public List<PastTime> pastTimes() {
    return List.of(
        new PastTime("nudge_plan", "set_at"), new PastTime("nudge_plan", "digest_set_at"));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(
        new UserTable(
            "nudge_plan",
            user -> database.write(sql -> new PlanStore(sql).forget(user)),
            user -> database.read(sql -> new PlanStore(sql).setBy(user))));
  }
}
