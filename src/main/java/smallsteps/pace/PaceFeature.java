package smallsteps.pace;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.MessageId;
import smallsteps.PastTime;
import smallsteps.ScheduledJob;
import smallsteps.care.Care;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Words;
import smallsteps.nudges.Nudges;
import smallsteps.outbox.Outbox;
import smallsteps.plans.Plans;
import smallsteps.plans.PlansFeature;
import smallsteps.storage.Database;

/// A bot that backs off where nobody answers.
public final class PaceFeature implements Feature {
  private static final Duration EVERY = Duration.ofMinutes(30);

  private final PaceQuestions questions;
  private final PaceAnswers answers;

  /// What the room gets from others.
  ///
  /// @param isAnswered whether something came of a nudge
  public record Neighbours(
      Nudges nudges,
      Plans plans,
      PlansFeature plansRoom,
      Predicate<MessageId> isAnswered,
      Care care) {}

  public PaceFeature(
      Words words, Database database, Outbox outbox, Neighbours neighbours, InstantSource clock) {
    var plans = neighbours.plans();
    var blocks = new PaceBlocks(words, new WhyBlocks(words));
    questions =
        new PaceQuestions(
            blocks,
            database,
            neighbours.nudges(),
            plans,
            neighbours.isAnswered(),
            neighbours.care(),
            outbox,
            clock);
    answers = new PaceAnswers(words, blocks, database, plans, neighbours.plansRoom(), clock);
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Action(PaceBlocks.KEEP, answers::keep),
        new Listener.Action(PaceBlocks.LESS, answers::less),
        new Listener.Action(PaceBlocks.PAUSE, answers::pause));
  }

  /// From then on a channel has its time to choose.
  @Override
  public List<PastTime> pastTimes() {
    return List.of(new PastTime("pace_question", "asked_at"));
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(new ScheduledJob("ask-for-pace", EVERY, questions::due));
  }
}
