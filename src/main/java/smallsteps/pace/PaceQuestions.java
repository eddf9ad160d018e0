package smallsteps.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import smallsteps.MessageId;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.nudges.Nudge;
import smallsteps.nudges.Nudges;
import smallsteps.nudges.NudgesFeature;
import smallsteps.storage.Database;

/// Finds the channels where it has gone quiet, asks them once, and backs off where nobody answers.
final class PaceQuestions {
  private static final int UNANSWERED = 2;

  /// Nudges before that are another story.
  private static final Duration LOOKED_AT = Duration.ofDays(70);

  /// A nudge is given this long before it counts as left alone.
  private static final Duration TIME_TO_ANSWER = Duration.ofDays(3);

  private static final Duration TIME_TO_CHOOSE = Duration.ofDays(7);

  private final PaceBlocks blocks;
  private final Database database;
  private final Nudges nudges;
  private final NudgesFeature plans;
  private final Predicate<MessageId> isAnswered;
  private final Care care;

  PaceQuestions(
      PaceBlocks blocks,
      Database database,
      Nudges nudges,
      NudgesFeature plans,
      Predicate<MessageId> isAnswered,
      Care care) {
    this.blocks = blocks;
    this.database = database;
    this.nudges = nudges;
    this.plans = plans;
    this.isAnswered = isAnswered;
    this.care = care;
  }

  List<Post> due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    return nudges.weekly().stream()
        .filter(channel -> !channel.isEverySecond())
        .filter(channel -> !channel.isPausedOn(now.atZone(channel.zone()).toLocalDate()))
        .flatMap(channel -> look(channel, now).stream())
        .toList();
  }

  private Optional<Post> look(Nudges.Weekly channel, Instant now) {
    List<Nudge> posted =
        nudges.all(now.minus(LOOKED_AT), now.minus(TIME_TO_ANSWER), channel.channelId()).stream()
            .filter(nudge -> nudge.teamId().equals(channel.teamId()) && nudge.ts() != null)
            .toList();
    boolean isQuiet =
        posted.size() >= UNANSWERED
            && posted.subList(posted.size() - UNANSWERED, posted.size()).stream()
                .noneMatch(this::isAnswered);
    if (!isQuiet) {
      return Optional.empty();
    }
    Optional<PaceQuestion> before =
        database.read(sql -> new PaceStore(sql).find(channel.teamId(), channel.channelId()));
    if (before.isEmpty() || isAnsweredSince(posted, before.get().askedAt())) {
      return ask(channel, before.map(PaceQuestion::askedAt).orElse(null), now);
    }
    backOff(channel, before.get(), posted.getLast(), now);
    return Optional.empty();
  }

  private boolean isAnsweredSince(List<Nudge> posted, Instant asked) {
    return posted.stream().filter(nudge -> nudge.due().isAfter(asked)).anyMatch(this::isAnswered);
  }

  /// @param before when it was asked the last time; null for never
  private Optional<Post> ask(Nudges.Weekly channel, Instant before, Instant now) {
    String teamId = channel.teamId();
    String channelId = channel.channelId();
    if (!(care.gate(teamId, channelId, Kind.PAUSE_QUESTION, channel.zone(), now)
        instanceof Care.Gate.Open open)) {
      return Optional.empty();
    }
    boolean isOurs = database.write(sql -> new PaceStore(sql).ask(teamId, channelId, before, now));
    return isOurs
        ? Optional.of(
            open.post(
                blocks.question(channel.language()), null, outcome -> settle(open, outcome, now)))
        : Optional.empty();
  }

  private void settle(Care.Gate.Open asked, Outcome outcome, Instant at) {
    if (outcome instanceof Outcome.NotSent) {
      database.write(sql -> {
        new PaceStore(sql).takeBack(asked.teamId(), asked.to(), at);
        return null;
      });
    }
  }

  /// Half as often from the last nudge on: the week after it is the first without.
  private void backOff(Nudges.Weekly channel, PaceQuestion asked, Nudge last, Instant now) {
    boolean isLeftAlone =
        asked.answer() == null && !now.isBefore(asked.askedAt().plus(TIME_TO_CHOOSE));
    if (isLeftAlone) {
      plans.everySecondWeek(channel.teamId(), channel.channelId(), null, last.date());
      database.write(sql -> {
        new PaceStore(sql).answer(channel.teamId(), channel.channelId(), "none");
        return null;
      });
    }
  }

  private boolean isAnswered(Nudge nudge) {
    return isAnswered.test(new MessageId(nudge.teamId(), nudge.channelId(), nudge.ts()));
  }
}
