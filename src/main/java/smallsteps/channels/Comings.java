package smallsteps.channels;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.Reply;
import smallsteps.Request;
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

/// The bot's coming to a channel and its going. A plan that rests because Slack let the bot write
/// no more goes on by itself; one that people paused stays paused.
final class Comings implements Sending {
  private static final String WELCOME = "welcome";
  private static final String BACK = "back";
  private static final String OPEN_AGAIN = "open_again";

  private final Database database;
  private final Words words;
  private final PlansFeature plans;
  private final Language fallback;
  private final Outbox.Kind kind;

  /// @param fallback the language of a channel that has chosen none
  Comings(Database database, Words words, PlansFeature plans, Language fallback, Outbox outbox) {
    this.database = database;
    this.words = words;
    this.plans = plans;
    this.fallback = fallback;
    kind = outbox.kind("coming", this);
  }

  Reply invited(Request.Invited request) {
    var channel = request.channel();
    database.write(sql -> {
      if (new ComingStore(sql).isNew(channel, request.eventTs())) {
        if (Plans.find(sql, channel).isEmpty()) {
          owe(sql, channel, WELCOME);
        } else {
          goOn(sql, channel, BACK, Plan.Pause::needsAPerson);
        }
      }
      return null;
    });
    return Reply.nothing();
  }

  Reply unarchived(Request.Unarchived request) {
    var channel = request.channel();
    database.write(sql -> {
      goOn(sql, channel, OPEN_AGAIN, pause -> pause.reason().equals(Plan.Pause.IS_ARCHIVED));
      return null;
    });
    return Reply.nothing();
  }

  Reply left(Request.Left request) {
    var channel = request.channel();
    String reason = request.isArchived() ? Plan.Pause.IS_ARCHIVED : Plan.Pause.NOT_IN_CHANNEL;
    database.write(sql -> {
      Plans.rest(sql, channel, reason);
      return null;
    });
    return Reply.nothing();
  }

  /// @param ends whether that is over now for which the plan rests
  private void goOn(Sql sql, Channel channel, String key, Predicate<Plan.Pause> ends) {
    if (Plans.goOn(sql, channel, ends)) {
      owe(sql, channel, key);
    }
  }

  private void owe(Sql sql, Channel channel, String key) {
    kind.owe(sql, channel, key);
  }

  @Override
  public Wanted wanted(Debt debt) {
    var channel = debt.channel();
    Optional<Plan> plan = database.read(sql -> Plans.find(sql, channel));
    if (debt.subject().equals(WELCOME)) {
      return said(debt, WelcomeBlocks.welcome(words.in(fallback)));
    }
    return plan.map(resumed -> said(debt, back(resumed, debt.subject())))
        .orElseGet(() -> Wanted.noMore(Plans.OFF));
  }

  private static Wanted said(Debt debt, Content content) {
    var metadata = new Act.Metadata("smallsteps_coming", Map.of("coming", debt.subject()));
    return Wanted.now(new Act.Post(debt.channelId(), null, content, metadata));
  }

  private Content back(Plan plan, String key) {
    Language language = plan.language();
    return Content.of(words.in(language).say("nudges." + key) + " " + plans.comes(plan, language));
  }

  /// An open channel may still be one that the bot is not in.
  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    Plans.restIfRefused(sql, debt, outcome);
  }
}
