package smallsteps.nudges;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// The bot's coming to a channel and its going. A plan that rests because Slack let the bot write
/// no more goes on by itself; one that people paused stays paused.
final class Comings implements Sending {
  private static final String WELCOME = "welcome";
  private static final String BACK = "back";
  private static final String OPEN_AGAIN = "open_again";

  private final Database database;
  private final Function<Language, PlanSentences> say;
  private final Outlook outlook;
  private final Language fallback;
  private final Outbox.Kind kind;

  /// @param say in a language
  /// @param fallback the language of a channel that has chosen none
  Comings(
      Database database,
      Function<Language, PlanSentences> say,
      Outlook outlook,
      Language fallback,
      Outbox outbox) {
    this.database = database;
    this.say = say;
    this.outlook = outlook;
    this.fallback = fallback;
    kind = outbox.kind("coming", this);
  }

  Reply invited(Request.Invited request) {
    var channel = new Channel(request.teamId(), request.channelId());
    database.write(sql -> {
      if (new ComingStore(sql).isNew(channel, request.eventTs())) {
        if (new PlanStore(sql).find(channel).isEmpty()) {
          owe(sql, channel, WELCOME);
        } else {
          goOn(sql, channel, BACK, pause -> Reason.needsAPerson(pause.reason()));
        }
      }
      return null;
    });
    return Reply.nothing();
  }

  Reply unarchived(Request.Unarchived request) {
    var channel = new Channel(request.teamId(), request.channelId());
    database.write(sql -> {
      goOn(sql, channel, OPEN_AGAIN, pause -> pause.reason().equals(Reason.IS_ARCHIVED));
      return null;
    });
    return Reply.nothing();
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

  /// @param ends whether that is over now for which the plan rests
  private void goOn(Sql sql, Channel channel, String key, Predicate<Plan.Pause> ends) {
    var plans = new PlanStore(sql);
    plans
        .find(channel)
        .filter(plan -> plan.pause() != null && ends.test(plan.pause()))
        .ifPresent(plan -> {
          plans.set(plan.with((Plan.Pause) null));
          owe(sql, channel, key);
        });
  }

  private void owe(Sql sql, Channel channel, String key) {
    kind.owe(sql, channel.teamId(), channel.id(), key);
  }

  @Override
  public Wanted wanted(Debt debt) {
    var channel = new Channel(debt.teamId(), debt.channelId());
    Optional<Plan> plan = database.read(sql -> new PlanStore(sql).find(channel));
    if (debt.subject().equals(WELCOME)) {
      return said(debt, WelcomeBlocks.welcome(say.apply(fallback)));
    }
    return plan.map(resumed -> said(debt, back(resumed, debt.subject())))
        .orElseGet(() -> Wanted.noMore(Reason.OFF));
  }

  private static Wanted said(Debt debt, Content content) {
    var metadata = new Act.Metadata("smallsteps_coming", Map.of("coming", debt.subject()));
    return Wanted.now(new Act.Post(debt.channelId(), null, content, metadata));
  }

  private Content back(Plan plan, String key) {
    PlanSentences words = say.apply(plan.language());
    return Content.of(words.say(key) + " " + outlook.comes(plan, words));
  }

  /// An open channel may still be one that the bot is not in.
  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    new PlanStore(sql).restIfRefused(debt, outcome);
  }
}
