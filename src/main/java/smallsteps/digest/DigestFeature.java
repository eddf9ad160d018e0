package smallsteps.digest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.ScheduledJob;
import smallsteps.calendar.Calendar;
import smallsteps.care.Care;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.plans.Plans;
import smallsteps.reactions.Reactions;
import smallsteps.spread.Spread;
import smallsteps.storage.Database;
import smallsteps.weekly.Lateness;
import smallsteps.wins.Wins;

/// The digest: the channel's week, once a week.
public final class DigestFeature implements Feature {

  /// Its name, for those who want to run it at once.
  public static final String POST_DIGESTS = "post-digests";

  private final DueDigests due;
  private final Preview preview;

  /// What the room gets from others.
  ///
  /// @param titles a principle's title, by its number
  public record Neighbours(
      Plans plans, BiFunction<Integer, Language, String> titles, Calendar calendar, Care care) {}

  public DigestFeature(
      Settings settings,
      Words words,
      Database database,
      Neighbours neighbours,
      Outbox outbox,
      InstantSource clock) {
    var reader =
        new WeekReader(new Wins(database), new Reactions(database), new Spread(database), words);
    var editor =
        new Editor(
            database, reader, new DigestBlocks(words, neighbours.titles(), new WhyBlocks(words)));
    var lateness = new Lateness(Duration.ofHours(settings.nudges().lateHours()));
    due = new DueDigests(lateness, database, editor, neighbours, outbox, clock);
    preview = new Preview(words, due, editor, neighbours, clock, settings.zone());
  }

  @Override
  public List<Listener> listeners() {
    return List.of();
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(new ScheduledJob(POST_DIGESTS, Duration.ofSeconds(30), due::post));
  }

  /// What the channel's digest would say if it came now.
  public Reply preview(Request.Command asked) {
    return preview.answer(asked);
  }
}
