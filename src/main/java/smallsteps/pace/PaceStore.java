package smallsteps.pace;

import java.time.Instant;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.care.Questions;
import smallsteps.outbox.Debt;
import smallsteps.storage.Sql;

/// The table `pace_question`, in one transaction.
record PaceStore(Sql sql) implements Questions.Store<PaceQuestion> {
  private static final String FIND =
      "SELECT * FROM pace_question WHERE team_id = ? AND channel_id = ?";
  private static final String ASK =
      """
      INSERT INTO pace_question (team_id, channel_id, asked_at) VALUES (?, ?, ?)
      ON CONFLICT (team_id, channel_id) DO UPDATE SET asked_at = excluded.asked_at, answer = NULL
        WHERE pace_question.asked_at = ?
      """;
  private static final String ANSWER =
      "UPDATE pace_question SET answer = ? WHERE team_id = ? AND channel_id = ?";
  private static final String TAKE_BACK =
      "DELETE FROM pace_question WHERE team_id = ? AND channel_id = ? AND asked_at = ?";

  /// That a channel was asked.
  ///
  /// @param answer `keep`, `less`, `pause`, `none` for a question left alone; null while it waits
  record Asked(Instant askedAt, String answer) {}

  /// The last time.
  Optional<Asked> find(Channel channel) {
    return sql.first(
        FIND,
        row -> new Asked(row.instant("asked_at"), row.text("answer")),
        channel.teamId(),
        channel.id());
  }

  @Override
  public Optional<PaceQuestion> find(Debt asked) {
    return Optional.of(new PaceQuestion(asked.channel(), Instant.parse(asked.subject()), null));
  }

  /// False when somebody else has asked by now.
  @Override
  public boolean asked(PaceQuestion question, Instant now) {
    Channel channel = question.channel();
    return sql.update(ASK, channel.teamId(), channel.id(), question.askedAt(), question.before())
        > 0;
  }

  void answer(Channel channel, String answer) {
    sql.update(ANSWER, answer, channel.teamId(), channel.id());
  }

  /// The channel is asked when it is looked at again.
  @Override
  public void notAsked(PaceQuestion question, Instant askAt) {
    Channel channel = question.channel();
    sql.update(TAKE_BACK, channel.teamId(), channel.id(), question.askedAt());
  }

  /// What nobody saw is asked another time.
  @Override
  public void refused(PaceQuestion question, Instant askAt) {
    notAsked(question, askAt);
  }

  /// Where nobody knows whether it was seen, nothing follows from it.
  @Override
  public void unsure(PaceQuestion question) {
    answer(question.channel(), "keep");
  }
}
