package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.People;
import smallsteps.User;
import smallsteps.config.Settings;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;
import smallsteps.weekly.Rhythm;
import smallsteps.weekly.SlotsByKind;

/// Changes a channel's plan, for who may, and keeps it. Each change is one transaction.
final class PlanChanges {
  private final Settings settings;
  private final Database database;
  private final SlotsByKind slots;
  private final InstantSource clock;
  private final People people;

  /// @param people tell whether an owner has left
  PlanChanges(
      Settings settings, Database database, SlotsByKind slots, InstantSource clock, People people) {
    this.people = people;
    this.settings = settings;
    this.database = database;
    this.slots = slots;
    this.clock = clock;
  }

  /// What came of a change.
  sealed interface Result {
    record Changed(Plan plan) implements Result {}

    record Removed() implements Result {}

    record NoPlan() implements Result {}

    record OwnersAlone(String ownerId) implements Result {}
  }

  Optional<Plan> find(Channel channel) {
    return database.read(sql -> new PlanStore(sql).find(channel));
  }

  /// Where somebody may change nothing because of an owner who has left the workspace, everybody
  /// may from now on; true then. Slack is asked before anything is written.
  boolean freed(Channel channel, String userId) {
    Optional<Plan> locked = find(channel).filter(plan -> !plan.mayBeChangedBy(userId));
    return locked.isPresent()
        && people.hasLeft(new User(channel.teamId(), locked.get().setBy()))
        && database.write(sql -> {
          var plans = new PlanStore(sql);
          Optional<Plan> still =
              plans.find(channel).filter(plan -> locked.get().setBy().equals(plan.setBy()));
          still.ifPresent(plan -> plans.set(plan.with(plan.choices().ownersAlone(false))));
          return still.isPresent();
        });
  }

  /// The plan with another part.
  Result change(Channel channel, String userId, UnaryOperator<Plan> change) {
    return database.write(sql -> {
      var plans = new PlanStore(sql);
      Optional<Plan> plan = plans.find(channel);
      if (plan.isEmpty()) {
        return new Result.NoPlan();
      }
      return forbidden(plan, userId).orElseGet(() -> set(sql, change.apply(plan.get())));
    });
  }

  /// A new plan, or a new rhythm for the plan there is; NoPlan where the weekday or the time is
  /// missing. What is null stays as it is, or is what the settings say. A pause ends.
  Result plan(Channel channel, String userId, NudgeQuery.Change change) {
    return database.write(sql -> {
      Optional<Plan> before = new PlanStore(sql).find(channel);
      Optional<Rhythm> old = before.map(Plan::rhythm);
      DayOfWeek weekday = given(change.weekday(), old.map(Rhythm::weekday).orElse(null));
      LocalTime time = given(change.time(), old.map(Rhythm::time).orElse(null));
      ZoneId zone = given(change.zone(), old.map(Rhythm::zone).orElse(settings.zone()));
      Language language = given(change.language(), language(sql, channel));
      if (weekday == null || time == null) {
        return new Result.NoPlan();
      }
      Choices choices = before.map(Plan::choices).orElseGet(this::usual);
      Rhythm rhythm = often(new Rhythm(weekday, time, zone), change, old);
      return forbidden(before, userId)
          .orElseGet(
              () -> renew(sql, new Plan(channel, rhythm, language, null, choices, userId, now())));
    });
  }

  /// A new weekday without a word of how often is each week's.
  private Rhythm often(Rhythm weekly, NudgeQuery.Change change, Optional<Rhythm> old) {
    if (change.every() != null) {
      return weekly.every(change.every().from(weekly.next(now())));
    }
    return change.weekday() == null ? weekly.every(old.orElse(weekly).every()) : weekly;
  }

  /// The whole plan as it was filled in. Where the rhythm is the same, what is due stays due.
  Result replace(Plan filled) {
    return database.write(sql -> {
      Optional<Plan> before = new PlanStore(sql).find(filled.channel());
      boolean isSameRhythm =
          before.filter(plan -> plan.rhythm().equals(filled.rhythm())).isPresent();
      return forbidden(before, filled.setBy())
          .orElseGet(() ->
              isSameRhythm ? set(sql, filled.since(before.get().setAt())) : renew(sql, filled));
    });
  }

  Result remove(Channel channel, String userId) {
    return database.write(sql -> {
      var plans = new PlanStore(sql);
      return forbidden(plans.find(channel), userId)
          .orElseGet(() -> {
            slots.of(Plans.NUDGE).passOver(sql, channel, Reason.OFF);
            return plans.remove(channel) ? new Result.Removed() : new Result.NoPlan();
          });
    });
  }

  /// What the channel reads: it chose it, for this plan or one before, or it is the usual one.
  Language language(Channel channel) {
    return database.read(sql -> language(sql, channel));
  }

  private Language language(Sql sql, Channel channel) {
    return new PlanStore(sql).language(channel).orElse(settings.language());
  }

  /// What a channel has that has not chosen.
  Choices usual() {
    return Choices.byDefault(settings.nudges(), now());
  }

  /// A digest at this time, or at the usual one.
  Choices.Digest digest(Choices.Digest before, NudgeQuery.DigestOn on) {
    Settings.Digest usual = settings.nudges().digest();
    return new Choices.Digest(
        given(on.weekday(), before == null ? usual.weekday() : before.weekday()),
        given(on.time(), before == null ? usual.time() : before.time()),
        now());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /// The old rhythm's slots that were due and not looked at get their receipt first.
  private Result renew(Sql sql, Plan plan) {
    slots.of(Plans.NUDGE).passOver(sql, plan.channel(), Reason.CHANGED);
    return set(sql, plan);
  }

  private static Result set(Sql sql, Plan plan) {
    new PlanStore(sql).set(plan);
    return new Result.Changed(plan);
  }

  private static Optional<Result> forbidden(Optional<Plan> plan, String userId) {
    return plan.filter(p -> !p.mayBeChangedBy(userId)).map(p -> new Result.OwnersAlone(p.setBy()));
  }

  private static <T> T given(T given, T before) {
    return given == null ? before : given;
  }
}
