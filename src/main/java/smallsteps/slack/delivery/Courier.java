package smallsteps.slack.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import smallsteps.Act;
import smallsteps.Outcome;
import smallsteps.outbox.DueDebt;
import smallsteps.outbox.Later;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.Repeating;

/// One try to do what is owed, within the lease of its claim. Whether it is still to be done, and
/// whose it is, is asked of the database right before each call; a message that may stand already
/// is looked for first, and posted again only where it can no longer arrive.
public final class Courier {
  /// So much of a lease must be left for a call, which may take ten seconds.
  private static final Duration CALL = Duration.ofSeconds(12);

  /// What nobody can look for is asked again so often where Slack has answered with a fault.
  private static final int TRIES_UNSEEN = 3;

  private final Calls calls;
  private final Acts acts;
  private final SentPosts sentPosts;
  private final Outbox outbox;
  private final InstantSource clock;
  private final InstantSource slackTime;
  private final Duration lost; // a post that got no answer may be on its way for so long

  public Courier(
      Calls calls,
      Acts acts,
      SentPosts sentPosts,
      Outbox outbox,
      InstantSource clock,
      InstantSource slackTime) {
    this.calls = calls;
    this.acts = acts;
    this.sentPosts = sentPosts;
    this.outbox = outbox;
    this.clock = clock;
    this.slackTime = slackTime;
    lost = outbox.terms().lost();
  }

  /// How a try ended.
  ///
  /// @param later null when this was the last
  record End(Outcome outcome, Later later) {
    static End of(Outcome outcome) {
      return new End(outcome, null);
    }

    static End notYet(String reason, Later later) {
      return new End(new Outcome.NotYet(reason), later);
    }
  }

  /// @param isWaitedFor whether somebody waits for it
  End deliver(Sending sending, DueDebt claim, boolean isWaitedFor) {
    return new Try(sending, claim, isWaitedFor).end();
  }

  /// One claim, while it is ours.
  private final class Try {
    private final Sending sending;
    private final DueDebt claim;
    private final boolean isWaitedFor;
    private Instant lostUntil; // an earlier one may arrive until then, by Slack's clock; or null

    private Try(Sending sending, DueDebt claim, boolean isWaitedFor) {
      this.sending = sending;
      this.claim = claim;
      this.isWaitedFor = isWaitedFor;
      lostUntil = claim.repeatFrom();
    }

    private End end() {
      if (claim.mayStandSince() == null) {
        return done();
      }
      return wanted().act() instanceof Act.Post post ? lookedFor(post) : done();
    }

    /// What is wanted by now; nothing more when it is too late.
    private Wanted wanted() {
      Wanted wanted = sending.wanted(claim.debt());
      Instant notAfter = claim.debt().notAfter();
      boolean isTooLate = notAfter != null && !clock.instant().isBefore(notAfter);
      return wanted.isWanted() && isTooLate ? Wanted.noMore(Outbox.TOO_LATE, wanted.act()) : wanted;
    }

    private End lookedFor(Act.Post post) {
      return switch (look(post, claim.mayStandSince())) {
        case SentPosts.Found(String ts) -> End.of(new Outcome.Done(ts));
        case SentPosts.MayNotLook(String reason) -> End.of(new Outcome.Unsure(reason));
        case SentPosts.NotNow(String reason) ->
            isArrived() && !wanted().isWanted()
                ? End.of(new Outcome.Unsure(reason))
                : End.notYet(reason, Later.at(soon(), claim));
        case SentPosts.NotThere() ->
            isArrived() ? done() : End.notYet("not_seen", Later.at(nextLook(), claim));
      };
    }

    /// As much of the lease as the post itself will not need.
    private SentPosts.Look look(Act.Post post, Instant since) {
      if (post.metadata() == null) {
        return new SentPosts.MayNotLook("lost");
      }
      return sentPosts.find(post, since, outbox.left(claim).minus(CALL));
    }

    /// Whether an earlier try can no longer arrive.
    private boolean isArrived() {
      return lostUntil == null || !slackTime.instant().isBefore(lostUntil);
    }

    /// Right before each call it is asked again what is wanted, and whether the claim is ours
    /// still.
    private End done() {
      for (int tries = 1; ; tries++) {
        Wanted wanted = wanted();
        if (!wanted.isWanted()) {
          return End.of(new Outcome.Dropped(wanted.obstacle()));
        } else if (outbox.left(claim).compareTo(CALL) < 0) {
          return End.notYet("lease", Later.at(clock.instant(), claim));
        }
        Instant began = slackTime.instant().truncatedTo(ChronoUnit.SECONDS);
        Answer<String> answer = acts.perform(wanted.act());
        if (answer instanceof Answer.Unsure<String>(String reason)
            && !Repeating.isAnswered(reason)) {
          lostUntil = slackTime.instant().plus(lost);
        }
        String method = Acts.method(wanted.act());
        boolean isRepeated =
            Repeating.of(method).mayRepeat(answer)
                && calls.mayTryAgain(
                    method, claim.debt().channelId(), tries, outbox.left(claim).minus(CALL));
        if (!isRepeated) {
          return ended(wanted.act(), answer, began);
        }
      }
    }

    private End ended(Act act, Answer<String> answer, Instant began) {
      return switch (answer) {
        case Answer.Ok<String>(String ts) ->
            Acts.mayBeOvertaken(act) && !isArrived()
                ? End.notYet("overtaken", new Later(by(lostUntil), began, lostUntil))
                : End.of(new Outcome.Done(ts.isEmpty() ? null : ts));
        case Answer.Refused<String>(String error) ->
            calls.deadToken().isPresent() // the next start may have a better one
                ? End.notYet(error, Later.at(soon(), claim))
                : refused(act, error);
        case Answer.NotSent<String>(String reason) -> End.notYet(reason, Later.at(soon(), claim));
        case Answer.Unsure<String>(String reason) ->
            act instanceof Act.Post post
                ? unsure(post, reason, began)
                : End.notYet(
                    reason, new Later(soon(), lostUntil == null ? null : began, lostUntil));
      };
    }

    private End refused(Act act, String error) {
      return Acts.isFine(act, error)
          ? End.of(new Outcome.Done(null))
          : End.of(new Outcome.Refused(error));
    }

    private End unsure(Act.Post post, String reason, Instant began) {
      if (post.metadata() == null) {
        return Repeating.isAnswered(reason) && claim.tries() < TRIES_UNSEEN
            ? End.notYet(reason, Later.at(soon()))
            : End.of(new Outcome.Unsure(reason));
      }
      Instant since = claim.mayStandSince() == null ? began : claim.mayStandSince();
      SentPosts.Look look = look(post, since); // of which one hears how late it is in Slack
      Instant from = slackTime.instant().plus(Repeating.untilRepeated(reason, isWaitedFor, lost));
      return switch (look) {
        case SentPosts.Found(String ts) -> End.of(new Outcome.Done(ts));
        case SentPosts.MayNotLook(String why) -> End.of(new Outcome.Unsure(why));
        case SentPosts.NotNow _, SentPosts.NotThere _ ->
            End.notYet(reason, new Later(earlier(nextLook(), by(from)), since, from));
      };
    }

    private Instant nextLook() {
      Instant next = clock.instant().plus(Repeating.untilNextLook(claim.tries()));
      return claim.repeatFrom() == null ? next : earlier(next, by(claim.repeatFrom()));
    }

    /// When it is that late by Slack's clock: a little after, since it tells whole seconds.
    private Instant by(Instant slacks) {
      Duration left = Duration.between(slackTime.instant(), slacks);
      return clock.instant().plus(left.isNegative() ? Duration.ZERO : left.plusSeconds(1));
    }

    private Instant soon() {
      return clock.instant().plus(Repeating.untilNextTry(claim.tries()));
    }

    private static Instant earlier(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }
  }
}
