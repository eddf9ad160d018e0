package smallsteps.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import smallsteps.Act;
import smallsteps.Content;
import smallsteps.Outcome;

/// Something that a room owes Slack, claimed by one process, and a test that says how it went.
public final class Owed {
  private final Outbox outbox;
  private final Outbox.Kind kind;
  private final DueDebt claim;
  private final Wanted wanted;
  private final Instant at;

  private Owed(Outbox outbox, Outbox.Kind kind, DueDebt claim, Wanted wanted, Instant at) {
    this.outbox = outbox;
    this.kind = kind;
    this.claim = claim;
    this.wanted = wanted;
    this.at = at;
  }

  /// On which a test's process owes: a claim is good for a minute, an answer is lost after five.
  public static Outbox.Terms terms(String owner) {
    return new Outbox.Terms(owner, Duration.ofMinutes(1), Duration.ofMinutes(5));
  }

  /// Claims all that is due; what is not wanted any more, and can't stand, ends here.
  public static List<Owed> claimed(Outbox outbox, String teamId, Instant now) {
    return outbox.kinds().stream()
        .flatMap(kind ->
            outbox.due(kind, teamId, 1000).stream()
                .flatMap(due -> claimed(outbox, kind, due, now).stream()))
        .toList();
  }

  private static Optional<Owed> claimed(Outbox outbox, Outbox.Kind kind, DueDebt due, Instant now) {
    DueDebt claim = outbox.claim(due, now).orElse(null);
    if (claim == null) {
      return Optional.empty();
    }
    Wanted wanted = kind.sending().wanted(claim.debt());
    Instant notAfter = claim.debt().notAfter();
    if (wanted.isWanted() && notAfter != null && !now.isBefore(notAfter)) {
      wanted = Wanted.noMore(Outbox.TOO_LATE, wanted.act());
    }
    var owed = new Owed(outbox, kind, claim, wanted, now);
    if (!wanted.isWanted() && (claim.mayStandSince() == null || wanted.act() == null)) {
      owed.settle(new Outcome.Dropped(wanted.obstacle()));
      return Optional.empty();
    }
    return Optional.of(owed);
  }

  public Act act() {
    return wanted.act();
  }

  public Act.Post post() {
    return (Act.Post) wanted.act();
  }

  public String channelId() {
    return claim.debt().channelId();
  }

  public Content content() {
    return post().content();
  }

  public Act.Metadata metadata() {
    return post().metadata();
  }

  public Instant mayStandSince() {
    return claim.mayStandSince();
  }

  public Instant notAfter() {
    return claim.debt().notAfter();
  }

  /// Whether it may be posted; else it is only looked for.
  public boolean mayGoOut() {
    return wanted.isWanted() && (claim.repeatFrom() == null || !at.isBefore(claim.repeatFrom()));
  }

  public void done(String ts) {
    settle(new Outcome.Done(ts));
  }

  public void refused(String error) {
    settle(new Outcome.Refused(error));
  }

  public void unsure(String reason) {
    settle(new Outcome.Unsure(reason));
  }

  /// It never left the machine.
  public void notSent(Duration pause) {
    outbox.tryAgain(claim, Later.at(at.plus(pause), claim));
  }

  /// The answer was lost, and it does not stand there when one looks.
  public void lost() {
    Instant since = claim.mayStandSince() == null ? at : claim.mayStandSince();
    Instant from = at.plus(outbox.terms().lost());
    outbox.tryAgain(claim, new Later(at.plusSeconds(5), since, from));
  }

  /// It was looked for, and does not stand there.
  public void notSeen() {
    boolean isOver = claim.repeatFrom() == null || !at.isBefore(claim.repeatFrom());
    if (isOver && !wanted.isWanted()) {
      settle(new Outcome.Dropped(wanted.obstacle()));
    } else {
      outbox.tryAgain(claim, Later.at(at.plusSeconds(5), claim));
    }
  }

  private void settle(Outcome outcome) {
    outbox.settle(claim, kind.sending(), outcome);
  }
}
