package smallsteps.nudges;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import smallsteps.Content;
import smallsteps.Mrkdwn;
import smallsteps.Post;
import smallsteps.User;
import smallsteps.storage.Database;

/// Tells whoever set a plan, once and alone, that it rests because the bot can't write in the
/// channel, and what brings it back.
///
/// @param say in a person's own language
record OwnerNotices(Database database, Function<User, PlanSentences> say) {

  /// Kept first that they are told, then told: not at all beats twice.
  List<Post> due(Instant at) {
    if (!database.read(sql -> isSomethingToDo(new ComingStore(sql)))) {
      return List.of();
    }
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    List<Plan> untold =
        database.write(sql -> {
          var store = new ComingStore(sql);
          store.forgetWhatIsOver();
          var plans = new PlanStore(sql);
          List<Plan> resting =
              store.untold().stream().map(plans::find).flatMap(Optional::stream).toList();
          resting.forEach(plan -> store.told(plan.channel(), now));
          return resting;
        });
    return untold.stream().map(this::notice).toList();
  }

  private static boolean isSomethingToDo(ComingStore store) {
    return !store.untold().isEmpty() || store.isSomethingOver();
  }

  private Post notice(Plan plan) {
    var owner = new User(plan.channel().teamId(), plan.setBy());
    PlanSentences words = say.apply(owner);
    String text =
        words.say(
            "owner_told",
            "channel",
            new Mrkdwn("<#" + plan.channel().id() + ">"),
            "rests",
            new Mrkdwn(words.rests(plan.pause())));
    return new Post(owner.teamId(), owner.id(), null, Content.of(text), null, null, _ -> {});
  }
}
