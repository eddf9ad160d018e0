package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.plans.Asked;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;
import smallsteps.weekly.Rhythm;
import smallsteps.weekly.Slots;

/// New rows of the table `nudge_slot`, in one transaction. What becomes of a claimed one, [Slots]
/// keeps.
record ClaimStore(Sql sql) {
  static final String TABLE = "nudge_slot";
  private static final String CLAIM =
      """
      INSERT INTO nudge_slot
        (team_id, channel_id, due, local_date, zone, language, kind, state, prompt_id, principle,
         round, claimed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'claimed', ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String RECORD =
      """
      INSERT INTO nudge_slot
        (team_id, channel_id, due, local_date, zone, language, kind, state, reason, settled_at)
      VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  /// False when the slot, or another planned one of its day, is there already.
  boolean claim(NudgeSlot slot, LocalDate date, int round, Instant now) {
    return sql.update(
            CLAIM,
            slot.channel().teamId(),
            slot.channel().id(),
            slot.due(),
            date.toString(),
            slot.zone().getId(),
            slot.language().code(),
            slot.isPlanned() ? "planned" : "now",
            slot.promptId(),
            slot.principle(),
            round,
            now)
        > 0;
  }

  /// Keeps a planned slot that was never claimed, with the reason why not.
  void record(Asked asked, Rhythm.Slot slot, String reason, Instant now) {
    sql.update(
        RECORD,
        asked.channel().teamId(),
        asked.channel().id(),
        slot.due(),
        slot.date().toString(),
        asked.rhythm().zone().getId(),
        asked.language().code(),
        Slots.state(reason),
        reason,
        now);
  }

  static NudgeSlot slot(Row row) {
    return new NudgeSlot(
        new Channel(row.text("team_id"), row.text("channel_id")),
        row.instant("due"),
        ZoneId.of(row.text("zone")),
        new Language(row.text("language")),
        row.text("kind").equals("planned"),
        row.text("prompt_id"),
        row.number("principle"));
  }
}
