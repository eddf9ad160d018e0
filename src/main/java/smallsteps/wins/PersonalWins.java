package smallsteps.wins;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import smallsteps.Said;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// Reads one person's own wins in whatever channel: hidden ones too, erased ones no more.
public record PersonalWins(Database database) {
  private static final String LATEST =
      """
      SELECT * FROM win WHERE team_id = ? AND user_id = ? AND deleted = 0
      ORDER BY said_at DESC, id DESC LIMIT ? OFFSET ?
      """;
  private static final String COUNT =
      """
      SELECT count(*) AS n FROM win
      WHERE team_id = ? AND user_id = ? AND deleted = 0
      """;
  private static final String BETWEEN =
      """
      SELECT text FROM win
      WHERE team_id = ? AND user_id = ? AND deleted = 0 AND said_at >= ? AND said_at < ?
      ORDER BY said_at DESC, id DESC LIMIT ?
      """;
  private static final String CHANNELS =
      """
      SELECT channel_id FROM win WHERE team_id = ? AND user_id = ? AND deleted = 0
      GROUP BY channel_id ORDER BY max(said_at) DESC
      """;

  /// Latest first.
  public List<Win> latest(User user, int limit) {
    return database.read(sql -> sql.list(LATEST, Wins::win, user.teamId(), user.id(), limit, 0));
  }

  /// Latest first, with what can be done about each.
  public List<OwnWin> page(User user, int limit, int offset) {
    return database.read(
        sql -> sql.list(LATEST, OwnWin::of, user.teamId(), user.id(), limit, offset));
  }

  public int count(User user) {
    return database.read(
        sql -> sql.first(COUNT, row -> row.number("n"), user.teamId(), user.id()).orElse(0));
  }

  /// What was said from each of these moments until the next, latest first.
  ///
  /// @param limit how many of each
  public List<List<Said>> saidBetween(User user, List<Instant> moments, int limit) {
    return database.read(sql ->
        IntStream.range(0, moments.size() - 1)
            .mapToObj(i -> between(sql, user, moments.get(i), moments.get(i + 1), limit))
            .toList());
  }

  private static List<Said> between(Sql sql, User user, Instant since, Instant until, int limit) {
    return sql.list(
        BETWEEN, row -> new Said(row.text("text")), user.teamId(), user.id(), since, until, limit);
  }

  /// The channels in which this person has said something, the latest first.
  public List<String> channels(User user) {
    return database.read(
        sql -> sql.list(CHANNELS, row -> row.text("channel_id"), user.teamId(), user.id()));
  }

  /// Latest first, with the key that other rooms know them by.
  List<KeptWin> kept(User user, int limit) {
    return database.read(
        sql -> sql.list(LATEST, PersonalWins::keptWin, user.teamId(), user.id(), limit, 0));
  }

  private static KeptWin keptWin(Row row) {
    return new KeptWin(Wins.win(row), row.text("source_id"), KeptWin.Origin.of(row.text("origin")));
  }
}
