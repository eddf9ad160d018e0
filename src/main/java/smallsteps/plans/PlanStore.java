package smallsteps.plans;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.User;
import smallsteps.storage.Sql;
import smallsteps.weekly.Every;
import smallsteps.weekly.Rhythm;

/// The tables `nudge_plan` and `weekly`, in one transaction.
record PlanStore(Sql sql) {
  private static final String SET =
      """
      INSERT INTO nudge_plan
        (team_id, channel_id, zone, language, pause_reason, paused_until, holiday_rule, skip_eves,
         skip_bridge_days, skip_summer, changed_by, set_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (team_id, channel_id) DO UPDATE SET
        zone = excluded.zone, language = excluded.language, pause_reason = excluded.pause_reason,
        paused_until = excluded.paused_until, holiday_rule = excluded.holiday_rule,
        skip_eves = excluded.skip_eves, skip_bridge_days = excluded.skip_bridge_days,
        skip_summer = excluded.skip_summer, changed_by = excluded.changed_by,
        set_by = excluded.set_by
      """;
  private static final String ASK =
      """
      INSERT INTO weekly
        (team_id, channel_id, kind, weekday, local_time, every_weeks, counted_from, nth_in_month,
         since)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (team_id, channel_id, kind) DO UPDATE SET
        weekday = excluded.weekday, local_time = excluded.local_time,
        every_weeks = excluded.every_weeks, counted_from = excluded.counted_from,
        nth_in_month = excluded.nth_in_month, since = excluded.since
      """;
  private static final String ASK_NO_MORE =
      "DELETE FROM weekly WHERE team_id = ? AND channel_id = ? AND kind = ?";
  private static final String ASKED =
      """
      SELECT p.*, w.weekday, w.local_time, w.every_weeks, w.counted_from,
        w.nth_in_month, w.since
      FROM weekly w
      JOIN nudge_plan p ON p.team_id = w.team_id AND p.channel_id = w.channel_id
      WHERE w.team_id = ? AND w.kind = ?
      """;
  private static final String CHANNEL_ASKED = ASKED + " AND w.channel_id = ?";
  private static final String IS_ASKED =
      "SELECT 1 FROM weekly WHERE team_id = ? AND channel_id = ? AND kind = 'nudge'";
  private static final String PLANS =
      """
      SELECT p.*, w.weekday, w.local_time, w.every_weeks, w.counted_from,
        w.nth_in_month, w.since,
        d.weekday AS digest_weekday, d.local_time AS digest_time, d.since AS digest_since
      FROM nudge_plan p
      JOIN weekly w ON w.team_id = p.team_id AND w.channel_id = p.channel_id AND w.kind = 'nudge'
      LEFT JOIN weekly d
        ON d.team_id = p.team_id AND d.channel_id = p.channel_id AND d.kind = 'digest'
      """;
  private static final String ONE = PLANS + "WHERE p.team_id = ? AND p.channel_id = ?";
  private static final String PAUSE =
      """
      UPDATE nudge_plan SET pause_reason = ?, paused_until = ?
      WHERE team_id = ? AND channel_id = ?
      """;
  private static final String REMOVE = "DELETE FROM weekly WHERE team_id = ? AND channel_id = ?";
  private static final String LEAVE =
      """
      UPDATE nudge_plan SET pause_reason = NULL, paused_until = NULL, set_by = NULL,
        changed_by = 'anyone'
      WHERE team_id = ? AND channel_id = ?
      """;
  private static final String LANGUAGE =
      "SELECT language FROM nudge_plan WHERE team_id = ? AND channel_id = ?";
  private static final String FORGET =
      "UPDATE nudge_plan SET set_by = NULL, changed_by = 'anyone' WHERE team_id = ? AND set_by = ?";
  private static final String SET_BY = PLANS + "WHERE p.team_id = ? AND p.set_by = ?";

  /// Takes the place of the plan before.
  void set(Plan plan) {
    Plan.Pause pause = plan.pause();
    Set<Skip> skips = plan.choices().skips();
    sql.update(
        SET,
        plan.channel().teamId(),
        plan.channel().id(),
        plan.rhythm().zone().getId(),
        plan.language().code(),
        pause == null ? null : pause.reason(),
        until(pause),
        skips.contains(Skip.RED_DAY) ? Asked.SKIP : "post",
        skips.contains(Skip.EVE) ? 1 : 0,
        skips.contains(Skip.BRIDGE_DAY) ? 1 : 0,
        skips.contains(Skip.SUMMER) ? 1 : 0,
        plan.choices().isOwnersAlone() ? Plan.OWNER : "anyone",
        plan.setBy());
    ask(plan.channel(), Plans.NUDGE, plan.rhythm(), plan.setAt());
    Choices.Digest digest = plan.choices().digest();
    if (digest == null) {
      askNoMore(plan.channel(), Plans.DIGEST);
    } else {
      var rhythm = new Rhythm(digest.weekday(), digest.time(), plan.rhythm().zone());
      ask(plan.channel(), Plans.DIGEST, rhythm, digest.since());
    }
  }

  /// @param since none is due before this
  void ask(Channel channel, String kind, Rhythm rhythm, Instant since) {
    var weeks = rhythm.every() instanceof Every.Weeks each ? each : Every.WEEK;
    sql.update(
        ASK,
        channel.teamId(),
        channel.id(),
        kind,
        rhythm.weekday().getValue(),
        rhythm.time().toString(),
        weeks.count(),
        weeks.countedFrom() == null ? null : weeks.countedFrom().toString(),
        rhythm.every() instanceof Every.OfMonth(int nth) ? nth : null,
        since);
  }

  void askNoMore(Channel channel, String kind) {
    sql.update(ASK_NO_MORE, channel.teamId(), channel.id(), kind);
  }

  List<Asked> asked(String teamId, String kind) {
    return sql.list(ASKED, Asked::of, teamId, kind);
  }

  Optional<Asked> asked(Channel channel, String kind) {
    return sql.first(CHANNEL_ASKED, Asked::of, channel.teamId(), kind, channel.id());
  }

  /// Whether there is a plan.
  boolean isAsked(Channel channel) {
    return sql.first(IS_ASKED, _ -> true, channel.teamId(), channel.id()).isPresent();
  }

  private static String until(Plan.Pause pause) {
    return pause == null || pause.until() == null ? null : pause.until().toString();
  }

  Optional<Plan> find(Channel channel) {
    return sql.first(ONE, Plan::of, channel.teamId(), channel.id());
  }

  List<Plan> ofAll() {
    return sql.list(PLANS, Plan::of);
  }

  /// Nothing where there is no plan.
  void pause(Channel channel, Plan.Pause pause) {
    sql.update(PAUSE, pause.reason(), until(pause), channel.teamId(), channel.id());
  }

  /// Nothing comes any more. What the channel reads in it goes on reading; who set the plan is not
  /// kept. False when there was no plan.
  boolean remove(Channel channel) {
    sql.update(LEAVE, channel.teamId(), channel.id());
    return sql.update(REMOVE, channel.teamId(), channel.id()) > 0;
  }

  /// That of the plan there is, or of the one before.
  Optional<Language> language(Channel channel) {
    return sql.first(
        LANGUAGE, row -> new Language(row.text("language")), channel.teamId(), channel.id());
  }

  /// The plan belongs to the channel and stays; who set it is forgotten.
  int forget(User user) {
    return sql.erase(FORGET, user.teamId(), user.id());
  }

  List<Plan> setBy(User user) {
    return sql.list(SET_BY, Plan::of, user.teamId(), user.id());
  }

  List<Map<String, Object>> export(User user) {
    return setBy(user).stream().map(PlanStore::exported).toList();
  }

  private static Map<String, Object> exported(Plan plan) {
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
