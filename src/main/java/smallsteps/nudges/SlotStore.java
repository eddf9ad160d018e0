package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.MessageId;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `nudge_slot` as it is read, in one transaction.
record SlotStore(Sql sql) {
  /// What people have been asked, or may have been: of the unsure ones nobody knows.
  private static final String ASKED = " AND (state IN ('claimed', 'posted') OR reason = 'unsure')";

  private static final String ROUND =
      """
      SELECT prompt_id, round FROM nudge_slot
      WHERE team_id = ? AND channel_id = ?{asked}
        AND round = (SELECT MAX(round) FROM nudge_slot
                     WHERE team_id = ? AND channel_id = ?{asked})
      """
          .replace("{asked}", ASKED);
  private static final String PRINCIPLES =
      """
      SELECT principle, MAX(claimed_at) AS last FROM nudge_slot
      WHERE team_id = ? AND channel_id = ?{asked} GROUP BY principle
      """
          .replace("{asked}", ASKED);
  private static final String DATES =
      """
      SELECT local_date FROM nudge_slot
      WHERE team_id = ? AND channel_id = ? AND kind = 'planned' AND local_date >= ?
      """;
  private static final String BY_TS =
      "SELECT * FROM nudge_slot WHERE team_id = ? AND channel_id = ? AND ts = ?";
  private static final String CHANNELS = "SELECT DISTINCT channel_id FROM nudge_slot";
  private static final String OF_CHANNEL =
      """
      SELECT * FROM nudge_slot WHERE team_id = ? AND channel_id = ? AND state <> 'claimed'
        AND due >= ? AND (CAST(? AS TEXT) IS NULL OR due < ?)
      ORDER BY due
      """;
  private static final String SETTLED =
      """
      SELECT * FROM nudge_slot WHERE state <> 'claimed'
        AND (CAST(? AS TEXT) IS NULL OR due >= ?) AND (CAST(? AS TEXT) IS NULL OR due < ?)
        AND (CAST(? AS TEXT) IS NULL OR channel_id = ?)
      ORDER BY due, team_id, channel_id
      """;

  /// Those that had a nudge, or were to have one.
  List<String> channelIdsOfAll() {
    return sql.list(CHANNELS, row -> row.text("channel_id"));
  }

  /// What the channel has been asked. Slots that for certain were not posted use nothing up.
  History history(Channel channel) {
    String team = channel.teamId();
    var used = new HashSet<String>();
    var rounds = new ArrayList<Integer>();
    sql.list(
            ROUND,
            row -> {
              rounds.add(row.number("round"));
              return row.text("prompt_id");
            },
            team,
            channel.id(),
            team,
            channel.id())
        .forEach(used::add);
    var principles = new HashMap<Integer, Instant>();
    sql.list(
            PRINCIPLES,
            row -> Map.entry(row.number("principle"), row.instant("last")),
            team,
            channel.id())
        .forEach(last -> principles.put(last.getKey(), last.getValue()));
    return new History(rounds.isEmpty() ? 1 : rounds.getFirst(), used, principles);
  }

  /// @param used the prompts of this round
  /// @param principles when each was last taken up
  record History(int round, Set<String> used, Map<Integer, Instant> principles) {}

  /// Days that have their planned slot already.
  Set<LocalDate> planned(Channel channel, LocalDate from) {
    return new HashSet<>(
        sql.list(
            DATES,
            row -> LocalDate.parse(row.text("local_date")),
            channel.teamId(),
            channel.id(),
            from.toString()));
  }

  Optional<Nudge> find(MessageId message) {
    return sql.first(BY_TS, SlotStore::nudge, message.teamId(), message.channelId(), message.ts());
  }

  List<Nudge> settled(Channel channel, Instant since, Instant until) {
    return sql.list(
        OF_CHANNEL, SlotStore::nudge, channel.teamId(), channel.id(), since, until, until);
  }

  List<Nudge> settledOfAll(Instant since, Instant until, String channelId) {
    return sql.list(SETTLED, SlotStore::nudge, since, since, until, until, channelId, channelId);
  }

  Map<String, Integer> countsOfAll() {
    var counts = new HashMap<String, Integer>();
    sql.list(
        "SELECT state, count(*) AS n FROM nudge_slot GROUP BY state",
        row -> counts.put(row.text("state"), row.number("n")));
    return counts;
  }

  private static Nudge nudge(Row row) {
    return new Nudge(
        row.text("team_id"),
        row.text("channel_id"),
        row.text("ts"),
        LocalDate.parse(row.text("local_date")),
        row.numberOrNull("principle"),
        row.text("state"),
        row.text("reason"),
        row.instant("due"));
  }
}
