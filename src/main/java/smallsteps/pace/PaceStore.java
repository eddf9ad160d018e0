package smallsteps.pace;

import java.time.Instant;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.storage.Sql;

/// The table `pace_question`, in one transaction.
record PaceStore(Sql sql) {
  private static final String FIND =
      "SELECT * FROM pace_question WHERE team_id = ? AND channel_id = ?";
  private static final String ASK =
      """
      INSERT INTO pace_question (team_id, channel_id, asked_at) VALUES (?, ?, ?)
      ON CONFLICT (team_id, channel_id) DO UPDATE SET asked_at = excluded.asked_at, answer = NULL
        WHERE asked_at = ?
      """;
  private static final String ANSWER =
      "UPDATE pace_question SET answer = ? WHERE team_id = ? AND channel_id = ?";
  private static final String TAKE_BACK =
      "DELETE FROM pace_question WHERE team_id = ? AND channel_id = ? AND asked_at = ?";

  Optional<PaceQuestion> find(Channel channel) {
    return sql.first(
        FIND,
        row -> new PaceQuestion(row.instant("asked_at"), row.text("answer")),
        channel.teamId(),
        channel.id());
  }

  /// False when somebody else has asked by now.
  ///
  /// @param before when it was asked the last time; null for never
  boolean ask(Channel channel, Instant before, Instant now) {
    return sql.update(ASK, channel.teamId(), channel.id(), now, before) > 0;
  }

  void answer(Channel channel, String answer) {
    sql.update(ANSWER, answer, channel.teamId(), channel.id());
  }

  /// The question never left.
  void takeBack(Channel channel, Instant askedAt) {
    sql.update(TAKE_BACK, channel.teamId(), channel.id(), askedAt);
  }
}
