package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import smallsteps.Language;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `nudge_slot` as it is written, in one transaction. A settled slot never changes.
record ClaimStore(Sql sql) {
  private static final String CLAIM =
      """
      INSERT INTO nudge_slot
        (team_id, channel_id, due, local_date, zone, language, kind, state, prompt_id, principle,
         round, owner, claimed_at, lease_until, may_stand_since)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'claimed', ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String RECORD =
      """
      INSERT INTO nudge_slot
        (team_id, channel_id, due, local_date, zone, language, kind, state, reason, settled_at)
      VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String EXPIRED =
      "SELECT * FROM nudge_slot WHERE state = 'claimed' AND lease_until <= ? ORDER BY due LIMIT ?";
  private static final String TAKE_OVER =
      """
      UPDATE nudge_slot SET owner = ?, lease_until = ?, may_stand_since = coalesce(may_stand_since, ?)
      WHERE team_id = ? AND channel_id = ? AND due = ? AND state = 'claimed'
      """;
  private static final String POSTED =
      """
      UPDATE nudge_slot SET state = 'posted', ts = ?, settled_at = ?
      WHERE team_id = ? AND channel_id = ? AND due = ? AND state = 'claimed'
      """;
  private static final String SETTLE =
      """
      UPDATE nudge_slot SET state = ?, reason = ?, settled_at = ?
      WHERE team_id = ? AND channel_id = ? AND due = ? AND state = 'claimed'
        AND owner = ? AND lease_until = ?
      """;
  private static final String RETRY =
      """
      UPDATE nudge_slot SET lease_until = ?, may_stand_since = ?
      WHERE team_id = ? AND channel_id = ? AND due = ? AND state = 'claimed'
        AND owner = ? AND lease_until = ?
      """;

  /// False when the slot, or another planned one of its day, is there already.
  boolean claim(Claim claim, LocalDate date, int round, Instant now) {
    return sql.update(
            CLAIM,
            claim.channel().teamId(),
            claim.channel().id(),
            claim.due(),
            date.toString(),
            claim.zone().getId(),
            claim.language().code(),
            claim.isPlanned() ? "planned" : "now",
            claim.promptId(),
            claim.principle(),
            round,
            claim.owner(),
            now,
            claim.leaseUntil(),
            now)
        > 0;
  }

  /// Keeps a planned slot that was never claimed, with the reason why not.
  void record(Plan plan, Rhythm.Slot slot, String state, String reason, Instant now) {
    sql.update(
        RECORD,
        plan.channel().teamId(),
        plan.channel().id(),
        slot.due(),
        slot.date().toString(),
        plan.rhythm().zone().getId(),
        plan.language().code(),
        state,
        reason,
        now);
  }

  /// Claims whose lease has run out, as they were.
  List<Claim> expired(Instant now, int atMost) {
    return sql.list(EXPIRED, ClaimStore::claim, now, atMost);
  }

  void takeOver(Claim claim, Instant now) {
    sql.update(
        TAKE_OVER,
        claim.owner(),
        claim.leaseUntil(),
        now,
        claim.channel().teamId(),
        claim.channel().id(),
        claim.due());
  }

  /// It stands in the channel, whoever's lease it is by now.
  void posted(Claim claim, String ts, Instant now) {
    sql.update(POSTED, ts, now, claim.channel().teamId(), claim.channel().id(), claim.due());
  }

  /// False when it is settled already, or somebody else's by now.
  boolean settle(Claim claim, String state, String reason, Instant now) {
    return sql.update(
            SETTLE,
            state,
            reason,
            now,
            claim.channel().teamId(),
            claim.channel().id(),
            claim.due(),
            claim.owner(),
            claim.leaseUntil())
        > 0;
  }

  /// @param mayStandSince when a try was made that may stand, or may yet; null for none
  void retry(Claim claim, Instant mayStandSince, Instant leaseUntil) {
    sql.update(
        RETRY,
        leaseUntil,
        mayStandSince,
        claim.channel().teamId(),
        claim.channel().id(),
        claim.due(),
        claim.owner(),
        claim.leaseUntil());
  }

  private static Claim claim(Row row) {
    return new Claim(
        new Channel(row.text("team_id"), row.text("channel_id")),
        row.instant("due"),
        ZoneId.of(row.text("zone")),
        new Language(row.text("language")),
        row.text("kind").equals("planned"),
        row.text("prompt_id"),
        row.number("principle"),
        row.text("owner"),
        row.instant("lease_until"),
        row.instant("may_stand_since"),
        null);
  }
}
