package smallsteps.digest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.plans.Asked;
import smallsteps.plans.DaysOff;
import smallsteps.plans.Plans;
import smallsteps.plans.Skip;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;
import smallsteps.weekly.DueMessages;
import smallsteps.weekly.Lateness;
import smallsteps.weekly.Receipt;
import smallsteps.weekly.Rhythm;
import smallsteps.weekly.Slots;
import smallsteps.weekly.WeeklyMessage;

/// The digest as a weekly message: what stands in its way, and what it says. What an older one
/// would have told of, the newest tells of.
final class DueDigests implements WeeklyMessage<Asked, DigestStore.DigestSlot> {
  private static final Slots SLOTS = new Slots(DigestStore.TABLE);

  private final Database database;
  private final Editor editor;
  private final DigestFeature.Neighbours neighbours;
  private final DaysOff daysOff;
  private final DueMessages<Asked, DigestStore.DigestSlot> due;

  DueDigests(
      Lateness lateness,
      Database database,
      Editor editor,
      DigestFeature.Neighbours neighbours,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.editor = editor;
    this.neighbours = neighbours;
    daysOff = new DaysOff(neighbours.calendar());
    due =
        new DueMessages<>(
            "digest", SLOTS, Plans.askers(Plans.DIGEST), this, lateness, database, outbox, clock);
  }

  void post(Instant at) {
    due.post(at);
  }

  /// What became of the channel's newest; none where it has had none.
  List<Receipt> receipts(Channel channel) {
    return database.read(sql -> SLOTS.receipts(sql, channel, 1));
  }

  @Override
  public Optional<String> left(Asked asked, LocalDate date) {
    if (asked.isPausedOn(date)) {
      return Optional.of(DigestReason.PAUSED);
    }
    return isDayOff(asked, date) ? Optional.of(DigestReason.FREE_DAY) : Optional.empty();
  }

  /// One that the channel's nudges leave out as well; in summer a digest comes all the same.
  private boolean isDayOff(Asked asked, LocalDate date) {
    return daysOff.on(date, asked.skips()).filter(skip -> skip != Skip.SUMMER).isPresent();
  }

  @Override
  public Optional<String> obstacle(Asked asked, Rhythm.Slot slot, Instant now) {
    if (!isWanted(asked, now)) {
      return Optional.of(DigestReason.OFF);
    }
    return editor.isEmpty(asked.channel(), slot.due())
        ? Optional.of(DigestReason.EMPTY)
        : Optional.empty();
  }

  private boolean isWanted(Asked asked, Instant now) {
    return neighbours.care().gate(asked.channel(), Kind.DIGEST, asked.rhythm().zone(), now)
        instanceof Care.Gate.Open;
  }

  @Override
  public boolean claim(Sql sql, Asked asked, Rhythm.Slot slot, Instant now) {
    return new DigestStore(sql).claim(asked, slot);
  }

  @Override
  public void record(Sql sql, Asked asked, Rhythm.Slot slot, String reason, Instant now) {
    new DigestStore(sql).record(asked, slot, reason, now);
  }

  @Override
  public DigestStore.DigestSlot claimed(Row row) {
    return DigestStore.DigestSlot.of(row);
  }

  @Override
  public Act.Post post(Debt debt, DigestStore.DigestSlot slot) {
    Week week = editor.week(debt.channel(), slot.zone(), slot.due());
    var metadata =
        new Act.Metadata(
            "smallsteps_digest", Map.of("slot", debt.subject(), "channel", debt.channelId()));
    return new Act.Post(debt.channelId(), null, editor.digest(week, slot.language()), metadata);
  }
}
