package smallsteps.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import smallsteps.Channel;
import smallsteps.ChannelLanguages;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.User;
import smallsteps.outbox.Debt;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;
import smallsteps.weekly.Askers;
import smallsteps.weekly.Every;

/// The plans for other rooms: to read, and the few changes that they may make, each in a
/// transaction of theirs; and which language a channel has chosen.
public final class Plans implements ChannelLanguages {

  /// The `action_id` of a button that opens a channel's settings. The button's value may be the
  /// channel's id; without one it is the channel that the button stands in.
  public static final String OPEN_SETTINGS = "nudge_settings";

  /// Kinds of weekly messages.
  public static final String NUDGE = "nudge";

  public static final String DIGEST = "digest";

  /// As reasons are kept: the channel has no plan any more.
  public static final String OFF = Reason.OFF;

  private final Database database;
  private final Language fallback;

  public Plans(Database database, Language fallback) {
    this.database = database;
    this.fallback = fallback;
  }

  /// A channel that has a plan, paused or not.
  ///
  /// @param since when the plan was last set
  public record PlannedChannel(Channel channel, Instant since) {}

  public List<PlannedChannel> plannedChannels(String teamId) {
    return asked(teamId, NUDGE).stream()
        .map(asked -> new PlannedChannel(asked.channel(), asked.since()))
        .toList();
  }

  /// Those of these channels that have a plan, in the same order.
  public List<Channel> planned(List<Channel> channels) {
    return database.read(
        sql -> channels.stream().filter(channel -> new PlanStore(sql).isAsked(channel)).toList());
  }

  /// The channels of every workspace that have a plan.
  public List<Channel> channelsOfAll() {
    return database.read(sql -> new PlanStore(sql).ofAll().stream().map(Plan::channel).toList());
  }

  /// Who asked for this kind of weekly message.
  public static Askers<Asked> askers(String kind) {
    return new Askers<>() {
      @Override
      public List<Asked> of(Sql sql, String teamId) {
        return new PlanStore(sql).asked(teamId, kind);
      }

      @Override
      public Optional<Asked> of(Sql sql, Channel channel) {
        return new PlanStore(sql).asked(channel, kind);
      }
    };
  }

  /// The channels of a workspace that asked for it.
  public List<Asked> asked(String teamId, String kind) {
    return database.read(sql -> new PlanStore(sql).asked(teamId, kind));
  }

  /// Empty where the channel asked for none.
  public Optional<Asked> asked(Channel channel, String kind) {
    return database.read(sql -> new PlanStore(sql).asked(channel, kind));
  }

  /// When a channel's next nudge comes.
  ///
  /// @param at in the plan's own zone; null while none comes
  public record Next(String channelId, ZonedDateTime at) {}

  /// Empty for a channel without a plan.
  public Optional<Plan> find(Channel channel) {
    return database.read(sql -> find(sql, channel));
  }

  /// The same, in a transaction.
  public static Optional<Plan> find(Sql sql, Channel channel) {
    return new PlanStore(sql).find(channel);
  }

  /// The channel's plan, if there is one that goes on, rests until a person lets the bot write.
  public static void rest(Sql sql, Channel channel, String reason) {
    var plans = new PlanStore(sql);
    plans
        .find(channel)
        .filter(plan -> plan.pause() == null)
        .ifPresent(_ -> plans.pause(channel, new Plan.Pause(reason, null)));
  }

  /// The same, where Slack let the bot not write there and a person can change that.
  public static void restIfRefused(Sql sql, Debt debt, Outcome outcome) {
    if (outcome instanceof Outcome.Refused(String error) && Reason.needsAPerson(error)) {
      new PlanStore(sql).pause(debt.channel(), new Plan.Pause(error, null));
    }
  }

  /// False where no plan rests for a reason that is over now.
  ///
  /// @param ends whether it is
  public static boolean goOn(Sql sql, Channel channel, Predicate<Plan.Pause> ends) {
    var plans = new PlanStore(sql);
    Optional<Plan> resting =
        plans.find(channel).filter(plan -> plan.pause() != null && ends.test(plan.pause()));
    resting.ifPresent(plan -> plans.set(plan.with((Plan.Pause) null)));
    return resting.isPresent();
  }

  /// From the week of this day on a nudge comes every second week, the first in that very week.
  ///
  /// @param userId who wants it; null for nobody, then nothing forbids it
  /// @return false where there is no plan, or only its owner may change it
  public boolean everySecondWeek(Channel channel, String userId, LocalDate from) {
    return change(
        channel, userId, plan -> plan.with(plan.rhythm().every(new Every.Weeks(2, from))));
  }

  /// No nudge until somebody resumes them.
  ///
  /// @return false where there is no plan, or only its owner may change it
  public boolean pause(Channel channel, String userId) {
    return change(channel, userId, plan -> plan.with(new Plan.Pause(Reason.ASKED, null)));
  }

  private boolean change(Channel channel, String userId, UnaryOperator<Plan> change) {
    return database.write(sql -> {
      var plans = new PlanStore(sql);
      Optional<Plan> plan =
          plans.find(channel).filter(p -> userId == null || p.mayBeChangedBy(userId));
      plan.map(change).ifPresent(plans::set);
      return plan.isPresent();
    });
  }

  /// The channels whose plan this person has set.
  public List<String> channelsSetBy(User user) {
    return database.read(
        sql -> new PlanStore(sql).setBy(user).stream().map(plan -> plan.channel().id()).toList());
  }

  @Override
  public Language of(Channel channel) {
    return database.read(sql -> new PlanStore(sql).language(channel)).orElse(fallback);
  }
}
