package smallsteps.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.plans.Plans.PlannedDigest;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;
import smallsteps.weekly.Receipt;
import smallsteps.weekly.Slots;

/// The table `digest_slot`, in one transaction.
record DigestStore(Sql sql) {
  private static final Duration WEEK = Duration.ofDays(7);
  static final String TABLE = "digest_slot";
  private static final String CLAIM =
      """
      INSERT INTO digest_slot (team_id, channel_id, due, week, zone, language, state)
      VALUES (?, ?, ?, ?, ?, ?, 'claimed')
      ON CONFLICT DO NOTHING
      """;
  private static final String RECORD =
      """
      INSERT INTO digest_slot (team_id, channel_id, due, week, zone, language, state, reason,
        settled_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String IS_KNOWN =
      "SELECT 1 FROM digest_slot WHERE team_id = ? AND channel_id = ? AND due = ?";
  private static final String TOLD_UNTIL =
      """
      SELECT MAX(CASE WHEN state = 'posted' THEN due END) AS posted, MIN(due) AS first
      FROM digest_slot WHERE team_id = ? AND channel_id = ? AND due < ?
      """;
  private static final String RECEIPT =
      """
      SELECT * FROM digest_slot WHERE team_id = ? AND channel_id = ? ORDER BY due DESC LIMIT 1
      """;

  boolean isKnown(Slot slot) {
    return sql.first(
            IS_KNOWN,
            _ -> true,
            slot.plan().channel().teamId(),
            slot.plan().channel().id(),
            slot.due())
        .isPresent();
  }

  /// False when it is somebody's already, or the week has had its digest.
  boolean claim(Slot slot) {
    return sql.update(CLAIM, of(slot)) > 0;
  }

  /// Keeps one that was never claimed, with the reason why not.
  void record(Slot slot, String reason, Instant now) {
    sql.update(RECORD, of(slot, Slots.state(reason), reason, now));
  }

  private static Object[] of(Slot slot, Object... rest) {
    PlannedDigest plan = slot.plan();
    Stream<Object> key =
        Stream.of(
            plan.channel().teamId(),
            plan.channel().id(),
            slot.due(),
            slot.week(),
            plan.zone().getId(),
            plan.language().code());
    return Stream.concat(key, Stream.of(rest)).toArray();
  }

  /// Until when small things have been told, or would have been before the first slot of all.
  Instant toldUntil(Channel channel, Instant due) {
    return sql.first(
            TOLD_UNTIL,
            row -> toldUntil(row.instant("posted"), row.instant("first"), due),
            channel.teamId(),
            channel.id(),
            due)
        .orElseThrow();
  }

  private static Instant toldUntil(Instant posted, Instant first, Instant due) {
    return posted == null ? Objects.requireNonNullElse(first, due).minus(WEEK) : posted;
  }

  /// A row of the table, with the zone and the language that its plan had.
  record Claimed(Instant due, ZoneId zone, Language language) {
    static Claimed of(Row row) {
      return new Claimed(
          row.instant("due"), ZoneId.of(row.text("zone")), new Language(row.text("language")));
    }
  }

  /// What became of the newest.
  Optional<Receipt> receipt(Channel channel) {
    return sql.first(RECEIPT, Receipt::of, channel.teamId(), channel.id());
  }
}
