package smallsteps.channels;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.ScheduledJob;
import smallsteps.care.Care;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.plans.PlansFeature;
import smallsteps.storage.ChannelIds;
import smallsteps.storage.Database;

/// What becomes of a channel's nudges when the bot comes and goes: a word of welcome where it is
/// new, a plan that rests while it cannot write there and goes on when it can, and its owner told.
public final class ChannelsFeature implements Feature {

  /// The job's name in the schedule.
  public static final String TELL_OWNERS = "tell-owners";

  private final Duration every;
  private final Database database;
  private final Comings comings;
  private final OwnerNotices notices;

  public ChannelsFeature(
      Settings settings,
      PlansFeature plans,
      Care care,
      Words words,
      Database database,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    every = Duration.ofSeconds(settings.nudges().checkSeconds());
    comings = new Comings(database, words, plans, settings.language(), outbox);
    var blocks = new NoticeBlocks(new WhyBlocks(words));
    notices = new OwnerNotices(database, care, words, plans, blocks, outbox, clock);
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Invited(comings::invited),
        new Listener.ChannelIdChanged(this::moved),
        new Listener.Unarchived(comings::unarchived),
        new Listener.Left(comings::left));
  }

  private Reply moved(Request.ChannelIdChanged change) {
    new ChannelIds(database).change(change.teamId(), change.oldChannelId(), change.newChannelId());
    return Reply.nothing();
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(new ScheduledJob(TELL_OWNERS, every, notices::due));
  }
}
