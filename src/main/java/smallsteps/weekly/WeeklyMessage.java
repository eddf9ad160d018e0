package smallsteps.weekly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import smallsteps.Act;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.outbox.Debt;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// What a room knows of its weekly message.
public interface WeeklyMessage<A extends Weekly, C extends ClaimedSlot> {

  /// Why the channel leaves the day out; empty where it doesn't.
  Optional<String> left(A asked, LocalDate date);

  /// What else stands in the way of one that is due; empty for nothing.
  default Optional<String> obstacle(A asked, Rhythm.Slot slot, Instant now) {
    return Optional.empty();
  }

  /// Why a claimed one is not to be posted any more; empty where it is. When it is too late, its
  /// debt says.
  default Optional<String> gone(A asked, Rhythm.Slot slot, Instant now) {
    return left(asked, slot.date()).or(() -> obstacle(asked, slot, now));
  }

  /// Whether another stands for it: no row is made of it, and none is looked for.
  default boolean isTaken(Sql sql, A asked, Rhythm.Slot slot) {
    return false;
  }

  /// Whether each that nobody has come to is kept as late; else the newest tells of them as well.
  default boolean isEachKept() {
    return false;
  }

  /// Inserts it as claimed. False when it is there already, or another stands for it.
  boolean claim(Sql sql, A asked, Rhythm.Slot slot, Instant now);

  /// Keeps one that was never claimed, with the reason why not; nothing where it is there already.
  void record(Sql sql, A asked, Rhythm.Slot slot, String reason, Instant now);

  /// A row that [#claim] has made.
  C claimed(Row row);

  Act.Post post(Debt debt, C claimed);

  /// Hears how it ended, in the transaction that settles it.
  default void settled(Sql sql, Debt debt, Outcome outcome) {}

  /// What the one who asked for it is told.
  default Optional<Content> sorry(Debt debt, Outcome outcome, Language reader) {
    return Optional.empty();
  }
}
