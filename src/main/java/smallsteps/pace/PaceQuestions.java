package smallsteps.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import smallsteps.Act;
import smallsteps.MessageId;
import smallsteps.Outcome;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.plans.Asked;
import smallsteps.plans.Plans;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Finds the channels where it has gone quiet, asks them once, and backs off where nobody answers.
final class PaceQuestions implements Sending {
  private static final int UNANSWERED = 2;

  /// Nudges before that are another story.
  private static final Duration LOOKED_AT = Duration.ofDays(70);

  /// A nudge is given this long before it counts as left alone.
  private static final Duration TIME_TO_ANSWER = Duration.ofDays(3);

  private static final Duration TIME_TO_CHOOSE = Duration.ofDays(7);

  /// A question that comes later than this leaves too little of that.
  private static final Duration TIME_TO_ASK = Duration.ofDays(2);

  private final PaceBlocks blocks;
  private final Database database;
  private final Nudges nudges;
  private final Plans plans;
  private final Predicate<MessageId> isAnswered;
  private final Care care;
  private final Outbox outbox;
  private final Outbox.Kind kind;
  private final InstantSource clock;

  PaceQuestions(
      PaceBlocks blocks,
      Database database,
      Nudges nudges,
      Plans plans,
      Predicate<MessageId> isAnswered,
      Care care,
      Outbox outbox,
      InstantSource clock) {
    this.blocks = blocks;
    this.database = database;
    this.nudges = nudges;
    this.plans = plans;
    this.isAnswered = isAnswered;
    this.care = care;
    this.clock = clock;
    this.outbox = outbox;
    kind = outbox.kind("pace_question", this);
  }

  void due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    outbox.teamId().map(team -> plans.asked(team, Plans.NUDGE)).orElse(List.of()).stream()
        .filter(channel -> channel.rhythm().countedFrom() == null)
        .filter(channel -> !channel.isPausedOn(now.atZone(channel.rhythm().zone()).toLocalDate()))
        .forEach(channel -> look(channel, now));
  }

  private void look(Asked channel, Instant now) {
    List<Nudge> posted =
        nudges.of(channel.channel(), now.minus(LOOKED_AT), now.minus(TIME_TO_ANSWER)).stream()
            .filter(nudge -> nudge.ts() != null)
            .toList();
    boolean isQuiet =
        posted.size() >= UNANSWERED
            && posted.subList(posted.size() - UNANSWERED, posted.size()).stream()
                .noneMatch(this::isAnswered);
    if (!isQuiet) {
      return;
    }
    Optional<PaceQuestion> before =
        database.read(sql -> new PaceStore(sql).find(channel.channel()));
    if (before.isEmpty() || isAnsweredSince(posted, before.get().askedAt())) {
      ask(channel, before.map(PaceQuestion::askedAt).orElse(null), now);
    } else {
      backOff(channel, before.get(), posted.getLast(), now);
    }
  }

  private boolean isAnsweredSince(List<Nudge> posted, Instant asked) {
    return posted.stream().filter(nudge -> nudge.due().isAfter(asked)).anyMatch(this::isAnswered);
  }

  /// Kept as asked in the same transaction in which it is owed.
  ///
  /// @param before when it was asked the last time; null for never
  private void ask(Asked channel, Instant before, Instant now) {
    if (gate(channel, now) instanceof Care.Gate.Open) {
      database.write(sql -> {
        if (new PaceStore(sql).ask(channel.channel(), before, now)) {
          kind.owe(
              sql,
              channel.channel().teamId(),
              channel.channel().id(),
              now.toString(),
              null,
              now.plus(TIME_TO_ASK));
        }
        return null;
      });
    }
  }

  private Care.Gate gate(Asked channel, Instant now) {
    return care.gate(channel.channel(), Kind.PAUSE_QUESTION, channel.rhythm().zone(), now);
  }

  @Override
  public Wanted wanted(Debt debt) {
    return plans
        .asked(debt.channel(), Plans.NUDGE)
        .flatMap(channel -> post(debt, channel))
        .map(Wanted::now)
        .orElseGet(() -> Wanted.noMore("off"));
  }

  private Optional<Act> post(Debt debt, Asked channel) {
    var metadata = new Act.Metadata("smallsteps_pace", Map.of("asked", debt.subject()));
    return gate(channel, clock.instant()) instanceof Care.Gate.Open open
        ? Optional.of(open.post(blocks.question(channel.language()), metadata))
        : Optional.empty();
  }

  /// What nobody saw is asked another time. Where nobody knows whether it was seen, nothing follows
  /// from it.
  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    var store = new PaceStore(sql);
    switch (outcome) {
      case Outcome.Refused _, Outcome.Dropped _ ->
          store.takeBack(debt.channel(), Instant.parse(debt.subject()));
      case Outcome.Unsure _ -> store.answer(debt.channel(), "keep");
      case Outcome.Done _, Outcome.NotYet _ -> {}
    }
  }

  /// Half as often from the last nudge on: the week after it is the first without.
  private void backOff(Asked channel, PaceQuestion asked, Nudge last, Instant now) {
    boolean isLeftAlone =
        asked.answer() == null && !now.isBefore(asked.askedAt().plus(TIME_TO_CHOOSE));
    if (isLeftAlone) {
      plans.everySecondWeek(channel.channel(), null, last.date());
      database.write(sql -> {
        new PaceStore(sql).answer(channel.channel(), "none");
        return null;
      });
    }
  }

  private boolean isAnswered(Nudge nudge) {
    return isAnswered.test(new MessageId(nudge.teamId(), nudge.channelId(), nudge.ts()));
  }
}
