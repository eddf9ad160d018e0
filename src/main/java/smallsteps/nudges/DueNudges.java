package smallsteps.nudges;

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
import smallsteps.config.Words;
import smallsteps.outbox.Debt;
import smallsteps.outbox.NotPosted;
import smallsteps.outbox.Outbox;
import smallsteps.plans.Asked;
import smallsteps.plans.DaysOff;
import smallsteps.plans.Plans;
import smallsteps.plans.Skip;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;
import smallsteps.weekly.ChannelSlots;
import smallsteps.weekly.DueMessages;
import smallsteps.weekly.Lateness;
import smallsteps.weekly.Receipt;
import smallsteps.weekly.Rhythm;
import smallsteps.weekly.Slots;
import smallsteps.weekly.WeeklyMessage;

/// The nudge as a weekly message: which days are left out, which prompt comes next, and how it
/// looks. One more may be asked for at any time.
final class DueNudges implements WeeklyMessage<Asked, NudgeSlot>, ChannelSlots {
  private static final Slots SLOTS = new Slots(ClaimStore.TABLE, "kind = 'planned'");

  private final Database database;
  private final Prompts prompts;
  private final DaysOff daysOff;
  private final NudgeBlocks blocks;
  private final Words words;
  private final Claims claims;
  private final DueMessages<Asked, NudgeSlot> due;

  DueNudges(
      Lateness lateness,
      Database database,
      Prompts prompts,
      DaysOff daysOff,
      NudgeBlocks blocks,
      Words words,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.prompts = prompts;
    this.daysOff = daysOff;
    this.blocks = blocks;
    this.words = words;
    claims = new Claims(prompts);
    due =
        new DueMessages<>(
            "nudge", SLOTS, Plans.askers(Plans.NUDGE), this, lateness, database, outbox, clock);
  }

  void post(Instant at) {
    due.post(at);
  }

  @Override
  public Set<LocalDate> taken(Channel channel, LocalDate from) {
    return database.read(sql -> new SlotStore(sql).planned(channel, from));
  }

  @Override
  public List<Receipt> receipts(Channel channel, int atMost) {
    return database.read(sql -> SLOTS.receipts(sql, channel, atMost));
  }

  @Override
  public Optional<DebtId> now(
      Channel channel, ZoneId zone, Language language, String askedBy, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    return database.write(sql ->
        claims.now(sql, channel, zone, language, now)
            ? Optional.of(due.owe(sql, channel, now, zone, askedBy))
            : Optional.empty());
  }

  @Override
  public void passOver(Sql sql, Channel channel, String reason) {
    due.passOver(sql, channel, reason);
  }

  @Override
  public Optional<String> left(Asked asked, LocalDate date) {
    return paused(asked, date).or(() -> daysOff.on(date, asked.skips()).map(Skip::code));
  }

  private static Optional<String> paused(Asked asked, LocalDate date) {
    return asked.isPausedOn(date) ? Optional.of(asked.pause().reason()) : Optional.empty();
  }

  /// A day off was asked about when it was claimed.
  @Override
  public Optional<String> gone(Asked asked, Rhythm.Slot slot, Instant now) {
    return paused(asked, slot.date());
  }

  /// There is one planned a day.
  @Override
  public boolean isTaken(Sql sql, Asked asked, Rhythm.Slot slot) {
    return new SlotStore(sql).planned(asked.channel(), slot.date()).contains(slot.date());
  }

  @Override
  public boolean isEachKept() {
    return true;
  }

  @Override
  public boolean claim(Sql sql, Asked asked, Rhythm.Slot slot, Instant now) {
    return claims.planned(sql, asked, slot, now);
  }

  @Override
  public void record(Sql sql, Asked asked, Rhythm.Slot slot, String reason, Instant now) {
    new ClaimStore(sql).record(asked, slot, reason, now);
  }

  @Override
  public NudgeSlot claimed(Row row) {
    return ClaimStore.slot(row);
  }

  @Override
  public Act.Post post(Debt debt, NudgeSlot slot) {
    return new Act.Post(
        debt.channelId(), null, blocks.nudge(prompt(slot), slot), NudgeBlocks.metadata(slot));
  }

  /// The prompt that was claimed, in the channel's language; the first of its principle should the
  /// file have lost it since.
  private Prompt prompt(NudgeSlot slot) {
    List<Prompt> all = prompts.in(slot.language());
    return all.stream()
        .filter(prompt -> prompt.id().equals(slot.promptId()))
        .findFirst()
        .or(() -> all.stream().filter(p -> p.principle() == slot.principle()).findFirst())
        .orElse(all.getFirst());
  }

  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    Plans.restIfRefused(sql, debt, outcome);
  }

  @Override
  public Optional<Content> sorry(Debt debt, Outcome outcome, Language reader) {
    return NotPosted.sorry(outcome, debt.isDirect(), words.in(reader));
  }
}
