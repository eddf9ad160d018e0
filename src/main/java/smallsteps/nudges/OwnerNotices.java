package smallsteps.nudges;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Post;
import smallsteps.User;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Tells whoever set a plan, once and alone, that it rests because the bot can't write in the
/// channel, and what brings it back. Who switched such notices off is told nothing.
///
/// @param say in a language
record OwnerNotices(
    Database database, Care care, Function<Language, PlanSentences> say, NoticeBlocks blocks) {

  List<Post> due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    if (database.read(sql -> new ComingStore(sql).isSomethingOver())) {
      database.write(sql -> {
        new ComingStore(sql).forgetWhatIsOver();
        return null;
      });
    }
    return database.read(OwnerNotices::untold).stream()
        .flatMap(plan -> tell(plan, now).stream())
        .toList();
  }

  private static List<Plan> untold(Sql sql) {
    var plans = new PlanStore(sql);
    return new ComingStore(sql)
        .untold().stream().map(plans::find).flatMap(Optional::stream).toList();
  }

  private Optional<Post> tell(Plan plan, Instant now) {
    return switch (care.gate(owner(plan), Kind.OWNER_TOLD, now)) {
      case Care.Gate.Open open ->
          told(plan, now) ? Optional.of(notice(plan, open)) : Optional.empty();
      case Care.Gate.ShutUntil _ -> Optional.empty();
      case Care.Gate.Shut _ -> {
        told(plan, now);
        yield Optional.empty();
      }
    };
  }

  /// Kept first that they are told, then told: not at all beats twice. False when they are already.
  private boolean told(Plan plan, Instant now) {
    return database.write(sql -> {
      var store = new ComingStore(sql);
      boolean isOurs = store.untold().contains(plan.channel());
      if (isOurs) {
        store.told(plan.channel(), now);
      }
      return isOurs;
    });
  }

  private Post notice(Plan plan, Care.Gate.Open open) {
    Language language = care.person(owner(plan)).language();
    PlanSentences words = say.apply(language);
    String text =
        words.say(
            "owner_told",
            "channel",
            new Mrkdwn("<#" + plan.channel().id() + ">"),
            "rests",
            new Mrkdwn(words.rests(plan.pause())));
    return open.post(blocks.notice(text, language), null, _ -> {});
  }

  private static User owner(Plan plan) {
    return new User(plan.channel().teamId(), plan.setBy());
  }
}
