package smallsteps.catchup;

import java.time.Duration;
import java.util.List;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.OwnWorkspace;
import smallsteps.ScheduledReading;
import smallsteps.nudges.Nudges;
import smallsteps.plans.Plans;
import smallsteps.reactions.Reactions;
import smallsteps.storage.Database;
import smallsteps.wins.Wins;

/// Catching up with what happened while the bot was away.
public final class CatchUpFeature implements Feature {

  /// The reading's name in the schedule.
  public static final String CATCH_UP = "catch-up";

  /// How often it is looked what is due; the first looks may come before the bot serves.
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  private final DueReadings due;

  public CatchUpFeature(
      Database database,
      Plans plans,
      Nudges nudges,
      Wins wins,
      Reactions reactions,
      OwnWorkspace ownWorkspace) {
    due = new DueReadings(database, plans, nudges, wins, reactions, ownWorkspace);
  }

  @Override
  public List<Listener> listeners() {
    return List.of();
  }

  @Override
  public List<ScheduledReading> readings() {
    return List.of(new ScheduledReading(CATCH_UP, LOOK_EVERY, due::at));
  }
}
