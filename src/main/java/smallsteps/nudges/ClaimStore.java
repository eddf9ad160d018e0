package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.plans.Plan;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;
import smallsteps.weekly.Rhythm;

/// New rows of the table `nudge_slot`, in one transaction. What becomes of a claimed one, [Slots]
/// keeps.
record ClaimStore(Sql sql) {
  static final String TABLE = "nudge_slot";
  private static final String WITH_LAST =
      """
      SELECT p.*, s.due AS last_due, s.local_date AS last_date FROM nudge_plan p
      LEFT JOIN nudge_slot s ON s.team_id = p.team_id AND s.channel_id = p.channel_id
        AND s.due = (SELECT MAX(due) FROM nudge_slot l
                     WHERE l.team_id = p.team_id AND l.channel_id = p.channel_id
                       AND l.kind = 'planned' AND l.due <= ?)
      """;
  private static final String ONE_WITH_LAST =
      WITH_LAST + "WHERE p.team_id = ? AND p.channel_id = ?";
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

  /// Every plan, with the channel's last planned slot that was taken up. Slots after `now` are of a
  /// clock that was ahead, and say nothing of the days until then.
  List<Last> all(Instant now) {
    return sql.list(WITH_LAST, Last::of, now);
  }

  /// The same of one channel; empty when it has no plan.
  List<Last> all(Channel channel, Instant now) {
    return sql.list(ONE_WITH_LAST, Last::of, now, channel.teamId(), channel.id());
  }

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

  static Claim claim(Row row) {
    return new Claim(
        new Channel(row.text("team_id"), row.text("channel_id")),
        row.instant("due"),
        ZoneId.of(row.text("zone")),
        new Language(row.text("language")),
        row.text("kind").equals("planned"),
        row.text("prompt_id"),
        row.number("principle"));
  }
}
