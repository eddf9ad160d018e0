package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.config.Prompts;
import smallsteps.plans.DaysOff;
import smallsteps.plans.Plan;
import smallsteps.plans.Plans;
import smallsteps.plans.Skip;
import smallsteps.storage.Sql;
import smallsteps.weekly.Lateness;
import smallsteps.weekly.Rhythm;
import smallsteps.weekly.Slots;

/// Decides what a slot that is due comes to: claimed by us, or kept with the reason why not. Each
/// method is for one transaction.
final class Claims {

  private final Prompts prompts;
  private final DaysOff daysOff;
  private final Lateness lateness;
  private final Predicate<String> isOurs;

  /// @param isOurs whether a workspace's nudges are this process's to post
  Claims(Prompts prompts, DaysOff daysOff, Lateness lateness, Predicate<String> isOurs) {
    this.isOurs = isOurs;
    this.prompts = prompts;
    this.daysOff = daysOff;
    this.lateness = lateness;
  }

  /// A slot of its own, due now; empty when one is due this very second already.
  Optional<Claim> now(Sql sql, Channel channel, ZoneId zone, Language language, Instant now) {
    var wanted = new Wanted(channel, now, zone, language, false);
    return claim(sql, wanted, now.atZone(zone).toLocalDate(), now);
  }

  boolean isSomethingDue(Sql sql, Instant now) {
    return planned(sql, now).anyMatch(last -> !last.missing(now).isEmpty());
  }

  List<Claim> due(Sql sql, Instant now) {
    var claims = new ArrayList<Claim>();
    planned(sql, now).forEach(last -> claimPlanned(sql, last, now).ifPresent(claims::add));
    return claims;
  }

  private Stream<Last> planned(Sql sql, Instant now) {
    return new ClaimStore(sql)
        .all(now).stream().filter(last -> isOurs.test(last.plan().channel().teamId()));
  }

  /// Turns that are due and that no look has come to yet, of a plan that is about to go.
  void passOver(Sql sql, Channel channel, String reason, Instant now) {
    var store = new ClaimStore(sql);
    for (Last last : new ClaimStore(sql).all(channel, now)) {
      Plan plan = last.plan();
      for (Rhythm.Slot slot : last.missing(now)) {
        Optional<String> leftOut = leftOut(plan, slot.date());
        if (leftOut.isPresent()) {
          store.record(plan, slot, "skipped", leftOut.get(), now);
        } else if (lateness.allows(slot.due(), plan.rhythm().zone(), now)) {
          store.record(plan, slot, "skipped", reason, now);
        } else {
          store.record(plan, slot, "late", Slots.TOO_LATE, now);
        }
      }
    }
  }

  /// At most the newest is posted; the ones before it are kept as late.
  private Optional<Claim> claimPlanned(Sql sql, Last last, Instant now) {
    Plan plan = last.plan();
    var store = new ClaimStore(sql);
    Optional<Claim> claimed = Optional.empty();
    List<Rhythm.Slot> missing = last.missing(now);
    for (Rhythm.Slot slot : missing) {
      Optional<String> leftOut = leftOut(plan, slot.date());
      if (leftOut.isPresent()) {
        store.record(plan, slot, "skipped", leftOut.get(), now);
      } else if (slot != missing.getLast()
          || !lateness.allows(slot.due(), plan.rhythm().zone(), now)) {
        store.record(plan, slot, "late", Slots.TOO_LATE, now);
      } else {
        var wanted =
            new Wanted(plan.channel(), slot.due(), plan.rhythm().zone(), plan.language(), true);
        claimed = claim(sql, wanted, slot.date(), now);
      }
    }
    return claimed;
  }

  /// Why the plan leaves the day out; empty when it doesn't.
  private Optional<String> leftOut(Plan plan, LocalDate date) {
    return plan.isPausedOn(date)
        ? Optional.of(plan.pause().reason())
        : daysOff.on(date, plan.choices().skips()).map(Skip::code);
  }

  /// What is to be claimed.
  private record Wanted(
      Channel channel, Instant due, ZoneId zone, Language language, boolean isPlanned) {}

  private Optional<Claim> claim(Sql sql, Wanted wanted, LocalDate date, Instant now) {
    Channel channel = wanted.channel();
    var next =
        new Rotation(prompts.in(wanted.language()))
            .next(channel, new SlotStore(sql).history(channel));
    var claim =
        new Claim(
            channel,
            wanted.due(),
            wanted.zone(),
            wanted.language(),
            wanted.isPlanned(),
            next.prompt().id(),
            next.prompt().principle());
    boolean isOurs = new ClaimStore(sql).claim(claim, date, next.round(), now);
    return isOurs ? Optional.of(claim) : Optional.empty();
  }

  /// Why a claimed nudge is not to be posted any more; empty where it is. When it is too late, its
  /// debt says.
  static Optional<String> obstacle(Sql sql, Claim claim) {
    if (!claim.isPlanned()) {
      return Optional.empty();
    }
    Optional<Plan> plan = Plans.find(sql, claim.channel());
    if (plan.isEmpty()) {
      return Optional.of(Plans.OFF);
    }
    LocalDate date = claim.due().atZone(claim.zone()).toLocalDate();
    return plan.filter(p -> p.isPausedOn(date)).map(p -> p.pause().reason());
  }
}
