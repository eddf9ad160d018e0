package smallsteps.nudges;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.config.Prompt;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Finds what is due, claims it before anything is posted, and keeps what became of it.
final class DueNudges {

  /// A lease runs from the claim, and the messages go out one after the other: no more are claimed
  /// at once than are posted well within it. The rest is due still at the next look.
  private static final int AT_ONCE = 25;

  private final Database database;
  private final Prompts prompts;
  private final NudgeBlocks blocks;
  private final InstantSource clock;
  private final String owner;
  private final Duration lease;
  private final Lateness lateness;

  DueNudges(
      Settings.Nudges settings,
      Database database,
      Prompts prompts,
      NudgeBlocks blocks,
      InstantSource clock,
      String owner) {
    this.database = database;
    this.prompts = prompts;
    this.blocks = blocks;
    this.clock = clock;
    this.owner = owner;
    lease = Duration.ofSeconds(settings.leaseSeconds());
    lateness = new Lateness(Duration.ofHours(settings.lateHours()));
  }

  List<Post> post(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    if (!database.read(sql -> isSomethingDue(sql, now))) {
      return List.of();
    }
    List<Claim> claims = database.write(sql -> claimDue(sql, now));
    return claims.stream().map(this::post).toList();
  }

  /// A slot of its own, due now; empty when one is due this very second already.
  Optional<Post> postNow(Channel channel, ZoneId zone, Language language, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    LocalDate date = now.atZone(zone).toLocalDate();
    return database
        .write(sql -> claim(sql, new Turn(channel, now, zone, language, false), date, now))
        .map(this::post);
  }

  private static boolean isSomethingDue(Sql sql, Instant now) {
    return !new SlotStore(sql).expired(now, 1).isEmpty()
        || new PlanStore(sql).all().stream().anyMatch(last -> !last.missing(now).isEmpty());
  }

  private List<Claim> claimDue(Sql sql, Instant now) {
    var claims = new ArrayList<Claim>();
    for (Claim expired : new SlotStore(sql).expired(now, AT_ONCE)) {
      takeOver(sql, expired, now).ifPresent(claims::add);
    }
    for (PlanStore.Last last : new PlanStore(sql).all()) {
      if (claims.size() < AT_ONCE) {
        claimPlanned(sql, last, now).ifPresent(claims::add);
      }
    }
    return claims;
  }

  /// At most the newest is posted; the ones before it are kept as late.
  private Optional<Claim> claimPlanned(Sql sql, PlanStore.Last last, Instant now) {
    Plan plan = last.plan();
    var slots = new SlotStore(sql);
    Optional<Claim> claimed = Optional.empty();
    List<Rhythm.Slot> missing = last.missing(now);
    for (Rhythm.Slot slot : missing) {
      if (plan.isPausedOn(slot.date())) {
        slots.record(plan, slot, "skipped", plan.pause().reason(), now);
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
    var slots = new SlotStore(sql);
    var next =
        new Rotation(prompts.in(turn.language()))
            .next(turn.channel(), slots.history(turn.channel()));
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
            null);
    return slots.claim(claim, date, next.round(), now) ? Optional.of(claim) : Optional.empty();
  }

  /// Goes on with a claim whose lease has run out, or says why it comes to nothing.
  private Optional<Claim> takeOver(Sql sql, Claim left, Instant now) {
    var slots = new SlotStore(sql);
    Optional<String> obstacle = obstacle(sql, left, now);
    if (obstacle.isPresent()) {
      boolean isUnsure = left.mayStandSince() != null;
      boolean isLate = obstacle.get().equals(Reason.TOO_LATE);
      slots.settle(
          left,
          isLate && !isUnsure ? "late" : "skipped",
          isUnsure ? Reason.UNSURE : obstacle.get(),
          now);
      return Optional.empty();
    }
    var claim =
        new Claim(
            left.channel(),
            left.due(),
            left.zone(),
            left.language(),
            left.isPlanned(),
            left.promptId(),
            left.principle(),
            owner,
            now.plus(lease),
            left.mayStandSince());
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

  private Post post(Claim claim) {
    return new Post(
        claim.channel().teamId(),
        claim.channel().id(),
        null,
        blocks.nudge(prompt(claim), claim),
        NudgeBlocks.metadata(claim),
        claim.mayStandSince(),
        outcome -> settle(claim, outcome));
  }

  /// The prompt that was claimed, in the channel's language; the first of its principle should the
  /// file have lost it since.
  private Prompt prompt(Claim claim) {
    List<Prompt> all = prompts.in(claim.language());
    return all.stream()
        .filter(prompt -> prompt.id().equals(claim.promptId()))
        .findFirst()
        .or(() -> all.stream().filter(p -> p.principle() == claim.principle()).findFirst())
        .orElse(all.getFirst());
  }

  private void settle(Claim claim, Outcome outcome) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    database.write(
        sql -> {
          var slots = new SlotStore(sql);
          switch (outcome) {
            case Outcome.Posted(String ts) -> slots.posted(claim, ts, now);
            case Outcome.Refused(String error) -> refused(sql, claim, error, now);
            case Outcome.NotSent _ -> slots.retry(claim, now.plus(lease));
            case Outcome.Unsure _ -> slots.settle(claim, "skipped", Reason.UNSURE, now);
          }
          return null;
        });
  }

  private static void refused(Sql sql, Claim claim, String error, Instant now) {
    boolean isOurs = new SlotStore(sql).settle(claim, "failed", error, now);
    if (isOurs && Reason.needsAPerson(error)) {
      new PlanStore(sql).pause(claim.channel(), new Plan.Pause(error, null));
    }
  }
}
