package smallsteps.weekly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import smallsteps.Channel;
import smallsteps.Outcome;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// One room's table of slots, from their claim to what became of them. The room inserts the claim,
/// and owes the message in the same transaction; from then on the row is changed here alone, once.
///
/// @param table with `team_id`, `channel_id`, `due`, `zone`, `state`, `reason`, `ts`, `settled_at`;
///   its name stands in the room as `String TABLE`
/// @param planned which of its rows were planned, as a condition in SQL
public record Slots(String table, String planned) {

  /// All rows were planned.
  public Slots(String table) {
    this(table, "TRUE");
  }

  /// As reasons are kept: it is too late to post it.
  public static final String TOO_LATE = Outbox.TOO_LATE;

  /// As reasons are kept: nobody knows whether it stands in the channel.
  public static final String UNSURE = "unsure";

  private static final String OF_SLOT =
      " WHERE team_id = ? AND channel_id = ? AND due = ? AND state = 'claimed'";
  private static final String LAST =
      """
      SELECT MAX(due) AS last FROM %s WHERE team_id = ? AND channel_id = ? AND due <= ? AND %s
      """;
  private static final String RECEIPTS =
      "SELECT * FROM %s WHERE team_id = ? AND channel_id = ? ORDER BY due DESC LIMIT ?";
  private static final String CLAIMED = "SELECT * FROM %s" + OF_SLOT;
  private static final String POSTED =
      "UPDATE %s SET state = 'posted', ts = ?, settled_at = ?" + OF_SLOT;
  private static final String SETTLE =
      "UPDATE %s SET state = ?, reason = ?, settled_at = ?" + OF_SLOT;

  /// The state of a slot that came to nothing because of this.
  public static String state(String reason) {
    return reason.equals(TOO_LATE) ? "late" : "skipped";
  }

  /// When the channel's last planned one until now was due. Later ones are of a clock that was
  /// ahead, and say nothing of the days until then.
  Optional<Instant> last(Sql sql, Channel channel, Instant now) {
    return sql.list(
            LAST.formatted(table, planned),
            row -> Optional.ofNullable(row.instant("last")),
            channel.teamId(),
            channel.id(),
            now)
        .getFirst();
  }

  /// What became of the newest, the newest first.
  public List<Receipt> receipts(Sql sql, Channel channel, int atMost) {
    return sql.list(RECEIPTS.formatted(table), Receipt::of, channel.teamId(), channel.id(), atMost);
  }

  /// The claimed row; empty when it is settled, or was never claimed.
  ///
  /// @param slot its subject is when it was due
  public <T> Optional<T> claimed(Sql sql, Debt slot, Function<Row, T> of) {
    return sql.first(CLAIMED.formatted(table), of, slot.teamId(), slot.channelId(), slot.subject());
  }

  /// @param slot as in `claimed`
  public void settle(Sql sql, Debt slot, Outcome outcome, Instant now) {
    switch (outcome) {
      case Outcome.Done(String ts) ->
          sql.update(
              POSTED.formatted(table),
              ts,
              said(ts, now),
              slot.teamId(),
              slot.channelId(),
              slot.subject());
      case Outcome.Refused(String error) -> settle(sql, slot, "failed", error, now);
      case Outcome.Unsure _ -> settle(sql, slot, state(UNSURE), UNSURE, now);
      case Outcome.Dropped(String reason) -> settle(sql, slot, state(reason), reason, now);
      case Outcome.NotYet _ -> {}
    }
  }

  private void settle(Sql sql, Debt slot, String state, String reason, Instant now) {
    sql.update(
        SETTLE.formatted(table),
        state,
        reason,
        now,
        slot.teamId(),
        slot.channelId(),
        slot.subject());
  }

  /// It may have stood there for long when it is found.
  private static Instant said(String ts, Instant now) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))));
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      return now;
    }
  }
}
