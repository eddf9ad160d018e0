package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import smallsteps.SetupException;

/// Everything is carried from the one engine to the other, either way.
@ParameterizedClass
@EnumSource
class MoveTest {
  private static final int WINS = 1200;
  private static final String WIN =
      """
      INSERT INTO win (team_id, channel_id, source_id, user_id, text, kind, principle, said_at, origin)
      VALUES ('T1', 'C1', ?, 'U1', ?, 'did', ?, ?, 'phrase')
      """;
  private static final String DEBT =
      "INSERT INTO outbox (team_id, kind, channel_id, subject, owed_at, next_try)"
          + " VALUES ('T1', 'k', 'C1', ?, ?, ?)";
  private static final String PLAN =
      "INSERT INTO nudge_plan (team_id, channel_id, zone, language) VALUES ('T1', 'C1', 'UTC', 'sv')";
  private static final String WEEKLY =
      "INSERT INTO weekly (team_id, channel_id, kind, weekday, local_time, since)"
          + " VALUES ('T1', 'C1', 'nudge', 1, '09:00', ?)";

  @Parameter EachEngine engine;
  @TempDir private Path folder;
  private String from;
  private String to;

  @BeforeEach
  void muchIsKept() {
    from = engine.url(folder.resolve("from.db"));
    EachEngine other = engine == EachEngine.SQLITE ? EachEngine.POSTGRESQL : EachEngine.SQLITE;
    to = other.url(folder.resolve("to.db"));
    try (var database = Database.open(from)) {
      database.write(sql -> {
        sql.update(PLAN);
        sql.update(WEEKLY, Instant.EPOCH);
        for (int n = 1; n <= WINS; n++) {
          sql.update(
              WIN, "1." + n, "märkte dörren " + n + " 🌱", n % 2 == 0 ? 3 : null, Instant.EPOCH);
        }
        for (int n = 1; n <= 5; n++) {
          sql.update(DEBT, "s" + n, Instant.EPOCH, Instant.EPOCH);
        }
        return sql.update("DELETE FROM outbox WHERE subject = 's5'");
      });
    }
  }

  @Test
  void eachRowIsThereAndTheSame() {
    List<String> before = rows(from);
    Map<String, Long> moved = Move.everything(from, to);
    assertThat(moved).containsEntry("win", (long) WINS).containsEntry("weekly", 1L);
    assertThat(rows(to)).isEqualTo(before).hasSize(WINS + 6);
    assertThat(rows(from)).as("where they came from").isEqualTo(before);
  }

  @Test
  void itIsFoundThereAndNumbersGoOn() {
    Move.everything(from, to);
    try (var database = Database.open(to)) {
      List<Integer> numbers =
          database.write(sql -> {
            sql.update(DEBT, "s6", Instant.EPOCH, Instant.EPOCH);
            sql.update(WIN, "2.1", "ny", null, Instant.EPOCH);
            return List.of(
                sql.first("SELECT max(id) AS n FROM outbox", row -> row.number("n")).orElseThrow(),
                sql.first("SELECT max(id) AS n FROM win", row -> row.number("n")).orElseThrow());
          });
      assertThat(numbers).containsExactly(6, WINS + 1);
      assertThat(found(database, "dorren")).isEqualTo(WINS);
    }
  }

  private static int found(Database database, String word) {
    return database.read(sql ->
        sql.list(
                "SELECT id FROM " + sql.dialect().found("win_words") + " found",
                row -> row.number("id"),
                sql.dialect().whole(word))
            .size());
  }

  @Test
  void whatHoldsSomethingIsNotWrittenOver() {
    Move.everything(from, to);
    List<String> before = rows(to);
    assertThatThrownBy(() -> Move.everything(from, to))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("holds something already");
    assertThat(rows(to)).isEqualTo(before);
  }

  @Test
  void aBotThatRunsIsToBeStoppedFirst() {
    try (var bot = Database.open(from)) {
      bot.write(sql -> sql.update("DELETE FROM heard"));
      assertThatThrownBy(() -> Move.everything(from, to))
          .isInstanceOf(SetupException.class)
          .hasMessageContaining("stop the bot");
    }
    Move.everything(from, to);
  }

  /// It ends in the middle, after the plans and before the wins.
  @Test
  void brokenOffNothingIsThereAndItBeginsAnew() {
    try (var database = Database.open(to)) {
      database.write(sql -> sql.update("ALTER TABLE win RENAME TO zz_elsewhere"));
    }
    assertThatThrownBy(() -> Move.everything(from, to)).isInstanceOf(SetupException.class);
    try (var database = Database.open(to)) {
      assertThat(database.<Integer>read(sql -> sql.list("SELECT 1 FROM nudge_plan", _ -> 1).size()))
          .isZero();
      database.write(sql -> sql.update("ALTER TABLE zz_elsewhere RENAME TO win"));
    }
    assertThat(Move.everything(from, to)).containsEntry("win", (long) WINS);
  }

  private static List<String> rows(String url) {
    try (var database = Database.open(url)) {
      return database.read(sql -> {
        var rows = new ArrayList<String>();
        rows.addAll(
            sql.list(
                "SELECT * FROM win ORDER BY id",
                row ->
                    row.texts(List.of("id", "source_id", "text", "principle", "said_at", "hidden"))
                        .toString()));
        for (String table : List.of("outbox", "nudge_plan", "weekly")) {
          rows.addAll(
              sql.list(
                  "SELECT * FROM " + table + " ORDER BY 1", row -> row.text("team_id") + table));
        }
        return rows;
      });
    }
  }
}
