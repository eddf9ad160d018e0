package smallsteps.wins;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import smallsteps.Mentions;
import smallsteps.People;
import smallsteps.User;
import smallsteps.storage.Database;
import smallsteps.storage.Dialect;
import smallsteps.storage.Sql;

/// The names of those whom small things mention. A name that is known stands in the text, so that
/// it stays what its writer saw and is found by a search; one that is not known is asked for later,
/// and then put into the texts that wait for it.
final class Names {
  private static final Duration ASKED_AGAIN = Duration.ofDays(1);
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String NAME = "SELECT name FROM name WHERE team_id = ? AND id = ?";
  private static final String WANTED =
      "INSERT INTO name (team_id, id) VALUES (?, ?) ON CONFLICT DO NOTHING";

  /// Those never asked for, those not learned when they were, and those learned long ago.
  private static final String DUE =
      """
      SELECT team_id, id, asked_at FROM name WHERE asked_at IS NULL
      UNION ALL SELECT team_id, id, asked_at FROM name WHERE name IS NULL AND asked_at < ?
      UNION ALL SELECT team_id, id, asked_at FROM name WHERE asked_at < ? AND name IS NOT NULL
      ORDER BY asked_at NULLS FIRST LIMIT 20
      """;

  private static final String LEARNED =
      "UPDATE name SET name = nullif(?, ''), asked_at = ? WHERE team_id = ? AND id = ?";
  private static final String MENTIONING =
      """
      SELECT win.id, win.text FROM %s found JOIN win ON win.id = found.id
      WHERE win.team_id = ? AND win.deleted = 0
      """;
  private static final String SAY = "UPDATE win SET text = ? WHERE id = ?";

  /// Kept in days when an id stood in a text without its name: of some of the rows at a time.
  private static final String OLD =
      """
      SELECT team_id, text FROM win
      WHERE id > ? AND id <= ? AND deleted = 0
        AND (text LIKE '%@U%' OR text LIKE '%@W%' OR text LIKE '%#C%' OR text LIKE '%#G%')
      """;

  private static final String NEWEST = "SELECT coalesce(max(id), 0) AS id FROM win";
  private static final int AT_A_TIME = 10_000;

  private static final String FORGET = "DELETE FROM name WHERE team_id = ? AND id = ?";
  private static final String EXPORT = NAME + " AND name IS NOT NULL";

  private final Database database;
  private final People people;
  private final AtomicBoolean hasLookedBack = new AtomicBoolean();

  Names(Database database, People people) {
    this.database = database;
    this.people = people;
  }

  private record Wanted(String teamId, String id) {}

  private record Line(int id, String text) {}

  /// The text with the names that are known; the others are wanted.
  static String named(Sql sql, String teamId, String text) {
    String named =
        Mentions.named(
            text,
            id ->
                sql.first(NAME, row -> Objects.requireNonNullElse(row.text("name"), ""), teamId, id)
                    .orElse(""));
    want(sql, teamId, named);
    return named;
  }

  private static void want(Sql sql, String teamId, String text) {
    Mentions.unnamed(text).forEach(id -> sql.update(WANTED, teamId, id));
  }

  /// Asks for the names that are wanted, and puts them into the texts. May wait for Slack.
  void learn(Instant now) {
    if (hasLookedBack.compareAndSet(false, true)) {
      lookBack();
    }
    List<Wanted> due =
        database.read(sql ->
            sql.list(
                DUE,
                row -> new Wanted(row.text("team_id"), row.text("id")),
                now.minus(ASKED_AGAIN),
                now.minus(KEPT)));
    for (Wanted wanted : due) {
      String name = people.name(wanted.teamId(), wanted.id());
      if (name != null) {
        learned(wanted, name, now);
      }
    }
  }

  private void lookBack() {
    int newest = database.read(sql -> sql.list(NEWEST, row -> row.number("id"))).getFirst();
    for (int from = 0; from < newest; from += AT_A_TIME) {
      lookBack(from);
    }
  }

  private void lookBack(int from) {
    List<Map.Entry<String, String>> old =
        database.read(sql ->
            sql.list(
                OLD,
                row -> Map.entry(row.text("team_id"), row.text("text")),
                from,
                from + AT_A_TIME));
    if (!old.isEmpty()) {
      database.write(sql -> {
        old.forEach(each -> want(sql, each.getKey(), each.getValue()));
        return null;
      });
    }
  }

  private void learned(Wanted wanted, String name, Instant now) {
    database.write(sql -> {
      sql.update(LEARNED, name, now, wanted.teamId(), wanted.id());
      UnaryOperator<String> names = id -> id.equals(wanted.id()) ? name : null;
      for (Line line : mentioning(sql, wanted.teamId(), wanted.id())) {
        String named = Mentions.named(line.text(), names);
        if (!named.equals(line.text())) {
          sql.update(SAY, named, line.id());
        }
      }
      return null;
    });
  }

  /// In the texts of others as well: they mention somebody then, and nobody knows whom.
  int forget(User user) {
    return database.write(sql -> {
      int erased = sql.erase(FORGET, user.teamId(), user.id());
      for (Line line : mentioning(sql, user.teamId(), user.id())) {
        String without = Mentions.without(line.text(), user.id());
        erased += without.equals(line.text()) ? 0 : sql.erase(SAY, without, line.id());
      }
      return erased;
    });
  }

  private static List<Line> mentioning(Sql sql, String teamId, String id) {
    if (!Mentions.isId(id)) {
      return List.of();
    }
    Dialect dialect = sql.dialect();
    return sql.list(
        MENTIONING.formatted(dialect.found("win_words")),
        row -> new Line(row.number("id"), row.text("text")),
        dialect.whole(id),
        teamId);
  }

  List<Map<String, Object>> export(User user) {
    return database.read(
        sql -> sql.list(EXPORT, row -> Map.of("name", row.text("name")), user.teamId(), user.id()));
  }
}
