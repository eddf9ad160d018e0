package smallsteps.microactions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.care.Questions;
import smallsteps.outbox.Debt;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `microaction_promise`, in one transaction.
record PromiseStore(Sql sql) implements Questions.Store<Promise> {
  private static final String ADD =
      """
      INSERT INTO microaction_promise (team_id, promise_id, channel_id, user_id, nudge_ts, action,
        principle, minutes, text, promised_at, ask_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (team_id, channel_id, nudge_ts, user_id, action) DO UPDATE SET
        text = excluded.text, promised_at = excluded.promised_at, ask_at = excluded.ask_at,
        asked_at = NULL, answer = NULL
      RETURNING promise_id
      """;
  private static final String TO_ASK =
      """
      SELECT * FROM microaction_promise WHERE team_id = ? AND ask_at <= ? ORDER BY ask_at LIMIT ?
      """;
  private static final String OF_ID = " WHERE team_id = ? AND promise_id = ?";
  private static final String ONE = "SELECT * FROM microaction_promise" + OF_ID;
  private static final String POSTPONE =
      "UPDATE microaction_promise SET ask_at = ?" + OF_ID + " AND ask_at IS NOT NULL";
  private static final String ASKED =
      "UPDATE microaction_promise SET asked_at = ?, ask_at = NULL"
          + OF_ID
          + " AND ask_at IS NOT NULL";
  private static final String NOT_ASKED =
      "UPDATE microaction_promise SET asked_at = NULL, ask_at = ?" + OF_ID + " AND answer IS NULL";
  private static final String ANSWER =
      "UPDATE microaction_promise SET answer = ?, ask_at = NULL" + OF_ID;
  private static final String REMOVE = "DELETE FROM microaction_promise" + OF_ID;
  private static final String UNDER =
      """
      SELECT 1 FROM microaction_promise WHERE team_id = ? AND channel_id = ? AND nudge_ts = ?
      """;
  private static final String FORGET =
      "DELETE FROM microaction_promise WHERE team_id = ? AND user_id = ?";
  private static final String OF_USER =
      "SELECT * FROM microaction_promise WHERE team_id = ? AND user_id = ? ORDER BY promised_at";
  private static final List<String> EXPORTED =
      List.of("channel_id", "nudge_ts", "text", "promised_at", "asked_at", "answer");

  /// Who takes the same on again begins anew: asked or not, they are asked then.
  ///
  /// @param askAt null to ask nothing
  /// @return the id that it has from the first time on
  String add(Promise promise, Instant askAt) {
    return sql.first(
            ADD,
            row -> row.text("promise_id"),
            promise.user().teamId(),
            promise.id(),
            promise.channelId(),
            promise.user().id(),
            promise.nudgeTs(),
            promise.action(),
            promise.principle(),
            promise.minutes(),
            promise.text(),
            promise.promisedAt(),
            askAt)
        .orElseThrow();
  }

  @Override
  public List<Promise> toAsk(String teamId, Instant now, int atMost) {
    return sql.list(TO_ASK, PromiseStore::promise, teamId, now, atMost);
  }

  @Override
  public Optional<Promise> find(Debt asked) {
    return find(asked.person(), asked.subject());
  }

  Optional<Promise> find(User user, String id) {
    return sql.first(ONE, PromiseStore::promise, user.teamId(), id)
        .filter(promise -> promise.user().equals(user));
  }

  @Override
  public void postpone(Promise promise, Instant askAt) {
    sql.update(POSTPONE, askAt, promise.user().teamId(), promise.id());
  }

  @Override
  public boolean asked(Promise promise, Instant now) {
    return sql.update(ASKED, now, promise.user().teamId(), promise.id()) > 0;
  }

  @Override
  public void notAsked(Promise promise, Instant askAt) {
    sql.update(NOT_ASKED, askAt, promise.user().teamId(), promise.id());
  }

  boolean isAnyUnder(MessageId nudge) {
    return sql.first(UNDER, _ -> true, nudge.teamId(), nudge.channelId(), nudge.ts()).isPresent();
  }

  /// Who has answered is asked no more.
  void answer(Promise promise, String answer) {
    sql.update(ANSWER, answer, promise.user().teamId(), promise.id());
  }

  void remove(Promise promise) {
    sql.erase(REMOVE, promise.user().teamId(), promise.id());
  }

  int forget(User user) {
    return sql.erase(FORGET, user.teamId(), user.id());
  }

  List<Map<String, Object>> export(User user) {
    return sql.list(OF_USER, PromiseStore::exported, user.teamId(), user.id());
  }

  private static Map<String, Object> exported(Row row) {
    Map<String, Object> values = row.texts(EXPORTED);
    values.put("minutes", row.number("minutes"));
    values.put("principle", row.number("principle"));
    return values;
  }

  private static Promise promise(Row row) {
    return new Promise(
        new User(row.text("team_id"), row.text("user_id")),
        row.text("promise_id"),
        row.text("channel_id"),
        row.text("nudge_ts"),
        row.text("action"),
        row.number("principle"),
        row.number("minutes"),
        row.text("text"),
        row.instant("promised_at"));
  }
}
