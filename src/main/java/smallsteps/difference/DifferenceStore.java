package smallsteps.difference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.MalformedException;
import smallsteps.User;
import smallsteps.care.Questions;
import smallsteps.outbox.Debt;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `difference`, in one transaction.
record DifferenceStore(Sql sql) implements Questions.Store<Question> {
  private static final String ADD =
      """
      INSERT INTO difference (team_id, channel_id, source_id, user_id, ask_at)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String TO_ASK =
      "SELECT * FROM difference WHERE team_id = ? AND ask_at <= ? ORDER BY ask_at LIMIT ?";
  private static final String OF_KEY = " WHERE team_id = ? AND channel_id = ? AND source_id = ?";
  private static final String ONE = "SELECT * FROM difference" + OF_KEY;
  private static final String POSTPONE =
      "UPDATE difference SET ask_at = ?" + OF_KEY + " AND ask_at IS NOT NULL";
  private static final String ASKED =
      "UPDATE difference SET asked_at = ?, ask_at = NULL" + OF_KEY + " AND ask_at IS NOT NULL";
  private static final String NOT_ASKED =
      "UPDATE difference SET asked_at = NULL, ask_at = ?" + OF_KEY + " AND answer IS NULL";
  private static final String ANSWER =
      "UPDATE difference SET answer = ?, text = ?, answered_at = ?, ask_at = NULL" + OF_KEY;
  private static final String FORGET = "DELETE FROM difference WHERE team_id = ? AND user_id = ?";
  private static final String OF_USER =
      "SELECT * FROM difference WHERE team_id = ? AND user_id = ? ORDER BY channel_id, source_id";
  private static final List<String> EXPORTED =
      List.of("channel_id", "source_id", "ask_at", "asked_at", "answer", "text", "answered_at");

  /// What is kept from then on: one that is there already stays as it is.
  Question add(Question question) {
    sql.update(
        ADD,
        question.user().teamId(),
        question.channelId(),
        question.sourceId(),
        question.user().id(),
        question.askAt());
    return find(question.user(), question.carried()).orElseThrow();
  }

  @Override
  public List<Question> toAsk(String teamId, Instant now, int atMost) {
    return sql.list(TO_ASK, DifferenceStore::question, teamId, now, atMost);
  }

  @Override
  public Optional<Question> find(Debt asked) {
    return find(asked.person(), asked.subject());
  }

  /// @param carried as a button carries it
  Optional<Question> find(User user, String carried) {
    List<String> key = MalformedException.words("value", carried, 2);
    return sql.first(ONE, DifferenceStore::question, user.teamId(), key.get(0), key.get(1))
        .filter(question -> question.user().equals(user));
  }

  @Override
  public void postpone(Question question, Instant askAt) {
    change(POSTPONE, question, askAt);
  }

  @Override
  public boolean asked(Question question, Instant now) {
    return change(ASKED, question, now) > 0;
  }

  @Override
  public void notAsked(Question question, Instant askAt) {
    change(NOT_ASKED, question, askAt);
  }

  private int change(String change, Question question, Instant at) {
    return sql.update(
        change, at, question.user().teamId(), question.channelId(), question.sourceId());
  }

  /// @param text null unless something was told
  void answer(Question question, String answer, String text, Instant now) {
    // what was told before
    sql.erase(
        ANSWER,
        answer,
        text,
        now,
        question.user().teamId(),
        question.channelId(),
        question.sourceId());
  }

  int forget(User user) {
    return sql.erase(FORGET, user.teamId(), user.id());
  }

  List<Map<String, Object>> export(User user) {
    return sql.list(OF_USER, row -> row.texts(EXPORTED), user.teamId(), user.id());
  }

  private static Question question(Row row) {
    return new Question(
        new User(row.text("team_id"), row.text("user_id")),
        row.text("channel_id"),
        row.text("source_id"),
        row.instant("ask_at"),
        row.text("answer"),
        row.text("text"));
  }
}
