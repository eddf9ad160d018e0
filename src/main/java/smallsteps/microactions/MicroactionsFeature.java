package smallsteps.microactions;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import smallsteps.ChannelLanguages;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.MessageId;
import smallsteps.Reply;
import smallsteps.ScheduledJob;
import smallsteps.UserTable;
import smallsteps.care.Care;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Prompts;
import smallsteps.config.Words;
import smallsteps.nudges.Nudges;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;
import smallsteps.wins.Draft;
import smallsteps.wins.PersonalWins;

/// Something small to do, for the time one has.
public final class MicroactionsFeature implements Feature {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final Promises promises;
  private final FollowUps followUps;
  private final Proposals proposals;

  /// What the room gets from others.
  ///
  /// @param winForm opens the modal of a small thing with a draft in it
  /// @param principleTitles a principle's title by its number, 1 to 7
  public record Neighbours(
      Care care,
      PersonalWins wins,
      BiFunction<Language, Draft, Reply> winForm,
      ChannelLanguages languages,
      BiFunction<Integer, Language, String> principleTitles) {}

  public MicroactionsFeature(
      Words words,
      Prompts prompts,
      Database database,
      Outbox outbox,
      Neighbours neighbours,
      InstantSource clock) {
    this.database = database;
    Care care = neighbours.care();
    promises = new Promises(words, new Offers(prompts, database), database, care, clock);
    followUps =
        new FollowUps(
            words,
            new FollowUpBlocks(words, new WhyBlocks(words)),
            database,
            care,
            neighbours.wins(),
            neighbours.winForm(),
            outbox,
            clock);
    proposals =
        new Proposals(
            words, neighbours.principleTitles(), database, neighbours.languages(), outbox, clock);
  }

  /// Whether somebody took something on under this nudge.
  public boolean isTakenOn(MessageId nudge) {
    return database.read(sql -> new PromiseStore(sql).isAnyUnder(nudge));
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Action(Nudges.MINUTES_ACTION, promises::offer),
        new Listener.Action(OfferBlocks.ANOTHER, promises::another),
        new Listener.Action(OfferBlocks.OTHER_TIME, promises::otherTime),
        new Listener.Action(OfferBlocks.PROMISE, promises::promise),
        new Listener.Action(OfferBlocks.NEVER_MIND, followUps::neverMind),
        new Listener.Action(FollowUpBlocks.DID, followUps::did),
        new Listener.Action(FollowUpBlocks.NOT_YET, followUps::notYet),
        new Listener.Action(FollowUpBlocks.LEARNED, followUps::learned),
        new Listener.Action(OfferBlocks.PROPOSE, proposals::open),
        new Listener.GlobalShortcut(
            "propose_microaction", "microactions.shortcut", proposals::open),
        new Listener.ViewSubmission(ProposalModal.CALLBACK, proposals::submitted),
        new Listener.Action(ProposalBlocks.ACCEPT, proposals::accept),
        new Listener.Action(ProposalBlocks.DECLINE, proposals::decline));
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(new ScheduledJob("ask-about-microactions", EVERY, followUps::due));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(
        new UserTable(
            "microaction",
            proposals::forget,
            user -> database.read(sql -> new MicroactionStore(sql).export(user))),
        new UserTable(
            "microaction_promise",
            user -> database.write(sql -> new PromiseStore(sql).forget(user)),
            user -> database.read(sql -> new PromiseStore(sql).export(user))));
  }
}
