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
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.care.Questions;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;
import smallsteps.outbox.Outbox;
import smallsteps.plans.Asked;
import smallsteps.plans.Plans;
import smallsteps.storage.Database;

/// Finds the channels where it has gone quiet, asks them once, and backs off where nobody answers.
final class PaceQuestions {
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
  private final Outbox outbox;
  private final Questions<PaceQuestion> questions;

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
    this.outbox = outbox;
    questions =
        new Questions<>(
                care,
                database,
                outbox,
                clock,
                Kind.PAUSE_QUESTION,
                "pace_question",
                PaceStore::new,
                this::asking)
            .known();
  }

  void due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    outbox.teamId().map(team -> plans.asked(team, Plans.NUDGE)).orElse(List.of()).stream()
        .filter(channel -> channel.rhythm().isEachWeek())
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
    Optional<PaceStore.Asked> before =
        database.read(sql -> new PaceStore(sql).find(channel.channel()));
    if (before.isEmpty() || isAnsweredSince(posted, before.get().askedAt())) {
      Instant last = before.map(PaceStore.Asked::askedAt).orElse(null);
      questions.ask(new PaceQuestion(channel.channel(), now, last), now);
    } else {
      backOff(channel, before.get(), posted.getLast(), now);
    }
  }

  private boolean isAnsweredSince(List<Nudge> posted, Instant asked) {
    return posted.stream().filter(nudge -> nudge.due().isAfter(asked)).anyMatch(this::isAnswered);
  }

  /// Empty where the channel has no plan any more.
  private Optional<Questions.Now> asking(PaceQuestion question) {
    var metadata =
        new Act.Metadata("smallsteps_pace", Map.of("asked", question.askedAt().toString()));
    return plans
        .asked(question.channel(), Plans.NUDGE)
        .map(channel ->
            new Questions.Now(
                new Questions.To.Place(channel.channel(), channel.rhythm().zone()),
                question.askedAt().toString(),
                question.askedAt().plus(TIME_TO_ASK),
                open -> open.post(blocks.question(channel.language()), metadata)));
  }

  /// Half as often from the last nudge on: the week after it is the first without.
  private void backOff(Asked channel, PaceStore.Asked asked, Nudge last, Instant now) {
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
