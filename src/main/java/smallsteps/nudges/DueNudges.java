package smallsteps.nudges;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.DebtId;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.config.Prompt;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.outbox.Debt;
import smallsteps.outbox.NotPosted;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.plans.DaysOff;
import smallsteps.plans.Plans;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;
import smallsteps.weekly.Lateness;
import smallsteps.weekly.Receipt;
import smallsteps.weekly.Slots;
import smallsteps.weekly.Turns;

/// Finds what is due, and claims it before anything is posted; from then on it is owed.
final class DueNudges implements Sending, Turns {
  private static final Slots SLOTS = new Slots(ClaimStore.TABLE);

  private final Database database;
  private final Prompts prompts;
  private final NudgeBlocks blocks;
  private final Words words;
  private final InstantSource clock;
  private final Lateness lateness;
  private final Claims claims;
  private final Outbox.Kind kind;

  DueNudges(
      Settings.Nudges settings,
      Database database,
      Prompts prompts,
      DaysOff daysOff,
      NudgeBlocks blocks,
      Words words,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.prompts = prompts;
    this.blocks = blocks;
    this.words = words;
    this.clock = clock;
    lateness = new Lateness(Duration.ofHours(settings.lateHours()));
    kind = outbox.kind("nudge", this);
    claims = new Claims(prompts, daysOff, lateness, kind::isOurs);
  }

  void post(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    if (database.read(sql -> claims.isSomethingDue(sql, now))) {
      database.write(sql -> {
        claims.due(sql, now).forEach(claim -> owe(sql, claim, null));
        return null;
      });
    }
  }

  @Override
  public Set<LocalDate> taken(Channel channel, LocalDate from) {
    return database.read(sql -> new SlotStore(sql).planned(channel, from));
  }

  @Override
  public List<Receipt> receipts(Channel channel, int atMost) {
    return database.read(sql -> new SlotStore(sql).receipts(channel, atMost));
  }

  @Override
  public Optional<DebtId> now(
      Channel channel, ZoneId zone, Language language, String askedBy, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    return database
        .write(sql -> {
          Optional<Claim> claimed = claims.now(sql, channel, zone, language, now);
          claimed.ifPresent(claim -> owe(sql, claim, askedBy));
          return claimed;
        })
        .map(claim -> kind.id(channel.teamId(), channel.id(), claim.due().toString()));
  }

  private void owe(Sql sql, Claim claim, String askedBy) {
    kind.owe(
        sql,
        claim.channel().teamId(),
        claim.channel().id(),
        claim.due().toString(),
        askedBy,
        lateness.end(claim.due(), claim.zone()));
  }

  @Override
  public void passOver(Sql sql, Channel channel, String reason) {
    claims.passOver(sql, channel, reason, clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public Wanted wanted(Debt debt) {
    return database.read(sql ->
        SLOTS
            .claimed(sql, debt, ClaimStore::claim)
            .map(claim -> wanted(claim, Claims.obstacle(sql, claim)))
            .orElseGet(() -> Wanted.noMore(Plans.OFF)));
  }

  private Wanted wanted(Claim claim, Optional<String> obstacle) {
    var post =
        new Act.Post(
            claim.channel().id(),
            null,
            blocks.nudge(prompt(claim), claim),
            NudgeBlocks.metadata(claim));
    return obstacle.map(why -> Wanted.noMore(why, post)).orElseGet(() -> Wanted.now(post));
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

  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    SLOTS.settle(sql, debt, outcome, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    Plans.restIfRefused(sql, debt, outcome);
  }

  @Override
  public Optional<Content> sorry(Debt debt, Outcome outcome, Language reader) {
    return NotPosted.sorry(outcome, debt.isDirect(), words.in(reader));
  }
}
