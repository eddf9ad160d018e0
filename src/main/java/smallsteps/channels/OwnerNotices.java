package smallsteps.channels;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Outcome;
import smallsteps.User;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.config.Words;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.plans.Plan;
import smallsteps.plans.Plans;
import smallsteps.plans.PlansFeature;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Tells whoever set a plan, once and alone, that it rests because the bot can't write in the
/// channel, and what brings it back. Who switched such notices off is told nothing.
final class OwnerNotices implements Sending {
  private final Database database;
  private final Care care;
  private final Words words;
  private final PlansFeature plans;
  private final NoticeBlocks blocks;
  private final Outbox.Kind kind;
  private final InstantSource clock;

  OwnerNotices(
      Database database,
      Care care,
      Words words,
      PlansFeature plans,
      NoticeBlocks blocks,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.care = care;
    this.words = words;
    this.plans = plans;
    this.blocks = blocks;
    this.clock = clock;
    kind = outbox.kind("owner_notice", this);
  }

  void due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    if (database.read(sql -> new ComingStore(sql).isSomethingOver())) {
      database.write(sql -> {
        new ComingStore(sql).forgetWhatIsOver();
        return null;
      });
    }
    database.read(OwnerNotices::untold).stream()
        .filter(plan -> kind.isOurs(plan.channel().teamId()))
        .forEach(plan -> tell(plan, now));
  }

  private static List<Plan> untold(Sql sql) {
    return new ComingStore(sql)
        .untold().stream()
            .map(channel -> Plans.find(sql, channel))
            .flatMap(Optional::stream)
            .toList();
  }

  private void tell(Plan plan, Instant now) {
    switch (care.gate(owner(plan), Kind.OWNER_TOLD, now)) {
      case Care.Gate.Open _ -> keepAsTold(plan, now, true);
      case Care.Gate.ShutUntil _ -> {}
      case Care.Gate.Shut _ -> keepAsTold(plan, now, false);
    }
  }

  /// Kept as told in the same transaction in which it is owed.
  private void keepAsTold(Plan plan, Instant now, boolean isOwed) {
    database.write(sql -> {
      var store = new ComingStore(sql);
      if (store.untold().contains(plan.channel())) {
        store.keepAsTold(plan.channel(), now);
        if (isOwed) {
          kind.owe(sql, plan.channel().teamId(), plan.setBy(), plan.channel().id());
        }
      }
      return null;
    });
  }

  /// Nothing where the plan goes on by then, or is another's.
  @Override
  public Wanted wanted(Debt debt) {
    var channel = new Channel(debt.teamId(), debt.subject());
    return database
        .read(sql -> Plans.find(sql, channel))
        .filter(plan -> debt.channelId().equals(plan.setBy()))
        .filter(plan -> plan.pause() != null && plan.pause().needsAPerson())
        .flatMap(this::post)
        .map(Wanted::now)
        .orElseGet(() -> Wanted.noMore("not_now"));
  }

  private Optional<Act> post(Plan plan) {
    return care.gate(owner(plan), Kind.OWNER_TOLD, clock.instant()) instanceof Care.Gate.Open open
        ? Optional.of(open.post(notice(plan), null))
        : Optional.empty();
  }

  /// Who was not to be told just then may be told another time.
  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    if (outcome instanceof Outcome.Dropped) {
      new ComingStore(sql).untold(new Channel(debt.teamId(), debt.subject()));
    }
  }

  private Content notice(Plan plan) {
    Language language = care.person(owner(plan)).language();
    String text =
        words
            .in(language)
            .say(
                "nudges.owner_told",
                "channel",
                new Mrkdwn("<#" + plan.channel().id() + ">"),
                "rests",
                new Mrkdwn(plans.rests(plan, language)));
    return blocks.notice(text, language);
  }

  private static User owner(Plan plan) {
    return new User(plan.channel().teamId(), plan.setBy());
  }
}
