package smallsteps.channels;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.care.Questions;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.plans.Plan;
import smallsteps.plans.Plans;
import smallsteps.plans.PlansFeature;
import smallsteps.storage.Database;

/// Tells whoever set a plan, once and alone, that it rests because the bot can't write in the
/// channel, and what brings it back. Who switched such notices off is told nothing.
final class OwnerNotices {
  private final Database database;
  private final Care care;
  private final Words words;
  private final PlansFeature plans;
  private final NoticeBlocks blocks;
  private final Outbox outbox;
  private final Questions<Notice> notices;

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
    this.outbox = outbox;
    notices =
        new Questions<>(
                care,
                database,
                outbox,
                clock,
                Kind.OWNER_TOLD,
                "owner_notice",
                NoticeStore::new,
                this::telling)
            .known();
  }

  void due(Instant at) {
    outbox
        .teamId()
        .filter(team -> database.read(sql -> new NoticeStore(sql).isSomethingOver(team)))
        .ifPresent(this::forgetWhatIsOver);
    notices.due(at);
  }

  private void forgetWhatIsOver(String teamId) {
    database.write(sql -> {
      new NoticeStore(sql).forgetWhatIsOver(teamId);
      return null;
    });
  }

  /// Empty where the plan goes on by now, or is another's.
  private Optional<Questions.Now> telling(Notice notice) {
    return database
        .read(sql -> Plans.find(sql, notice.channel()))
        .filter(plan -> notice.owner().id().equals(plan.setBy()))
        .filter(plan -> plan.pause() != null && plan.pause().needsAPerson())
        .map(plan ->
            new Questions.Now(
                new Questions.To.Person(notice.owner()),
                notice.channel().id(),
                null,
                open -> open.post(said(plan, care.person(notice.owner()).language()), null)));
  }

  private Content said(Plan plan, Language language) {
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
}
