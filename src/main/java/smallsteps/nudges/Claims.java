package smallsteps.nudges;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smallsteps.Language;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.storage.Sql;

/// Decides what a slot that is due comes to: claimed by us, or kept with the reason why not. Each
/// method is for one transaction.
final class Claims {

  /// A lease runs from the claim, and the messages go out one after the other: no more are claimed
  /// at once than are posted well within it, nor faster than Slack takes them. The rest is due
  /// still at the next look.
  private static final int AT_ONCE = 20;

  private final Prompts prompts;
  private final String owner;
  private final Duration lease;
  private final Lateness lateness;
  private final UnderWay underWay;
  private final DaysOff daysOff;

  Claims(
      Settings.Nudges settings,
      Prompts prompts,
      DaysOff daysOff,
      String owner,
      Lateness lateness,
      UnderWay underWay) {
    this.daysOff = daysOff;
    this.prompts = prompts;
    this.owner = owner;
    this.lateness = lateness;
    this.underWay = underWay;
    lease = Duration.ofSeconds(settings.leaseSeconds());
  }

  /// A slot of its own, due now; empty when one is due this very second already.
  Optional<Claim> now(Sql sql, Channel channel, ZoneId zone, Language language, Instant now) {
    var turn = new Turn(channel, now, zone, language, false);
    return claim(sql, turn, now.atZone(zone).toLocalDate(), now);
  }

  boolean isSomethingDue(Sql sql, Instant now) {
    return !left(sql, now).isEmpty()
        || new PlanStore(sql).all(now).stream().anyMatch(last -> !last.missing(now).isEmpty());
  }

  List<Claim> due(Sql sql, Instant now) {
    var claims = new ArrayList<Claim>();
    for (Claim expired : left(sql, now)) {
      takeOver(sql, expired, now).ifPresent(claims::add);
    }
    for (PlanStore.Last last : new PlanStore(sql).all(now)) {
      if (claims.size() < AT_ONCE) {
        claimPlanned(sql, last, now).ifPresent(claims::add);
      }
    }
    return claims;
  }

  /// Turns that are due and that no look has come to yet, of a plan that is about to go.
  void passOver(Sql sql, Channel channel, String reason, Instant now) {
    var slots = new ClaimStore(sql);
    for (PlanStore.Last last : new PlanStore(sql).all(channel, now)) {
      Plan plan = last.plan();
      for (Rhythm.Slot slot : last.missing(now)) {
        if (plan.isPausedOn(slot.date())) {
          slots.record(plan, slot, "skipped", plan.pause().reason(), now);
        } else if (lateness.allows(slot.due(), plan.rhythm().zone(), now)) {
          slots.record(plan, slot, "skipped", reason, now);
        } else {
          slots.record(plan, slot, "late", Reason.TOO_LATE, now);
        }
      }
    }
  }

  private List<Claim> left(Sql sql, Instant now) {
    return new ClaimStore(sql)
        .expired(now, AT_ONCE).stream().filter(claim -> !underWay.holds(claim, now)).toList();
  }

  /// At most the newest is posted; the ones before it are kept as late.
  private Optional<Claim> claimPlanned(Sql sql, PlanStore.Last last, Instant now) {
    Plan plan = last.plan();
    var slots = new ClaimStore(sql);
    Optional<Claim> claimed = Optional.empty();
    List<Rhythm.Slot> missing = last.missing(now);
    for (Rhythm.Slot slot : missing) {
      Optional<Skip> dayOff = daysOff.on(slot.date(), plan.choices().skips());
      if (plan.isPausedOn(slot.date())) {
        slots.record(plan, slot, "skipped", plan.pause().reason(), now);
      } else if (dayOff.isPresent()) {
        slots.record(plan, slot, "skipped", dayOff.get().code(), now);
      } else if (slot != missing.getLast()
          || !lateness.allows(slot.due(), plan.rhythm().zone(), now)) {
        slots.record(plan, slot, "late", Reason.TOO_LATE, now);
      } else {
        var turn =
            new Turn(plan.channel(), slot.due(), plan.rhythm().zone(), plan.language(), true);
        claimed = claim(sql, turn, slot.date(), now);
      }
    }
    return claimed;
  }

  /// What is to be claimed.
  private record Turn(
      Channel channel, Instant due, ZoneId zone, Language language, boolean isPlanned) {}

  private Optional<Claim> claim(Sql sql, Turn turn, LocalDate date, Instant now) {
    var slots = new ClaimStore(sql);
    var next =
        new Rotation(prompts.in(turn.language()))
            .next(turn.channel(), new SlotStore(sql).history(turn.channel()));
    var claim =
        new Claim(
            turn.channel(),
            turn.due(),
            turn.zone(),
            turn.language(),
            turn.isPlanned(),
            next.prompt().id(),
            next.prompt().principle(),
            owner,
            now.plus(lease),
            null,
            null);
    return slots.claim(claim, date, next.round(), now) ? Optional.of(claim) : Optional.empty();
  }

  /// Goes on with a claim whose lease has run out, or says why it comes to nothing. One that may
  /// stand in the channel is looked for a last time before that is said.
  private Optional<Claim> takeOver(Sql sql, Claim left, Instant now) {
    var slots = new ClaimStore(sql);
    String obstacle = obstacle(sql, left, now).orElse(null);
    if (obstacle != null && left.mayStandSince() == null) {
      slots.settle(left, Reason.state(obstacle), obstacle, now);
      return Optional.empty();
    }
    Claim claim = left.by(owner, now.plus(lease), obstacle);
    slots.takeOver(claim, now);
    return Optional.of(claim);
  }

  private Optional<String> obstacle(Sql sql, Claim claim, Instant now) {
    if (!lateness.allows(claim.due(), claim.zone(), now)) {
      return Optional.of(Reason.TOO_LATE);
    }
    if (!claim.isPlanned()) {
      return Optional.empty();
    }
    Optional<Plan> plan = new PlanStore(sql).find(claim.channel());
    if (plan.isEmpty()) {
      return Optional.of(Reason.OFF);
    }
    LocalDate date = claim.due().atZone(claim.zone()).toLocalDate();
    return plan.filter(p -> p.isPausedOn(date)).map(p -> p.pause().reason());
  }
}
