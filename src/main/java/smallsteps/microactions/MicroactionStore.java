package smallsteps.microactions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.User;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `microaction`, in one transaction. What is not accepted is not kept.
record MicroactionStore(Sql sql) {
  private static final String ADD =
      """
      INSERT INTO microaction (team_id, microaction_id, channel_id, principle, minutes, language,
        text, proposed_by, proposed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String PROPOSED =
      """
      SELECT * FROM microaction
      WHERE team_id = ? AND microaction_id = ? AND accepted_at IS NULL
      """;
  private static final String ACCEPTED =
      """
      SELECT * FROM microaction
      WHERE team_id = ? AND channel_id = ? AND accepted_at IS NOT NULL
      ORDER BY accepted_at, microaction_id
      """;
  private static final String ACCEPT =
      """
      UPDATE microaction SET accepted_by = ?, accepted_at = ?
      WHERE team_id = ? AND microaction_id = ? AND accepted_at IS NULL AND proposed_by <> ?
      """;
  private static final String REMOVE =
      "DELETE FROM microaction WHERE team_id = ? AND microaction_id = ? AND accepted_at IS NULL";
  private static final String STANDS =
      """
      UPDATE microaction SET ts = ?
      WHERE team_id = ? AND microaction_id = ? AND (ts IS NULL OR ts = ?)
      """;
  private static final String SHOWN =
      "SELECT * FROM microaction WHERE team_id = ? AND proposed_by = ? AND ts IS NOT NULL";
  private static final String ACCEPTED_BY =
      """
      SELECT * FROM microaction
      WHERE team_id = ? AND accepted_by = ? AND proposed_by <> ? AND ts IS NOT NULL
      """;
  private static final String ACCEPTANCE =
      """
      SELECT * FROM microaction
      WHERE team_id = ? AND microaction_id = ? AND accepted_at IS NOT NULL
      """;
  private static final String FORGET =
      "DELETE FROM microaction WHERE team_id = ? AND proposed_by = ?";
  private static final String FORGET_ACCEPTED =
      "UPDATE microaction SET accepted_by = NULL WHERE team_id = ? AND accepted_by = ?";
  private static final String OF_USER =
      "SELECT * FROM microaction WHERE team_id = ? AND (proposed_by = ? OR accepted_by = ?)";

  /// False when it is there already: Slack may send a submission again.
  boolean add(Microaction own) {
    return sql.update(
            ADD,
            own.channel().teamId(),
            own.id(),
            own.channel().id(),
            own.principle(),
            own.minutes(),
            own.language().code(),
            own.text(),
            own.proposedBy(),
            own.proposedAt())
        > 0;
  }

  /// Empty when it is decided already.
  Optional<Microaction> proposed(String teamId, String id) {
    return sql.first(PROPOSED, MicroactionStore::microaction, teamId, id);
  }

  List<Microaction> accepted(Channel channel) {
    return sql.list(ACCEPTED, MicroactionStore::microaction, channel.teamId(), channel.id());
  }

  /// False when it is decided already, or proposed by this person.
  boolean accept(User by, String id, Instant now) {
    return sql.update(ACCEPT, by.id(), now, by.teamId(), id, by.id()) > 0;
  }

  boolean remove(String teamId, String id) {
    return sql.erase(REMOVE, teamId, id) > 0;
  }

  /// Keeps where it is shown. False where it is not kept any more, or is shown elsewhere.
  boolean stands(String teamId, String id, String ts) {
    return sql.update(STANDS, ts, teamId, id, ts) > 0;
  }

  /// Where this person's proposals are shown, as far as it is known.
  List<MessageId> shownOf(User user) {
    return sql.list(SHOWN, MicroactionStore::message, user.teamId(), user.id());
  }

  /// @param message where it is shown
  record Shown(String id, MessageId message) {}

  /// What others proposed and this person said yes to, as far as it is known where it is shown.
  List<Shown> acceptedBy(User user) {
    return sql.list(
        ACCEPTED_BY,
        row -> new Shown(row.text("microaction_id"), message(row)),
        user.teamId(),
        user.id(),
        user.id());
  }

  private static MessageId message(Row row) {
    return new MessageId(row.text("team_id"), row.text("channel_id"), row.text("ts"));
  }

  /// @param acceptedBy null once that person is forgotten
  record Accepted(Microaction own, String acceptedBy) {}

  /// Empty where it is not accepted, or gone.
  Optional<Accepted> acceptance(String teamId, String id) {
    return sql.first(
        ACCEPTANCE, row -> new Accepted(microaction(row), row.text("accepted_by")), teamId, id);
  }

  int forget(User user) {
    return sql.erase(FORGET, user.teamId(), user.id())
        + sql.erase(FORGET_ACCEPTED, user.teamId(), user.id());
  }

  /// Of what somebody else proposed, only that they said yes to it.
  List<Map<String, Object>> export(User user) {
    return sql.list(OF_USER, row -> exported(row, user), user.teamId(), user.id(), user.id());
  }

  private static Map<String, Object> exported(Row row, User user) {
    var values = new LinkedHashMap<String, Object>();
    boolean isOwn = row.text("proposed_by").equals(user.id());
    values.put("channel", row.text("channel_id"));
    values.put("proposed", isOwn);
    values.put("text", isOwn ? row.text("text") : null);
    values.put("minutes", row.number("minutes"));
    values.put("principle", row.number("principle"));
    values.put("proposed_at", row.text("proposed_at"));
    values.put("accepted_at", row.text("accepted_at"));
    return values;
  }

  private static Microaction microaction(Row row) {
    return new Microaction(
        new Channel(row.text("team_id"), row.text("channel_id")),
        row.text("microaction_id"),
        row.number("principle"),
        row.number("minutes"),
        new Language(row.text("language")),
        row.text("text"),
        row.text("proposed_by"),
        row.instant("proposed_at"));
  }
}
