package smallsteps.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.PastTime;
import smallsteps.Statements;
import smallsteps.Statements.Statement;
import smallsteps.bench.Fill;
import smallsteps.storage.Database;
import smallsteps.storage.Dialect;
import smallsteps.storage.Migrated;
import smallsteps.storage.SqliteOnly;

/// How SQLite goes about each statement that there is, by its own word: none walks through a table
/// that grows with use, or through all of it that a workspace or a channel has, and none sorts one
/// in memory. Read in a filled database, as the bot leaves it and with SQLite's own statistics.
@SqliteOnly
class QueryPlansTest {
  private static final int WINS = 1500;
  private static final Pattern WALK =
      Pattern.compile("SCAN (\\S++)(?! VIRTUAL TABLE INDEX \\d+:(M|1)).*");
  private static final Pattern WALK_IN_WORKSPACE =
      Pattern.compile("SEARCH .*\\((team_id=\\?|ANY\\(.*)\\).*");

  /// Of a channel the newest may be read.
  private static final Pattern WALK_IN_CHANNEL =
      Pattern.compile("SEARCH (win|reaction) .*\\(team_id=\\? AND channel_id=\\?\\).*");

  private static final Pattern SORT =
      Pattern.compile("USE TEMP B-TREE FOR (?!LAST|RIGHT).*|.*AUTOMATIC.*");
  private static final Pattern MADE = Pattern.compile("(?:CO-ROUTINE|MATERIALIZE) (\\S+)");
  private static final Pattern TRIGGERED = Pattern.compile("(?<=BEGIN)[\\S\\s]*(?=END)");

  /// The statements that may, by words of theirs, and why.
  private static final Map<String, String> MAY = new LinkedHashMap<>();

  static {
    MAY.put("\\(CAST\\(\\? AS TEXT\\) IS NULL OR ", "an export, which reads all");
    MAY.put("SELECT DISTINCT channel_id FROM (win|nudge_slot)", "the channels of an export");
    MAY.put(
        "SELECT (state, )?count\\(\\*\\) AS n FROM (win|nudge_slot)",
        "counts for /metrics, every five minutes, beside all else");
    MAY.put(
        "FROM (weekly|nudge_plan|nudge_owner_told|pace_question|reaction_forgetting)\\b"
            + "|UPDATE (weekly|pace_question|reaction_forgetting) ",
        "a row a channel, or a workspace, and no more with the years");
    MAY.put("FROM outbox", "what is owed just now: a row goes with its debt");
    MAY.put(
        "FROM (sqlite_schema|sqlite_master|pragma_table_list|pragma_table_info|flyway_schema_history)"
            + "|UPDATE flyway_schema_history|sqlite_stat1|sqlite_sequence",
        "the schema, and its versions");
    MAY.put("found\\.rank", "the best of what has a rare word, a thousand a word at most");
    MAY.put("LIMIT 200 ?\\) newest", "the best of the two hundred newest with a common word");
    MAY.put(
        "FROM reaction WHERE team_id = \\? AND channel_id = \\? AND ts = \\?", "under one message");
    MAY.put("FROM reaction WHERE team_id = \\? AND user_id = \\? AND removed = 0", "one person's");
    MAY.put("GROUP BY channel_id ORDER BY max\\(said_at\\)", "the channels of one person");
    MAY.put("FROM idea_win", "those who did one thing");
    MAY.put("GROUP BY principle", "the principles of one channel's nudges");
    MAY.put(Statements.PART, "a channel has another id: once in its life, if ever");
  }

  @TempDir private static Path folder;
  private static Connection connection;
  private static List<String> tables;

  @BeforeAll
  static void aFilledDatabase() throws SQLException {
    Path file = folder.resolve("filled.db");
    Fill.into(file, WINS, Instant.parse("2026-11-23T08:00:00Z"));
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    tables =
        rows(
            "SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
                + " WHERE t.type = 'table' AND c.name = 'team_id'");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void noStatementWalksThroughATableOrSortsOne() throws SQLException {
    assertThat(statements()).hasSizeGreaterThan(150);
    assertThat(faults()).as("as the bot leaves the file").isEmpty();

    try (var statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
    connection.close();
    connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("filled.db"));
    assertThat(faults()).as("with SQLite's own statistics").isEmpty();
  }

  @Test
  void whatMayIsThere() {
    for (String words : MAY.keySet()) {
      assertThat(statements().filter(sql -> isOf(sql, words))).as(words).isNotEmpty();
    }
  }

  private static List<String> faults() {
    return statements()
        .filter(sql -> MAY.keySet().stream().noneMatch(words -> isOf(sql, words)))
        .map(sql -> sql + ": " + fault(sql))
        .filter(told -> !told.endsWith(": "))
        .toList();
  }

  private static boolean isOf(String sql, String words) {
    return Pattern.compile(words).matcher(sql).find();
  }

  private static String fault(String sql) {
    List<String> plan = rows("EXPLAIN QUERY PLAN " + sql);
    var made = new TreeSet<String>();
    plan.forEach(step -> MADE.matcher(step).results().forEach(found -> made.add(found.group(1))));
    return plan.stream()
        .filter(step ->
            isFault(step, made)
                || WALK_IN_CHANNEL.matcher(step).matches() && !sql.contains(" LIMIT "))
        .collect(joining("; "));
  }

  /// @param made what the plan puts together itself, from steps of its own
  private static boolean isFault(String step, TreeSet<String> made) {
    Matcher walk = WALK.matcher(step);
    return walk.matches() && !made.contains(walk.group(1)) && !step.startsWith("SCAN CONSTANT")
        || WALK_IN_WORKSPACE.matcher(step).matches()
        || SORT.matcher(step).matches();
  }

  /// Those that the code holds, and those of the triggers.
  private static Stream<String> statements() {
    Stream<String> said =
        Statements.all().stream()
            .filter(statement -> !statement.where().startsWith("storage.Postgres"))
            .flatMap(QueryPlansTest::whole);
    return Stream.concat(said, triggers())
        .map(sql -> sql.replaceAll("\\s+", " ").strip())
        .distinct();
  }

  /// A template is filled in with all that it is used for.
  private static Stream<String> whole(Statement statement) {
    if (!statement.isTemplate() || statement.sql().contains(Statements.PART)) {
      return Stream.of(statement.sql());
    }
    Stream<Object[]> parts =
        switch (statement.where()) {
          case "weekly.Slots" ->
              Stream.of(
                  new Object[] {"nudge_slot", "kind = 'planned'"},
                  new Object[] {"digest_slot", "TRUE"});
          case "app.PastTimes" -> pastTimes();
          case "wins.Wins" -> Stream.<Object[]>of(found(statement.sql()));
          case "wins.Names" -> Stream.<Object[]>of(found(statement.sql()));
          case "wins.WinStore" -> Stream.<Object[]>of(new Object[] {Migrated.DIALECT.lastId()});
          case "storage.Workspaces" -> tables.stream().map(table -> new Object[] {table});
          default -> Stream.empty();
        };
    List<String> filled = parts.map(statement.sql()::formatted).toList();
    return filled.isEmpty()
        ? Statements.keptBy(statement.where()).map(Statement::sql)
        : filled.stream();
  }

  private static Object[] found(String sql) {
    Dialect dialect = Migrated.DIALECT;
    String index = "win_words";
    return new Object[] {
      sql.contains(" newest ") ? dialect.newest(index, 200) : dialect.found(index),
      dialect.howMany("win.text")
    };
  }

  private static Stream<Object[]> pastTimes() {
    try (var database = Database.open("jdbc:sqlite:" + folder.resolve("rooms.db"))) {
      return BuiltRooms.on(database).features().stream()
          .flatMap(room -> room.pastTimes().stream())
          .map((PastTime time) -> new Object[] {time.table(), time.column(), time.among()});
    }
  }

  /// With a place in it for each value of the row that sets it off.
  private static Stream<String> triggers() {
    return rows("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").stream()
        .map(TRIGGERED::matcher)
        .flatMap(body -> body.results().map(found -> found.group()))
        .flatMap(body -> Stream.of(body.split(";")))
        .map(sql -> sql.strip().replaceAll("\\b(new|old)\\.\\w+", "?"))
        .filter(sql -> !sql.isEmpty() && !sql.startsWith("INSERT INTO win_words"));
  }

  /// Of a plan the steps, of anything else the first column.
  private static List<String> rows(String sql) {
    var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      int column = sql.startsWith("EXPLAIN") ? results.findColumn("detail") : 1;
      while (results.next()) {
        rows.add(Optional.ofNullable(results.getString(column)).orElse(""));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return rows;
  }
}
