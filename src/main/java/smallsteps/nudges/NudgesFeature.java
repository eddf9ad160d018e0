package smallsteps.nudges;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.ScheduledJob;
import smallsteps.calendar.Calendar;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.plans.DaysOff;
import smallsteps.plans.Plans;
import smallsteps.storage.Database;
import smallsteps.weekly.Lateness;
import smallsteps.weekly.SlotsByKind;

/// The nudges that channels have planned.
public final class NudgesFeature implements Feature {

  /// The job's name in the schedule.
  public static final String POST_NUDGES = "post-nudges";

  private final Duration every;
  private final DueNudges due;

  /// What the room gets from others.
  ///
  /// @param titles a principle's title, by its number
  /// @param slots where those of the nudges are made known
  public record Neighbours(
      BiFunction<Integer, Language, String> titles, Calendar calendar, SlotsByKind slots) {}

  public NudgesFeature(
      Settings settings,
      Prompts prompts,
      Neighbours neighbours,
      Words words,
      Database database,
      Outbox outbox,
      InstantSource clock) {
    every = Duration.ofSeconds(settings.nudges().checkSeconds());
    var blocks = new NudgeBlocks(words, neighbours.titles());
    var daysOff = new DaysOff(neighbours.calendar());
    var lateness = new Lateness(Duration.ofHours(settings.nudges().lateHours()));
    due = new DueNudges(lateness, database, prompts, daysOff, blocks, words, outbox, clock);
    neighbours.slots().add(Plans.NUDGE, due);
  }

  @Override
  public List<Listener> listeners() {
    return List.of();
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(new ScheduledJob(POST_NUDGES, every, due::post));
  }
}
