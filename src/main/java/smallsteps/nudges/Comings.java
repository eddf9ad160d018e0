package smallsteps.nudges;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.storage.Database;

/// The bot's coming to a channel and its going. A plan that rests because Slack let the bot write
/// no more goes on by itself; one that people paused stays paused.
///
/// @param say in a language
/// @param fallback the language of a channel that has chosen none
record Comings(
    Database database, Function<Language, PlanSentences> say, Outlook outlook, Language fallback) {

  Reply invited(Request.Invited request) {
    var channel = new Channel(request.teamId(), request.channelId());
    return database
        .write(sql -> {
          boolean isNew = new ComingStore(sql).isNew(channel, request.eventTs());
          return isNew
              ? Optional.of(new PlanStore(sql).find(channel))
              : Optional.<Optional<Plan>>empty();
        })
        .map(plan ->
            plan.isEmpty()
                ? welcome(channel)
                : goOn(channel, "back", pause -> Reason.needsAPerson(pause.reason())))
        .orElseGet(Reply::nothing);
  }

  Reply unarchived(Request.Unarchived request) {
    var channel = new Channel(request.teamId(), request.channelId());
    return goOn(channel, "open_again", pause -> pause.reason().equals(Reason.IS_ARCHIVED));
  }

  Reply left(Request.Left request) {
    var channel = new Channel(request.teamId(), request.channelId());
    String reason = request.isArchived() ? Reason.IS_ARCHIVED : Reason.NOT_IN_CHANNEL;
    database.write(sql -> {
      var plans = new PlanStore(sql);
      plans
          .find(channel)
          .filter(plan -> plan.pause() == null)
          .ifPresent(_ -> plans.pause(channel, new Plan.Pause(reason, null)));
      return null;
    });
    return Reply.nothing();
  }

  private Reply welcome(Channel channel) {
    Content content = WelcomeBlocks.welcome(say.apply(fallback));
    return new Reply.Send(post(channel, content));
  }

  /// @param ends whether that is over now for which the plan rests
  private Reply goOn(Channel channel, String key, Predicate<Plan.Pause> ends) {
    return database
        .write(sql -> {
          var plans = new PlanStore(sql);
          Optional<Plan> resumed =
              plans
                  .find(channel)
                  .filter(plan -> plan.pause() != null && ends.test(plan.pause()))
                  .map(plan -> plan.with((Plan.Pause) null));
          resumed.ifPresent(plans::set);
          return resumed;
        })
        .map(plan -> (Reply) new Reply.Send(post(channel, back(plan, key))))
        .orElseGet(Reply::nothing);
  }

  private Content back(Plan plan, String key) {
    PlanSentences words = say.apply(plan.language());
    return Content.of(words.say(key) + " " + outlook.comes(plan, words));
  }

  private Post post(Channel channel, Content content) {
    return new Post(
        channel.teamId(),
        channel.id(),
        null,
        content,
        null,
        null,
        outcome -> heard(channel, outcome));
  }

  /// An open channel may still be one that the bot is not in.
  private void heard(Channel channel, Outcome outcome) {
    if (outcome instanceof Outcome.Refused(String error) && Reason.needsAPerson(error)) {
      database.write(sql -> {
        new PlanStore(sql).pause(channel, new Plan.Pause(error, null));
        return null;
      });
    }
  }
}
