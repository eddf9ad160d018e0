package smallsteps.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Act;
import smallsteps.Outcome;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.config.Settings;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.plans.Plans.PlannedDigest;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;
import smallsteps.weekly.Lateness;
import smallsteps.weekly.Slots;

/// Finds the digests that are due, and claims each before it is posted; from then on it is owed.
final class DueDigests implements Sending {
  private static final Slots SLOTS = new Slots(DigestStore.TABLE);

  private final Database database;
  private final Editor editor;
  private final DigestFeature.Neighbours neighbours;
  private final InstantSource clock;
  private final Lateness lateness;
  private final Outbox.Kind kind;

  DueDigests(
      Settings.Nudges settings,
      Database database,
      Editor editor,
      DigestFeature.Neighbours neighbours,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.editor = editor;
    this.neighbours = neighbours;
    this.clock = clock;
    lateness = new Lateness(Duration.ofHours(settings.lateHours()));
    kind = outbox.kind("digest", this);
  }

  void post(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    due(neighbours.planned().get(), now).forEach(slot -> decide(slot, now));
  }

  private List<Slot> due(List<PlannedDigest> plans, Instant now) {
    List<Slot> last =
        plans.stream()
            .filter(plan -> kind.isOurs(plan.channel().teamId()))
            .map(plan -> Slot.last(plan, now))
            .filter(Slot::isAsked)
            .toList();
    return last.isEmpty()
        ? last
        : database.read(
            sql -> last.stream().filter(slot -> !new DigestStore(sql).isKnown(slot)).toList());
  }

  private void decide(Slot slot, Instant now) {
    PlannedDigest plan = slot.plan();
    Week week = editor.week(plan.channel(), plan.zone(), slot.due());
    Optional<String> obstacle = obstacle(slot, week, now);
    database.write(sql -> {
      var store = new DigestStore(sql);
      if (obstacle.isEmpty() && store.claim(slot)) {
        owe(sql, slot);
      } else { // nothing where it is there already
        store.record(slot, obstacle.orElse(DigestReason.HAD_ONE), now);
      }
      return null;
    });
  }

  private void owe(Sql sql, Slot slot) {
    PlannedDigest plan = slot.plan();
    kind.owe(
        sql,
        plan.channel().teamId(),
        plan.channel().id(),
        slot.due().toString(),
        null,
        lateness.end(slot.due(), plan.zone()));
  }

  private Optional<String> obstacle(Slot slot, Week week, Instant now) {
    PlannedDigest plan = slot.plan();
    if (plan.isPausedOn(slot.date())) {
      return Optional.of(DigestReason.PAUSED);
    } else if (isLeftOut(plan, slot.date())) {
      return Optional.of(DigestReason.FREE_DAY);
    } else if (!lateness.allows(slot.due(), plan.zone(), now)) {
      return Optional.of(DigestReason.TOO_LATE);
    } else if (!isWanted(plan, now)) {
      return Optional.of(DigestReason.OFF);
    }
    return week.isEmpty() ? Optional.of(DigestReason.EMPTY) : Optional.empty();
  }

  private boolean isWanted(PlannedDigest plan, Instant now) {
    return neighbours.care().gate(plan.channel(), Kind.DIGEST, plan.zone(), now)
        instanceof Care.Gate.Open;
  }

  /// A day off that the channel's nudges leave out as well; not a Sunday, where it chose that day.
  private boolean isLeftOut(PlannedDigest plan, LocalDate date) {
    return neighbours
        .calendar()
        .dayOff(date)
        .filter(day -> !day.isWeekly() && plan.skips().contains(day.kind()))
        .isPresent();
  }

  @Override
  public Wanted wanted(Debt debt) {
    return database
        .read(sql -> SLOTS.claimed(sql, debt, DigestStore.Claimed::of))
        .map(claimed -> wanted(debt, claimed))
        .orElseGet(() -> Wanted.noMore(DigestReason.OFF));
  }

  private Wanted wanted(Debt debt, DigestStore.Claimed claimed) {
    Week week = editor.week(debt.channel(), claimed.zone(), claimed.due());
    var post =
        new Act.Post(
            debt.channelId(), null, editor.digest(week, claimed.language()), metadata(debt));
    return obstacle(debt, claimed, week)
        .map(obstacle -> Wanted.noMore(obstacle, post))
        .orElseGet(() -> Wanted.now(post));
  }

  /// Why a claimed one is not to be posted any more. When it is too late, its debt says.
  private Optional<String> obstacle(Debt debt, DigestStore.Claimed claimed, Week week) {
    return neighbours.planned().get().stream()
        .filter(plan -> plan.channel().equals(debt.channel()))
        .findFirst()
        .map(plan ->
            new Slot(plan, claimed.due().atZone(claimed.zone()).toLocalDate(), claimed.due()))
        .map(slot -> obstacle(slot, week, clock.instant()))
        .orElse(Optional.of(DigestReason.OFF));
  }

  private static Act.Metadata metadata(Debt debt) {
    return new Act.Metadata("smallsteps_digest", Map.of("slot", debt.subject()));
  }

  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    SLOTS.settle(sql, debt, outcome, clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }
}
