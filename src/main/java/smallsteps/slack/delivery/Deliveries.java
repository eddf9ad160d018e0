package smallsteps.slack.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.DebtId;
import smallsteps.NameAndPlace;
import smallsteps.Outcome;
import smallsteps.Reply;
import smallsteps.User;
import smallsteps.outbox.Debt;
import smallsteps.outbox.DueDebt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Wanted;
import smallsteps.slack.api.Calls;
import smallsteps.slack.reply.AfterAck;
import smallsteps.slack.reply.Origin;
import smallsteps.slack.reply.Replies;
import smallsteps.slack.reply.Waiters;
import smallsteps.storage.StoreBusyException;
import smallsteps.storage.StoreException;

/// Takes what stands in the outbox to Slack, so many at once of each kind, and tells the outbox how
/// it went. A debt waits for its turn unclaimed: a claim is for what is done at once.
public final class Deliveries {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final int AT_ONCE = 6;

  /// So many channels may have something that waits for what is under way there.
  private static final int LOOKED_AT = 50;

  /// What has to wait longer for a turn makes room for others.
  private static final Duration TURN = Duration.ofSeconds(2);

  /// When Slack takes no more of a kind just now, it is asked no sooner than after this.
  private static final Duration REST = Duration.ofSeconds(1);

  /// What can't be made because of a fault of ours stands in nobody's way.
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

  private final Calls calls;
  private final Courier courier;
  private final Outbox outbox;
  private final Waiters waiters;
  private final Replies replies;
  private final AfterAck afterAck;
  private final MeterRegistry metrics;
  private final InstantSource clock;
  private final InstantSource slackTime;
  private final Supplier<Optional<String>> team;
  private final Set<DebtId> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> resting = new ConcurrentHashMap<>(); // until, by the stopwatch
  private Instant lastLook; // null before the first

  /// @param team the workspace whose debts these are; empty until Slack has told
  public Deliveries(
      Calls calls,
      Courier courier,
      Outbox outbox,
      Waiters waiters,
      Replies replies,
      AfterAck afterAck,
      MeterRegistry metrics,
      InstantSource clock,
      InstantSource slackTime,
      Supplier<Optional<String>> team) {
    this.calls = calls;
    this.courier = courier;
    this.outbox = outbox;
    this.waiters = waiters;
    this.replies = replies;
    this.afterAck = afterAck;
    this.metrics = metrics;
    this.clock = clock;
    this.slackTime = slackTime;
    this.team = team;
  }

  /// Begins with all that is due now and for which there is room, and returns how much that was.
  /// With a token that Slack has turned down nothing is begun.
  public synchronized int look() {
    if (calls.deadToken().isPresent() || team.get().isEmpty()) {
      return 0;
    }
    String teamId = team.get().get();
    forgetTheOldClock(teamId);
    return look(teamId);
  }

  /// What was put off by a clock that has been put back since, here or in another process, would be
  /// put off for as long.
  private void forgetTheOldClock(String teamId) {
    Instant now = clock.instant();
    boolean isPutBack = lastLook != null && now.isBefore(lastLook);
    outbox.putOffAtMost(teamId, isPutBack ? Duration.ZERO : Outbox.LONGEST_PAUSE);
    lastLook = now;
  }

  private int look(String teamId) {
    return outbox.kinds().stream().mapToInt(kind -> look(kind, teamId)).sum();
  }

  /// One look after the other, whoever looks: how much is under way, and where, is asked and
  /// changed in one step.
  private synchronized int look(Outbox.Kind kind, String teamId) {
    long busy = underWay.stream().filter(debt -> debt.kind().equals(kind.name())).count();
    if (busy >= AT_ONCE || isResting(kind)) {
      return 0;
    }
    int begun = 0;
    List<DueDebt> dues = outbox.due(kind, teamId, LOOKED_AT);
    for (DueDebt due : dues) {
      boolean hasRoom = begun + busy < AT_ONCE;
      if (hasRoom && !isUnderWayIn(due.debt()) && underWay.add(due.debt().id())) {
        begun++;
        afterAck.run("what is owed to Slack", () -> deliver(kind, due));
      }
    }
    boolean hidesOthers = begun == 0 && dues.size() == LOOKED_AT;
    if (hidesOthers) { // where something is under way in each of their channels
      outbox.postponeChannel(dues.getLast(), clock.instant().plus(REST));
    }
    return begun;
  }

  /// In one channel one after the other, so that what was said first stands there first.
  private boolean isUnderWayIn(Debt debt) {
    return underWay.stream()
        .anyMatch(other ->
            other.kind().equals(debt.id().kind()) && other.channelId().equals(debt.channelId()));
  }

  private boolean isResting(Outbox.Kind kind) {
    Long until = resting.get(kind.name());
    return until != null && calls.time().nanoTime() - until < 0;
  }

  private void deliver(Outbox.Kind kind, DueDebt due) {
    try {
      Wanted wanted = kind.sending().wanted(due.debt());
      if (!wanted.isWanted() || hasTurn(kind, due, Acts.method(wanted.act()))) {
        outbox.claim(due, slackTime.instant()).ifPresent(claim -> deliverClaimed(kind, claim));
      }
    } catch (StoreException | StoreBusyException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      outbox.postpone(due, clock.instant().plus(AFTER_A_FAULT));
      log.error("What is owed to Slack, {}, can't be made: {}", kind.name(), NameAndPlace.of(e));
    } finally {
      underWay.remove(due.debt().id());
    }
    team.get().ifPresent(teamId -> look(kind, teamId));
  }

  /// Where a channel is full, all that goes there makes room for what goes to others.
  private boolean hasTurn(Outbox.Kind kind, DueDebt due, String method) {
    String channelId = due.debt().channelId();
    boolean hasTurn = calls.turn(method, channelId, TURN).isEmpty();
    if (!hasTurn && !Thread.currentThread().isInterrupted()) {
      if (calls.isChannelBusy(method, channelId, TURN)) {
        outbox.postponeChannel(due, clock.instant().plus(TURN));
      } else {
        resting.put(kind.name(), calls.time().nanoTime() + REST.toNanos());
      }
    }
    return hasTurn;
  }

  /// When the bot ends half way nothing is told: the next one finds the claim.
  private void deliverClaimed(Outbox.Kind kind, DueDebt claim) {
    boolean isWaitedFor = claim.debt().askedBy() != null || waiters.isWaitedFor(claim.debt().id());
    Courier.End end = courier.deliver(kind.sending(), claim, isWaitedFor);
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    if (end.outcome() instanceof Outcome.NotYet) {
      outbox.tryAgain(claim, end.later());
    } else {
      outbox.settle(claim, kind.sending(), end.outcome());
    }
    counted(kind, end.outcome());
    tell(kind, claim.debt(), end.outcome());
  }

  private void counted(Outbox.Kind kind, Outcome outcome) {
    String how =
        switch (outcome) {
          case Outcome.Done _ -> "done";
          case Outcome.Refused _ -> "refused";
          case Outcome.Unsure _ -> "unsure";
          case Outcome.Dropped _ -> "dropped";
          case Outcome.NotYet _ -> "not_yet";
        };
    metrics.counter("smallsteps.outbox.tries", "kind", kind.name(), "outcome", how).increment();
  }

  /// Whoever asked in this process hears it as they asked; else they are told that it came to
  /// nothing.
  private void tell(Outbox.Kind kind, Debt debt, Outcome outcome) {
    Optional<Waiters.Heard> heard = waiters.tried(debt.id(), outcome);
    heard.ifPresent(each -> replies.perform(each.reply(), each.origin()));
    heard.map(each -> each.origin().user()).or(debt::asker).ifPresent(replies::homeMayChange);
    boolean cameToNothing = outcome instanceof Outcome.Refused || outcome instanceof Outcome.Unsure;
    if (cameToNothing) {
      log.warn("What was owed to Slack, {}, came to nothing: {}", kind.name(), outcome);
      if (waiters.isUnheard(debt.id())) {
        debt.asker().ifPresent(user -> tellNothingCame(kind, debt, outcome, user));
      }
    }
  }

  private void tellNothingCame(Outbox.Kind kind, Debt debt, Outcome outcome, User user) {
    kind.sending()
        .sorry(debt, outcome, replies.languageOf(user))
        .ifPresent(content ->
            replies.perform(
                new Reply.OnlyYou(content, null), Origin.event(user, debt.channelId())));
  }
}
