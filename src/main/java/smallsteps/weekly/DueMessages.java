package smallsteps.weekly;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.DebtId;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// One kind of weekly message, from when it is due to what became of it: each slot is claimed, and
/// owed from then on, or kept with the reason why not.
public final class DueMessages<A extends Weekly, C extends ClaimedSlot> implements Sending {

  /// As reasons are kept: another stands for it.
  public static final String HAD_ONE = "had_one";

  /// As reasons are kept: nobody asks for it any more.
  public static final String OFF = "off";

  /// So many are kept at a time: on a Monday at nine they are many, and others write in between.
  private static final int A_WRITE = 50;

  private final Askers<A> askers;
  private final WeeklyMessage<A, C> message;
  private final Slots slots;
  private final Database database;
  private final Outbox outbox;
  private final Outbox.Kind kind;
  private final Lateness lateness;
  private final InstantSource clock;

  /// @param name of the kind of debt that such a message is
  public DueMessages(
      String name,
      Slots slots,
      Askers<A> askers,
      WeeklyMessage<A, C> message,
      Lateness lateness,
      Database database,
      Outbox outbox,
      InstantSource clock) {
    this.askers = askers;
    this.message = message;
    this.slots = slots;
    this.lateness = lateness;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    kind = outbox.kind(name, this);
  }

  private record Due<A>(A asked, Rhythm.Slot slot, boolean isNewest) {}

  /// @param reason why it does not come; empty where it does
  private record Decision<A>(Due<A> due, Optional<String> reason) {}

  public void post(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    outbox
        .teamId()
        .ifPresent(team -> {
          List<Due<A>> due = database.read(sql -> due(sql, askers.of(sql, team), now));
          var decisions =
              due.stream().map(each -> new Decision<>(each, reason(each, now))).toList();
          decisions.stream()
              .gather(Gatherers.windowFixed(A_WRITE))
              .forEach(some -> keep(some, now));
        });
  }

  private void keep(List<Decision<A>> decisions, Instant now) {
    database.write(sql -> {
      decisions.forEach(decision -> keep(sql, decision, now));
      return null;
    });
  }

  private List<Due<A>> due(Sql sql, List<A> all, Instant now) {
    var due = new ArrayList<Due<A>>();
    for (A asked : all) {
      List<Rhythm.Slot> missing = missing(sql, asked, now);
      int first = message.isEachKept() ? 0 : Math.max(0, missing.size() - 1);
      missing
          .subList(first, missing.size())
          .forEach(slot -> due.add(new Due<>(asked, slot, slot == missing.getLast())));
    }
    return due;
  }

  /// Those until now that nobody has taken up, the oldest first.
  private List<Rhythm.Slot> missing(Sql sql, A asked, Instant now) {
    Instant from =
        slots.last(sql, asked.channel(), now).filter(asked.since()::isBefore).orElse(asked.since());
    return asked
        .rhythm()
        .after(from)
        .takeWhile(slot -> !slot.due().isAfter(now))
        .filter(slot -> !message.isTaken(sql, asked, slot))
        .toList();
  }

  /// At most the newest is posted; the ones before it are late.
  private Optional<String> reason(Due<A> due, Instant now) {
    A asked = due.asked();
    return message
        .left(asked, due.slot().date())
        .or(() ->
            due.isNewest() && isInTime(asked, due.slot(), now)
                ? message.obstacle(asked, due.slot(), now)
                : Optional.of(Slots.TOO_LATE));
  }

  private boolean isInTime(A asked, Rhythm.Slot slot, Instant now) {
    return lateness.allows(slot.due(), asked.rhythm().zone(), now);
  }

  private void keep(Sql sql, Decision<A> decision, Instant now) {
    A asked = decision.due().asked();
    Rhythm.Slot slot = decision.due().slot();
    if (decision.reason().isEmpty() && message.claim(sql, asked, slot, now)) {
      owe(sql, asked.channel(), slot.due(), asked.rhythm().zone(), null);
    } else { // nothing where it is there already
      message.record(sql, asked, slot, decision.reason().orElse(HAD_ONE), now);
    }
  }

  /// A slot that is claimed in the same transaction.
  ///
  /// @param askedBy who waits for it; null for nobody
  public DebtId owe(Sql sql, Channel channel, Instant due, ZoneId zone, String askedBy) {
    String subject = due.toString();
    kind.owe(sql, channel, subject, askedBy, lateness.end(due, zone));
    return kind.id(channel, subject);
  }

  /// Slots that are due and that no look has come to yet, of a plan that is about to go.
  public void passOver(Sql sql, Channel channel, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    askers
        .of(sql, channel)
        .ifPresent(asked -> {
          for (Rhythm.Slot slot : missing(sql, asked, now)) {
            String why =
                message
                    .left(asked, slot.date())
                    .orElse(isInTime(asked, slot, now) ? reason : Slots.TOO_LATE);
            message.record(sql, asked, slot, why, now);
          }
        });
  }

  @Override
  public Wanted wanted(Debt debt) {
    return database
        .read(sql -> slots.claimed(sql, debt, message::claimed))
        .map(claimed -> wanted(debt, claimed))
        .orElseGet(() -> Wanted.noMore(OFF));
  }

  private Wanted wanted(Debt debt, C claimed) {
    var post = message.post(debt, claimed);
    return gone(debt, claimed)
        .map(why -> Wanted.noMore(why, post))
        .orElseGet(() -> Wanted.now(post));
  }

  private Optional<String> gone(Debt debt, C claimed) {
    if (!claimed.isPlanned()) {
      return Optional.empty();
    }
    var at = claimed.due().atZone(claimed.zone());
    var slot = new Rhythm.Slot(at.toLocalDate(), at);
    Optional<A> asked = database.read(sql -> askers.of(sql, debt.channel()));
    return asked.isEmpty() ? Optional.of(OFF) : message.gone(asked.get(), slot, clock.instant());
  }

  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    slots.settle(sql, debt, outcome, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    message.settled(sql, debt, outcome);
  }

  @Override
  public Optional<Content> sorry(Debt debt, Outcome outcome, Language reader) {
    return message.sorry(debt, outcome, reader);
  }
}
