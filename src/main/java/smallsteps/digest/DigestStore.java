package smallsteps.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Stream;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.plans.Asked;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;
import smallsteps.weekly.ClaimedSlot;
import smallsteps.weekly.Rhythm;
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
  private static final String TOLD_UNTIL =
      """
      SELECT MAX(CASE WHEN state = 'posted' THEN due END) AS posted, MIN(due) AS first
      FROM digest_slot WHERE team_id = ? AND channel_id = ? AND due < ?
      """;

  /// False when it is somebody's already, or the week has had its digest.
  boolean claim(Asked asked, Rhythm.Slot slot) {
    return sql.update(CLAIM, of(asked, slot)) > 0;
  }

  /// Keeps one that was never claimed, with the reason why not.
  void record(Asked asked, Rhythm.Slot slot, String reason, Instant now) {
    sql.update(RECORD, of(asked, slot, Slots.state(reason), reason, now));
  }

  private static Object[] of(Asked asked, Rhythm.Slot slot, Object... rest) {
    Stream<Object> key =
        Stream.of(
            asked.channel().teamId(),
            asked.channel().id(),
            slot.due(),
            week(slot.date()),
            asked.rhythm().zone().getId(),
            asked.language().code());
    return Stream.concat(key, Stream.of(rest)).toArray();
  }

  /// `2026-W48`.
  private static String week(LocalDate date) {
    return DateTimeFormatter.ISO_WEEK_DATE.format(date).substring(0, "2026-W48".length());
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
  record DigestSlot(Instant due, ZoneId zone, Language language) implements ClaimedSlot {
    static DigestSlot of(Row row) {
      return new DigestSlot(
          row.instant("due"), ZoneId.of(row.text("zone")), new Language(row.text("language")));
    }
  }
}
