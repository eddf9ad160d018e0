package smallsteps.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import smallsteps.DebtId;
import smallsteps.User;
import smallsteps.storage.Sql;

/// The table `outbox`, in one transaction. Times are the machine's, and machines' clocks are put
/// back: a time that no process can have meant is one that has passed.
record OutboxStore(Sql sql) {
  private static final String OWE =
      """
      INSERT INTO outbox (team_id, kind, channel_id, subject, asked_by, owed_at, not_after, next_try)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (team_id, kind, channel_id, subject) DO UPDATE SET
        version = outbox.version + 1, asked_by = excluded.asked_by, not_after = excluded.not_after,
        next_try = excluded.next_try
      """;
  private static final String IS_FREE =
      " AND (lease_until IS NULL OR lease_until <= ? OR lease_until > ?)";
  private static final String DUE =
      "SELECT * FROM outbox WHERE team_id = ? AND kind = ? AND next_try <= ?"
          + IS_FREE
          + " ORDER BY next_try, id LIMIT ?";
  private static final String TOO_FAR_AHEAD =
      "UPDATE outbox SET next_try = ? WHERE team_id = ? AND kind = ? AND next_try > ?";
  private static final String IS_TOO_FAR_AHEAD =
      "SELECT 1 FROM outbox WHERE team_id = ? AND kind = ? AND next_try > ? LIMIT 1";
  private static final String ONE =
      """
      SELECT * FROM outbox WHERE team_id = ? AND kind = ? AND channel_id = ? AND subject = ?
      """;
  private static final String CLAIM =
      """
      UPDATE outbox SET owner = ?, lease_until = ?, may_stand_since = ?, repeat_from = ? WHERE id = ?
      """;
  private static final String OURS = " WHERE id = ? AND owner = ? AND lease_until = ?";
  private static final String IS_OURS = "SELECT 1 FROM outbox" + OURS + " AND version = ?";

  /// Whatever it is called by now; no number is given twice.
  private static final String ITSELF = " WHERE id = ?";

  private static final String STANDING = "SELECT * FROM outbox" + ITSELF;
  private static final String REMOVE = "DELETE FROM outbox" + OURS + " AND version = ?";
  private static final String REMOVE_DONE = "DELETE FROM outbox" + ITSELF + " AND version = ?";
  private static final String SET_FREE =
      """
      UPDATE outbox SET owner = NULL, lease_until = NULL, next_try = ?, may_stand_since = ?,
        repeat_from = ?, tries = ?
      """
          + OURS;
  private static final String POSTPONE =
      "UPDATE outbox SET next_try = ? WHERE id = ? AND version = ? AND owner IS NULL";
  private static final String POSTPONE_CHANNEL =
      """
      UPDATE outbox SET next_try = ?
      WHERE team_id = ? AND kind = ? AND channel_id = ? AND owner IS NULL AND next_try < ?
      """;
  private static final String FORGET_PRIVATE =
      "DELETE FROM outbox WHERE team_id = ? AND channel_id = ?";
  private static final String FORGET_ASKER =
      "UPDATE outbox SET asked_by = NULL WHERE team_id = ? AND asked_by = ?";
  private static final String OF_USER =
      "SELECT * FROM outbox WHERE team_id = ? AND (asked_by = ? OR channel_id = ?) ORDER BY id";
  private static final String COUNT =
      """
      SELECT count(*) AS n, (SELECT owed_at FROM outbox ORDER BY id LIMIT 1) AS oldest FROM outbox
      """;

  void owe(Debt debt, Instant nextTry) {
    DebtId id = debt.id();
    sql.update(
        OWE,
        id.teamId(),
        id.kind(),
        id.channelId(),
        id.subject(),
        debt.askedBy(),
        debt.owedAt(),
        debt.notAfter(),
        nextTry);
  }

  /// What may be claimed now, the longest due first.
  ///
  /// @param lease no lease ends later than so long from now
  List<DueDebt> due(String teamId, String kind, Instant now, Duration lease, int atMost) {
    return sql.list(DUE, DueDebt::of, teamId, kind, now, now, now.plus(lease), atMost);
  }

  boolean isPutOffBeyond(String teamId, String kind, Instant latest) {
    return sql.first(IS_TOO_FAR_AHEAD, _ -> true, teamId, kind, latest).isPresent();
  }

  void noLongerPutOff(String teamId, String kind, Instant latest, Instant now) {
    sql.update(TOO_FAR_AHEAD, now, teamId, kind, latest);
  }

  /// Ours, with what was known of earlier tries before; empty when it is gone, or another's by now.
  ///
  /// @param slackTime now by Slack's clock
  Optional<DueDebt> claim(DueDebt wanted, Outbox.Terms terms, Instant now, Instant slackTime) {
    Instant lease = now.plus(terms.lease());
    Optional<DueDebt> standing = free(wanted.debt().id(), now, lease);
    Instant latest = slackTime.truncatedTo(ChronoUnit.SECONDS).plus(terms.lost());
    standing.ifPresent(found ->
        sql.update(
            CLAIM,
            terms.owner(),
            lease,
            Objects.requireNonNullElse(found.mayStandSince(), slackTime),
            latest,
            found.row()));
    return standing.map(found -> found.by(terms.owner(), lease, repeatFrom(found, latest)));
  }

  private Optional<DueDebt> free(DebtId id, Instant now, Instant latestLease) {
    return sql.first(
        ONE + IS_FREE,
        DueDebt::of,
        id.teamId(),
        id.kind(),
        id.channelId(),
        id.subject(),
        now,
        latestLease);
  }

  /// Null where no try was made.
  private static Instant repeatFrom(DueDebt found, Instant latest) {
    Instant from = found.repeatFrom();
    boolean isKnown = from != null && from.isBefore(latest);
    return found.mayStandSince() == null ? null : isKnown ? from : latest;
  }

  boolean isOurs(DueDebt claim) {
    return sql.first(
            IS_OURS, _ -> true, claim.row(), claim.owner(), claim.leaseUntil(), claim.version())
        .isPresent();
  }

  /// False when it is another's by now, or owed anew.
  boolean remove(DueDebt claim) {
    return gone(claim, REMOVE, claim.row(), claim.owner(), claim.leaseUntil(), claim.version()) > 0;
  }

  /// It is done, whoever's it is by now. False when it is gone already, or owed anew.
  boolean removeDone(DueDebt claim) {
    return gone(claim, REMOVE_DONE, claim.row(), claim.version()) > 0;
  }

  /// The last that is done for somebody who has erased all of theirs is to show them so: their id
  /// goes with it.
  private int gone(DueDebt claim, String statement, Object... key) {
    return claim.debt().id().kind().equals(Outbox.HOMES)
        ? sql.erase(statement, key)
        : sql.update(statement, key);
  }

  /// Nothing where it is another's by now.
  void setFree(DueDebt claim, Later later, int tries) {
    sql.update(
        SET_FREE,
        later.nextTry(),
        later.mayStandSince(),
        later.repeatFrom(),
        tries,
        claim.row(),
        claim.owner(),
        claim.leaseUntil());
  }

  /// For one that nobody has claimed.
  void postpone(DueDebt due, Instant nextTry) {
    sql.update(POSTPONE, nextTry, due.row(), due.version());
  }

  /// All of the channel's of that kind that nobody has claimed.
  void postponeChannel(DebtId one, Instant nextTry) {
    sql.update(POSTPONE_CHANNEL, nextTry, one.teamId(), one.kind(), one.channelId(), nextTry);
  }

  /// The claimed debt as it stands by now: who asked may be forgotten, its channel have another id.
  Optional<Debt> standing(DueDebt claim) {
    return sql.first(STANDING, Debt::of, claim.row());
  }

  /// What was to go to this person alone goes nowhere; that they asked for the rest is forgotten,
  /// and its room knows what that means.
  int forget(User user) {
    return sql.erase(FORGET_PRIVATE, user.teamId(), user.id())
        + sql.erase(FORGET_ASKER, user.teamId(), user.id());
  }

  List<Map<String, Object>> export(User user) {
    return sql.list(
        OF_USER,
        row -> row.texts(List.of("kind", "channel_id", "owed_at")),
        user.teamId(),
        user.id(),
        user.id());
  }

  Outbox.Waiting waitingOfAll() {
    return sql.first(COUNT, row -> new Outbox.Waiting(row.number("n"), row.instant("oldest")))
        .orElseThrow();
  }
}
