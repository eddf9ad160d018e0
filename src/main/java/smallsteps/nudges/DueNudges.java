package smallsteps.nudges;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
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

  private final Database database;
  private final Prompts prompts;
  private final NudgeBlocks blocks;
  private final InstantSource clock;
  private final UnderWay underWay = new UnderWay();
  private final Claims claims;
  private final Lateness lateness;
  private final Retry retry;

  DueNudges(
      Settings.Nudges settings,
      Database database,
      Prompts prompts,
      DaysOff daysOff,
      NudgeBlocks blocks,
      InstantSource clock,
      String owner) {
    this.database = database;
    this.prompts = prompts;
    this.blocks = blocks;
    this.clock = clock;
    lateness = new Lateness(Duration.ofHours(settings.lateHours()));
    claims = new Claims(settings, prompts, daysOff, owner, lateness, underWay);
    retry = new Retry(Duration.ofSeconds(settings.leaseSeconds()));
  }

  List<Post> post(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    if (!database.read(sql -> claims.isSomethingDue(sql, now))) {
      return List.of();
    }
    return database.write(sql -> claims.due(sql, now)).stream()
        .map(claim -> post(claim, now))
        .toList();
  }

  /// A slot of its own, due now; empty when one is due this very second already.
  Optional<Post> postNow(Channel channel, ZoneId zone, Language language, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    return database
        .write(sql -> claims.now(sql, channel, zone, language, now))
        .map(claim -> post(claim, now));
  }

  /// Before a plan goes: what it has left undone gets its receipt.
  ///
  /// @param reason why it does not come any more
  void passOver(Sql sql, Channel channel, String reason) {
    claims.passOver(sql, channel, reason, clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private Post post(Claim claim, Instant now) {
    underWay.begin(claim, now);
    return new Post(
        claim.channel().teamId(),
        claim.channel().id(),
        null,
        blocks.nudge(prompt(claim), claim),
        NudgeBlocks.metadata(claim),
        claim.mayStandSince(),
        claim.obstacle() == null ? lateness.end(claim.due(), claim.zone()) : now,
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
    try {
      database.write(sql -> {
        var slots = new ClaimStore(sql);
        switch (outcome) {
          case Outcome.Posted(String ts) -> slots.posted(claim, ts, said(ts, now));
          case Outcome.Refused(String error) -> refused(sql, claim, error, now);
          case Outcome.NotSent _ -> again(slots, claim, claim.mayStandSince(), now);
          case Outcome.NotSeen(Instant since) ->
              again(slots, claim, Objects.requireNonNullElse(claim.mayStandSince(), since), now);
          case Outcome.Unsure _ -> slots.settle(claim, "skipped", Reason.UNSURE, now);
        }
        return null;
      });
    } finally {
      underWay.end(claim);
    }
  }

  /// It may have stood there for long when it is found.
  private static Instant said(String ts, Instant now) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))));
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      return now;
    }
  }

  /// Another try later, unless this was the last look.
  private void again(ClaimStore slots, Claim claim, Instant mayStandSince, Instant now) {
    if (claim.obstacle() == null) {
      slots.retry(claim, mayStandSince, retry.after(claim.due(), now));
    } else {
      slots.settle(claim, Reason.state(claim.obstacle()), claim.obstacle(), now);
    }
  }

  private static void refused(Sql sql, Claim claim, String error, Instant now) {
    boolean isOurs = new ClaimStore(sql).settle(claim, "failed", error, now);
    if (isOurs && Reason.needsAPerson(error)) {
      new PlanStore(sql).pause(claim.channel(), new Plan.Pause(error, null));
    }
  }
}
