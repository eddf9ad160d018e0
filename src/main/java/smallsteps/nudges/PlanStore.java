package smallsteps.nudges;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.Outcome;
import smallsteps.User;
import smallsteps.outbox.Debt;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `nudge_plan`, in one transaction.
record PlanStore(Sql sql) {
  private static final String SKIP = "skip";
  private static final String OWNER = "owner";
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
        skips.contains(Skip.RED_DAY) ? SKIP : "post",
        skips.contains(Skip.EVE) ? 1 : 0,
        skips.contains(Skip.BRIDGE_DAY) ? 1 : 0,
        skips.contains(Skip.SUMMER) ? 1 : 0,
        digest == null ? null : digest.weekday().getValue(),
        digest == null ? null : digest.time().toString(),
        digest == null ? null : digest.since(),
        plan.choices().isOwnersAlone() ? OWNER : "anyone",
        plan.setBy(),
        plan.setAt(),
        rhythm.everySecondFrom() == null ? null : rhythm.everySecondFrom().toString());
  }

  private static String until(Plan.Pause pause) {
    return pause == null || pause.until() == null ? null : pause.until().toString();
  }

  Optional<Plan> find(Channel channel) {
    return sql.first(ONE, PlanStore::plan, channel.teamId(), channel.id());
  }

  List<Plan> all() {
    return sql.list(PLANS, PlanStore::plan);
  }

  /// Every plan, with the channel's last planned slot that was taken up. Slots after `now` are of a
  /// clock that was ahead, and say nothing of the days until then.
  List<Last> all(Instant now) {
    return sql.list(WITH_LAST, PlanStore::last, now);
  }

  /// The same of one channel; empty when it has no plan.
  List<Last> all(Channel channel, Instant now) {
    return sql.list(ONE_WITH_LAST, PlanStore::last, now, channel.teamId(), channel.id());
  }

  private static Last last(Row row) {
    return new Last(plan(row), row.instant("last_due"), date(row, "last_date"));
  }

  /// @param due null when the channel has had none
  /// @param date the local date of that slot; null when the channel has had none
  record Last(Plan plan, Instant due, LocalDate date) {

    /// The plan's slots until now that nobody has taken up, the oldest first.
    List<Rhythm.Slot> missing(Instant now) {
      Instant from = due != null && due.isAfter(plan.setAt()) ? due : plan.setAt();
      return plan.rhythm()
          .after(from)
          .takeWhile(slot -> !slot.due().isAfter(now))
          .filter(slot -> !slot.date().equals(date))
          .toList();
    }
  }

  /// Nothing where there is no plan.
  void pause(Channel channel, Plan.Pause pause) {
    sql.update(PAUSE, pause.reason(), until(pause), channel.teamId(), channel.id());
  }

  /// The channel's plan rests where Slack let the bot not write there, and a person can change
  /// that.
  void restIfRefused(Debt debt, Outcome outcome) {
    if (outcome instanceof Outcome.Refused(String error) && Reason.needsAPerson(error)) {
      pause(new Channel(debt.teamId(), debt.channelId()), new Plan.Pause(error, null));
    }
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
    Plan plan = plan(row);
    var values = new LinkedHashMap<String, Object>();
    values.put("channel", plan.channel().id());
    values.put("weekday", plan.rhythm().weekday().getValue());
    values.put("local_time", plan.rhythm().time().toString());
    values.put("zone", plan.rhythm().zone().getId());
    values.put("language", plan.language().code());
    values.put("set_at", plan.setAt().toString());
    return values;
  }

  private static Plan plan(Row row) {
    String pause = row.text("pause_reason");
    return new Plan(
        new Channel(row.text("team_id"), row.text("channel_id")),
        new Rhythm(
            DayOfWeek.of(row.number("weekday")),
            LocalTime.parse(row.text("local_time")),
            ZoneId.of(row.text("zone")),
            date(row, "every_second_from")),
        new Language(row.text("language")),
        pause == null ? null : new Plan.Pause(pause, date(row, "paused_until")),
        choices(row),
        row.text("set_by"),
        row.instant("set_at"));
  }

  private static Choices choices(Row row) {
    Set<Skip> skips = EnumSet.noneOf(Skip.class);
    if (row.text("holiday_rule").equals(SKIP)) {
      skips.add(Skip.RED_DAY);
    }
    addIf(row.number("skip_eves"), Skip.EVE, skips);
    addIf(row.number("skip_bridge_days"), Skip.BRIDGE_DAY, skips);
    addIf(row.number("skip_summer"), Skip.SUMMER, skips);
    Integer weekday = row.numberOrNull("digest_weekday");
    Choices.Digest digest =
        weekday == null
            ? null
            : new Choices.Digest(
                DayOfWeek.of(weekday),
                LocalTime.parse(row.text("digest_time")),
                row.instant("digest_set_at"));
    return new Choices(skips, digest, row.text("changed_by").equals(OWNER));
  }

  private static void addIf(int chosen, Skip skip, Set<Skip> skips) {
    if (chosen == 1) {
      skips.add(skip);
    }
  }

  private static LocalDate date(Row row, String column) {
    String text = row.text(column);
    return text == null ? null : LocalDate.parse(text);
  }
}
