package smallsteps.plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.User;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;
import smallsteps.weekly.Rhythm;

/// The table `nudge_plan`, in one transaction.
record PlanStore(Sql sql) {
  private static final String SET =
      """
      INSERT INTO nudge_plan
        (team_id, channel_id, weekday, local_time, zone, language, pause_reason, paused_until,
         holiday_rule, skip_eves, skip_bridge_days, skip_summer,
         digest_weekday, digest_time, digest_set_at, changed_by, set_by, set_at,
         every_second_from)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (team_id, channel_id) DO UPDATE SET
        weekday = excluded.weekday, local_time = excluded.local_time, zone = excluded.zone,
        language = excluded.language, pause_reason = excluded.pause_reason,
        paused_until = excluded.paused_until, holiday_rule = excluded.holiday_rule,
        skip_eves = excluded.skip_eves, skip_bridge_days = excluded.skip_bridge_days,
        skip_summer = excluded.skip_summer, digest_weekday = excluded.digest_weekday,
        digest_time = excluded.digest_time, digest_set_at = excluded.digest_set_at,
        changed_by = excluded.changed_by, set_by = excluded.set_by, set_at = excluded.set_at,
        every_second_from = excluded.every_second_from
      """;
  private static final String ONE = "SELECT * FROM nudge_plan WHERE team_id = ? AND channel_id = ?";
  private static final String PLANS = "SELECT * FROM nudge_plan";
  private static final String PAUSE =
      """
      UPDATE nudge_plan SET pause_reason = ?, paused_until = ?
      WHERE team_id = ? AND channel_id = ?
      """;
  private static final String REMOVE =
      "DELETE FROM nudge_plan WHERE team_id = ? AND channel_id = ?";
  private static final String FORGET =
      "UPDATE nudge_plan SET set_by = NULL, changed_by = 'anyone' WHERE team_id = ? AND set_by = ?";
  private static final String SET_BY = "SELECT * FROM nudge_plan WHERE team_id = ? AND set_by = ?";

  /// Takes the place of the plan before.
  void set(Plan plan) {
    Rhythm rhythm = plan.rhythm();
    Plan.Pause pause = plan.pause();
    Set<Skip> skips = plan.choices().skips();
    Choices.Digest digest = plan.choices().digest();
    sql.update(
        SET,
        plan.channel().teamId(),
        plan.channel().id(),
        rhythm.weekday().getValue(),
        rhythm.time().toString(),
        rhythm.zone().getId(),
        plan.language().code(),
        pause == null ? null : pause.reason(),
        until(pause),
        skips.contains(Skip.RED_DAY) ? Plan.SKIP : "post",
        skips.contains(Skip.EVE) ? 1 : 0,
        skips.contains(Skip.BRIDGE_DAY) ? 1 : 0,
        skips.contains(Skip.SUMMER) ? 1 : 0,
        digest == null ? null : digest.weekday().getValue(),
        digest == null ? null : digest.time().toString(),
        digest == null ? null : digest.since(),
        plan.choices().isOwnersAlone() ? Plan.OWNER : "anyone",
        plan.setBy(),
        plan.setAt(),
        rhythm.everySecondFrom() == null ? null : rhythm.everySecondFrom().toString());
  }

  private static String until(Plan.Pause pause) {
    return pause == null || pause.until() == null ? null : pause.until().toString();
  }

  Optional<Plan> find(Channel channel) {
    return sql.first(ONE, Plan::of, channel.teamId(), channel.id());
  }

  List<Plan> all() {
    return sql.list(PLANS, Plan::of);
  }

  /// Nothing where there is no plan.
  void pause(Channel channel, Plan.Pause pause) {
    sql.update(PAUSE, pause.reason(), until(pause), channel.teamId(), channel.id());
  }

  /// False when there was no plan.
  boolean remove(Channel channel) {
    return sql.update(REMOVE, channel.teamId(), channel.id()) > 0;
  }

  /// The plan belongs to the channel and stays; who set it is forgotten.
  int forget(User user) {
    return sql.erase(FORGET, user.teamId(), user.id());
  }

  List<Map<String, Object>> setBy(User user) {
    return sql.list(SET_BY, PlanStore::exported, user.teamId(), user.id());
  }

  private static Map<String, Object> exported(Row row) {
    Plan plan = Plan.of(row);
    var values = new LinkedHashMap<String, Object>();
    values.put("channel", plan.channel().id());
    values.put("weekday", plan.rhythm().weekday().getValue());
    values.put("local_time", plan.rhythm().time().toString());
    values.put("zone", plan.rhythm().zone().getId());
    values.put("language", plan.language().code());
    values.put("set_at", plan.setAt().toString());
    return values;
  }
}
