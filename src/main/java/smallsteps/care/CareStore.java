package smallsteps.care;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.User;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The tables of care, in one transaction.
record CareStore(Sql sql) {
  private static final String SAVE =
      """
      INSERT INTO care_person (team_id, user_id, language, quiet_from, quiet_until, snoozed_until)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (team_id, user_id) DO UPDATE SET language = excluded.language,
        quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
        snoozed_until = excluded.snoozed_until
      """;
  private static final String ONE = "SELECT * FROM care_person WHERE team_id = ? AND user_id = ?";
  private static final String FORGET = "DELETE FROM care_person WHERE team_id = ? AND user_id = ?";

  private static final List<String> EXPORTED =
      List.of("language", "quiet_from", "quiet_until", "snoozed_until");

  private static final String OFF =
      "SELECT kind FROM care_person_off WHERE team_id = ? AND user_id = ? ORDER BY kind";
  private static final String ADD_OFF =
      "INSERT INTO care_person_off (team_id, user_id, kind) VALUES (?, ?, ?)";
  private static final String CLEAR_OFF =
      "DELETE FROM care_person_off WHERE team_id = ? AND user_id = ?";

  private static final String CHANNEL_OFF =
      "SELECT 1 FROM care_channel_off WHERE team_id = ? AND channel_id = ? AND kind = ?";
  private static final String SWITCH_OFF =
      """
      INSERT INTO care_channel_off (team_id, channel_id, kind) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String SWITCH_ON =
      "DELETE FROM care_channel_off WHERE team_id = ? AND channel_id = ? AND kind = ?";

  Preferences find(User user) {
    Set<Kind> off = off(user);
    return sql.first(ONE, row -> preferences(row, off), user.teamId(), user.id())
        .orElse(Preferences.AS_SHIPPED);
  }

  private static Preferences preferences(Row row, Set<Kind> off) {
    return new Preferences(
        Optional.ofNullable(row.text("language")).map(Language::new).orElse(null),
        new QuietHours(
            LocalTime.parse(row.text("quiet_from")), LocalTime.parse(row.text("quiet_until"))),
        row.instant("snoozed_until"),
        off);
  }

  private Set<Kind> off(User user) {
    var off = EnumSet.noneOf(Kind.class);
    sql.list(OFF, row -> row.text("kind"), user.teamId(), user.id())
        .forEach(kind -> off.add(Kind.of(kind)));
    return off;
  }

  void save(User user, Preferences chosen) {
    sql.update(
        SAVE,
        user.teamId(),
        user.id(),
        chosen.language() == null ? null : chosen.language().code(),
        chosen.quiet().from().toString(),
        chosen.quiet().until().toString(),
        chosen.snoozedUntil());
    sql.update(CLEAR_OFF, user.teamId(), user.id());
    for (Kind kind : chosen.off()) {
      sql.update(ADD_OFF, user.teamId(), user.id(), kind.stored());
    }
  }

  boolean isOff(Channel channel, Kind kind) {
    return sql.first(CHANNEL_OFF, _ -> true, channel.teamId(), channel.id(), kind.stored())
        .isPresent();
  }

  void set(Channel channel, Kind kind, boolean isOn) {
    sql.update(isOn ? SWITCH_ON : SWITCH_OFF, channel.teamId(), channel.id(), kind.stored());
  }

  int forget(User user) {
    return sql.erase(FORGET, user.teamId(), user.id());
  }

  int forgetOff(User user) {
    return sql.erase(CLEAR_OFF, user.teamId(), user.id());
  }

  List<Map<String, Object>> export(User user) {
    return sql.list(ONE, row -> row.texts(EXPORTED), user.teamId(), user.id());
  }

  List<Map<String, Object>> exportOff(User user) {
    return sql.list(OFF, row -> row.texts(List.of("kind")), user.teamId(), user.id());
  }
}
