package smallsteps.nudges;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import smallsteps.Language;
import smallsteps.Post;
import smallsteps.config.Prompt;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.slots.Lateness;
import smallsteps.slots.Slots;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Finds what is due, and claims it before anything is posted.
final class DueNudges {

  private final Database database;
  private final Prompts prompts;
  private final NudgeBlocks blocks;
  private final InstantSource clock;
  private final Slots slots;
  private final Claims claims;

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
    var terms =
        new Slots.Terms(
            owner,
            Duration.ofSeconds(settings.leaseSeconds()),
            new Lateness(Duration.ofHours(settings.lateHours())));
    slots = new Slots(ClaimStore.TABLE, database, clock, terms);
    claims = new Claims(prompts, daysOff, slots);
  }

  List<Post> post(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    if (!database.read(sql -> claims.isSomethingDue(sql, now))) {
      return List.of();
    }
    return database.write(sql -> claims.due(sql, now)).stream().map(this::post).toList();
  }

  /// A slot of its own, due now; empty when one is due this very second already.
  Optional<Post> postNow(Channel channel, ZoneId zone, Language language, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    return database.write(sql -> claims.now(sql, channel, zone, language, now)).map(this::post);
  }

  /// Before a plan goes: what it has left undone gets its receipt.
  ///
  /// @param reason why it does not come any more
  void passOver(Sql sql, Channel channel, String reason) {
    claims.passOver(sql, channel, reason, clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private Post post(Claim claim) {
    return slots.post(
        claim.turn(),
        claim.zone(),
        blocks.nudge(prompt(claim), claim),
        NudgeBlocks.metadata(claim),
        (sql, error) -> refused(sql, claim, error));
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

  private static void refused(Sql sql, Claim claim, String error) {
    if (Reason.needsAPerson(error)) {
      new PlanStore(sql).pause(claim.channel(), new Plan.Pause(error, null));
    }
  }
}
