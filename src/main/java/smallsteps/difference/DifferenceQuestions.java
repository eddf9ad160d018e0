package smallsteps.difference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import smallsteps.Content;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.storage.Database;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// Asks once what difference it made.
final class DifferenceQuestions {
  private static final int AT_ONCE = 20;

  /// Later than this after its day nobody is asked any more.
  private static final Duration PATIENCE = Duration.ofDays(45);

  private static final Duration AGAIN = Duration.ofMinutes(30);

  private final DifferenceBlocks blocks;
  private final Database database;
  private final Wins wins;
  private final Care care;
  private final InstantSource clock;

  DifferenceQuestions(
      DifferenceBlocks blocks, Database database, Wins wins, Care care, InstantSource clock) {
    this.blocks = blocks;
    this.database = database;
    this.wins = wins;
    this.care = care;
    this.clock = clock;
  }

  List<Post> due(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    return database.read(sql -> new DifferenceStore(sql).toAsk(now, AT_ONCE)).stream()
        .flatMap(question -> ask(question, now).stream())
        .toList();
  }

  private Optional<Post> ask(Question question, Instant now) {
    Optional<Win> win =
        wins.find(question.user().teamId(), question.channelId(), question.sourceId());
    if (win.isEmpty()) {
      return postponed(question, null);
    }
    return switch (care.gate(question.user(), Kind.DIFFERENCE_QUESTION, now)) {
      case Care.Gate.Open open -> asked(question, win.get(), open, now);
      case Care.Gate.ShutUntil(Instant until, var _) ->
          postponed(question, until.isAfter(win.get().saidAt().plus(PATIENCE)) ? null : until);
      case Care.Gate.Shut _ -> postponed(question, null);
    };
  }

  private Optional<Post> postponed(Question question, Instant askAt) {
    database.write(sql -> {
      new DifferenceStore(sql).postpone(question, askAt);
      return null;
    });
    return Optional.empty();
  }

  /// Kept as asked before it is: at most once beats twice.
  private Optional<Post> asked(Question question, Win win, Care.Gate.Open open, Instant now) {
    boolean isOurs = database.write(sql -> new DifferenceStore(sql).asked(question, now));
    if (!isOurs) {
      return Optional.empty();
    }
    Content content = blocks.question(question, win, care.person(question.user()).language());
    return Optional.of(open.post(content, null, outcome -> settle(question, outcome)));
  }

  private void settle(Question question, Outcome outcome) {
    if (outcome instanceof Outcome.NotSent) {
      Instant again = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(AGAIN);
      database.write(sql -> {
        new DifferenceStore(sql).notAsked(question, again);
        return null;
      });
    }
  }
}
