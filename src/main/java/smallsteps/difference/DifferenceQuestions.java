package smallsteps.difference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import smallsteps.Content;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.care.Questions;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;
import smallsteps.wins.Win;
import smallsteps.wins.Wins;

/// Asks once what difference it made.
final class DifferenceQuestions {
  /// Later than this after its day nobody is asked any more.
  private static final Duration PATIENCE = Duration.ofDays(45);

  private final DifferenceBlocks blocks;
  private final Wins wins;
  private final Care care;
  private final Questions<Question> questions;

  DifferenceQuestions(
      DifferenceBlocks blocks,
      Database database,
      Wins wins,
      Care care,
      Outbox outbox,
      InstantSource clock) {
    this.blocks = blocks;
    this.wins = wins;
    this.care = care;
    questions =
        new Questions<>(
                care,
                database,
                outbox,
                clock,
                Kind.DIFFERENCE_QUESTION,
                "difference_question",
                DifferenceStore::new,
                this::asking)
            .known();
  }

  void due(Instant at) {
    questions.due(at);
  }

  /// Empty where the win is gone.
  private Optional<Questions.Now> asking(Question question) {
    return wins.find(question.channel(), question.sourceId())
        .map(win ->
            new Questions.Now(
                new Questions.To.Person(question.user()),
                question.carried(),
                win.saidAt().plus(PATIENCE),
                open -> open.post(asked(question, win), null)));
  }

  private Content asked(Question question, Win win) {
    return blocks.question(question, win, care.person(question.user()).language());
  }
}
