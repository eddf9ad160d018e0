package smallsteps.plans;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.PastTime;
import smallsteps.People;
import smallsteps.UserTable;
import smallsteps.calendar.Calendar;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.weekly.Rhythm;
import smallsteps.weekly.SlotsByKind;

/// `/nudge`, and the plans that it keeps.
public final class PlansFeature implements Feature {
  static final String COMMAND = "/nudge";

  private final Words words;
  private final Database database;
  private final DaysOff daysOff;
  private final NudgeAnswers answers;

  /// What the room gets from others.
  ///
  /// @param people tell whether the owner of a plan has left
  public record Neighbours(Calendar calendar, People people, SlotsByKind slots) {}

  public PlansFeature(
      Settings settings,
      Neighbours neighbours,
      Words words,
      Database database,
      InstantSource clock) {
    this.words = words;
    this.database = database;
    daysOff = new DaysOff(neighbours.calendar());
    answers =
        new NudgeAnswers(
            settings, words, database, clock, neighbours.slots(), daysOff, neighbours.people());
  }

  /// When a channel's next nudge comes; empty for a channel without a plan.
  public Optional<Plans.Next> next(Channel channel) {
    return answers
        .changes()
        .find(channel)
        .map(plan ->
            new Plans.Next(
                channel.id(), answers.outlook().next(plan).map(Rhythm.Slot::at).orElse(null)));
  }

  /// When the next nudge comes, or why none does, in words.
  public String comes(Plan plan, Language language) {
    return answers.outlook().comes(plan, sentences(language));
  }

  /// That a plan rests, and what to do about it, in words.
  public String rests(Plan plan, Language language) {
    return sentences(language).rests(plan);
  }

  private PlanSentences sentences(Language language) {
    return new PlanSentences(words.in(language), daysOff);
  }

  /// Where somebody may change nothing because of an owner who has left the workspace, everybody
  /// may from now on; true then. Slack is asked before anything is written.
  public boolean freed(Channel channel, String userId) {
    return answers.changes().freed(channel, userId);
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Command(COMMAND, "nudges.command", answers::answer),
        new Listener.Action(Plans.OPEN_SETTINGS, answers.form()::open),
        new Listener.Action(SettingsModal.CHANNEL, answers.form()::otherChannel),
        new Listener.Options(SettingsModal.ZONE, answers.form()::zones),
        new Listener.ViewSubmission(SettingsModal.CALLBACK, answers.form()::submitted));
  }

  /// Slots are counted from when a plan was set.
  @Override
  public List<PastTime> pastTimes() {
    return List.of(new PastTime("weekly", "since"));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(
        new UserTable(
            "nudge_plan",
            user -> database.write(sql -> new PlanStore(sql).forget(user)),
            user -> database.read(sql -> new PlanStore(sql).export(user))));
  }
}
