package smallsteps.slots;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// A table of slots as each of them is written once it is claimed, in one transaction. A settled
/// slot never changes.
record Turns(Sql sql, String table) {
  private static final String EXPIRED =
      "SELECT * FROM %s WHERE state = 'claimed' AND lease_until <= ? ORDER BY due LIMIT ?";
  private static final String OF_SLOT =
      " WHERE team_id = ? AND channel_id = ? AND due = ? AND state = 'claimed'";
  private static final String OURS = OF_SLOT + " AND owner = ? AND lease_until = ?";
  private static final String TAKE_OVER =
      "UPDATE %s SET owner = ?, lease_until = ?, may_stand_since = coalesce(may_stand_since, ?)"
          + OF_SLOT;
  private static final String POSTED =
      "UPDATE %s SET state = 'posted', ts = ?, settled_at = ?" + OF_SLOT;
  private static final String SETTLE = "UPDATE %s SET state = ?, reason = ?, settled_at = ?" + OURS;
  private static final String RETRY = "UPDATE %s SET lease_until = ?, may_stand_since = ?" + OURS;

  /// Those whose lease has run out, as they were.
  <T> List<T> expired(Function<Row, T> row, Instant now, int atMost) {
    return sql.list(EXPIRED.formatted(table), row, now, atMost);
  }

  /// @param turn as it is from now on
  void takeOver(Turn turn, Instant now) {
    sql.update(
        TAKE_OVER.formatted(table),
        turn.owner(),
        turn.leaseUntil(),
        now,
        turn.teamId(),
        turn.channelId(),
        turn.due());
  }

  /// It stands in the channel, whoever's lease it is by now.
  void posted(Turn turn, String ts, Instant now) {
    sql.update(POSTED.formatted(table), ts, now, turn.teamId(), turn.channelId(), turn.due());
  }

  /// False when it is settled already, or somebody else's by now.
  boolean settle(Turn turn, String reason, Instant now) {
    return settle(turn, Slots.state(reason), reason, now);
  }

  boolean settle(Turn turn, String state, String reason, Instant now) {
    return ours(SETTLE, turn, state, reason, now) > 0;
  }

  /// @param mayStandSince when a try was made that may stand, or may yet; null for none
  void retry(Turn turn, Instant mayStandSince, Instant leaseUntil) {
    ours(RETRY, turn, leaseUntil, mayStandSince);
  }

  private int ours(String change, Turn turn, Object... values) {
    Stream<Object> key =
        Stream.of(turn.teamId(), turn.channelId(), turn.due(), turn.owner(), turn.leaseUntil());
    return sql.update(change.formatted(table), Stream.concat(Stream.of(values), key).toArray());
  }
}
