package smallsteps.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What storage promises whichever engine it is.
@ParameterizedClass
@EnumSource
class EachEngineTest {
  private static final String INVITED =
      "INSERT INTO nudge_invitation (team_id, channel_id, event_ts) VALUES ('T1', ?, ?)";
  private static final String NAMED =
      "INSERT INTO name (team_id, id, name, asked_at) VALUES ('T1', ?, ?, ?)";

  @Parameter EachEngine engine;
  @TempDir private Path folder;
  private Database one;
  private Database other;

  @BeforeEach
  void twoBotsOnOne() {
    one = Database.open(url());
    other = Database.open(url());
  }

  @AfterEach
  void end() {
    other.close();
    one.close();
  }

  private String url() {
    return engine.url(folder.resolve("kept.db"));
  }

  @Test
  void aRowComesBackAsItWasKept() {
    Instant asked = Instant.parse("2026-11-23T09:00:00.75Z");
    one.write(sql -> sql.update(NAMED, "U1", "Åsa 🌱 \\ ' \" %_", asked));
    one.write(sql -> sql.update(NAMED, "U2", null, null));
    assertThat(
            other.<List<String>>read(
                sql -> sql.list("SELECT * FROM name ORDER BY id", row -> row.text("name"))))
        .containsExactly("Åsa 🌱 \\ ' \" %_", null);
    assertThat(
            other.<List<Instant>>read(
                sql -> sql.list("SELECT * FROM name ORDER BY id", row -> row.instant("asked_at"))))
        .containsExactly(Instant.parse("2026-11-23T09:00:00Z"), null);
  }

  @Test
  void aSignForNothingIsNoObstacle() {
    one.write(sql -> sql.update(NAMED, "U1", "a\0b", null));
    assertThat(texts("name", "name").getFirst()).startsWith("a");
  }

  /// As letters follow each other in Unicode, and not in any language.
  @Test
  void textIsInTheSameOrder() {
    for (String id : List.of("b", "B", "a", "ä", "A", "_", "1", "Z")) {
      one.write(sql -> sql.update(INVITED, id, "1.1"));
    }
    assertThat(texts("nudge_invitation", "channel_id"))
        .containsExactly("1", "A", "B", "Z", "_", "a", "b", "ä");
  }

  @Test
  void whatFailsKeepsNothingOfItself() {
    assertThatThrownBy(() ->
            one.write(sql -> {
              sql.update(INVITED, "C1", "1.1");
              return sql.update(INVITED, "C1", "1.2");
            }))
        .isInstanceOf(StoreException.class);
    assertThat(texts("nudge_invitation", "channel_id")).isEmpty();
    assertThat(one.problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO win (team_id, channel_id, source_id) VALUES ('T1', 'C1', '1')",
        "INSERT INTO win (team_id, channel_id, source_id, deleted, text)"
            + " VALUES ('T1', 'C1', '1', 1, 'words')",
        "INSERT INTO win (team_id, channel_id, source_id, deleted) VALUES ('T1', 'C1', '1', 2)",
        "INSERT INTO name (team_id, id, asked_at) VALUES ('T1', 'U1', '2026-11-23')",
        "INSERT INTO care_person VALUES ('T1', 'U1', 'sv', '9:00', '10:00', NULL)",
        "INSERT INTO nudge_plan (team_id, channel_id, zone, language, paused_until)"
            + " VALUES ('T1', 'C1', 'UTC', 'sv', '2026-11-23')",
        "INSERT INTO digest_slot (team_id, channel_id, due, week, zone, language, state)"
            + " VALUES ('T1', 'C1', '2026-11-23T09:00:00Z', '2026-W48', 'UTC', 'sv', 'posted')",
        "INSERT INTO difference (team_id, channel_id, source_id, user_id, text)"
            + " VALUES ('T1', 'C1', '1', 'U1', 'words')",
        "INSERT INTO weekly (team_id, channel_id, kind, weekday, local_time, since)"
            + " VALUES ('T1', 'C1', 'nudge', 1, '09:00', '2026-11-23T09:00:00Z')",
        "INSERT INTO outbox (team_id, kind, channel_id, subject, owed_at, next_try, owner) VALUES"
            + " ('T1', 'k', 'C1', 's', '2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z', 'me')",
      })
  void whatCannotBeIsNotKept(String impossible) {
    assertThatThrownBy(() -> one.write(sql -> sql.update(impossible)))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("words");
  }

  /// Who sees that something is not there, and therefore writes it, is alone with that.
  @Test
  void whatIsReadWithinAWriteStillHoldsWhenItIsKept() throws Exception {
    int people = 8;
    var begin = new CyclicBarrier(people);
    try (var threads = Executors.newFixedThreadPool(people)) {
      List<Callable<Integer>> all =
          IntStream.range(0, people)
              .<Callable<Integer>>mapToObj(n ->
                  () -> {
                    begin.await();
                    return (n % 2 == 0 ? one : other).write(sql -> firstOf(sql, "C" + n));
                  })
              .toList();
      int kept = 0;
      for (Future<Integer> done : threads.invokeAll(all)) {
        kept += done.get();
      }
      assertThat(kept).isEqualTo(1);
    }
    assertThat(texts("nudge_invitation", "channel_id")).hasSize(1);
  }

  private static int firstOf(Sql sql, String channelId) {
    boolean isFirst =
        sql.first("SELECT 1 FROM nudge_invitation WHERE team_id = 'T1'", _ -> true).isEmpty();
    return isFirst ? sql.update(INVITED, channelId, "1.1") : 0;
  }

  /// None is lost, and none is counted twice.
  @Test
  void whatManyAddToAtOnceIsTheSumOfAll() throws Exception {
    one.write(sql -> sql.update(INVITED, "C1", "0"));
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> all =
          IntStream.range(0, 40)
              .<Callable<Integer>>mapToObj(
                  n -> () -> (n % 2 == 0 ? one : other).write(EachEngineTest::oneMore))
              .toList();
      for (Future<Integer> done : threads.invokeAll(all)) {
        assertThat(done.get()).isEqualTo(1);
      }
    }
    assertThat(texts("nudge_invitation", "event_ts")).containsExactly("40");
  }

  private static int oneMore(Sql sql) {
    int count =
        sql.first("SELECT event_ts FROM nudge_invitation", row -> row.number("event_ts"))
            .orElseThrow();
    return sql.update("UPDATE nudge_invitation SET event_ts = ?", Integer.toString(count + 1));
  }

  @Test
  void aChannelsNewIdTakesAllWithItAndLeavesWhatIsThereAlready() {
    one.write(sql -> {
      sql.update(INVITED, "C1", "1.1");
      sql.update(INVITED, "C2", "2.2");
      for (String channel : List.of("C1", "C3")) {
        sql.update(
            "INSERT INTO heard (team_id, channel_id, until) VALUES ('T1', ?, ?)",
            channel,
            Instant.EPOCH);
      }
      return sql.update(
          "INSERT INTO outbox (team_id, kind, channel_id, subject, owed_at, next_try)"
              + " VALUES ('T1', 'k', 'U1', 'C1 C11 1.1', ?, ?)",
          Instant.EPOCH,
          Instant.EPOCH);
    });
    new ChannelIds(other).change("T1", "C1", "C2");
    assertThat(texts("nudge_invitation", "channel_id || event_ts")).containsExactly("C22.2");
    assertThat(texts("heard", "channel_id")).containsExactly("C2", "C3");
    assertThat(texts("outbox", "subject")).containsExactly("C2 C11 1.1");
    assertThat(new Workspaces(other).ids()).containsExactly("T1");
  }

  @Test
  void anOlderBotWritesNothingMoreOnceANewerOneHasBroughtItOn() {
    other.write(sql ->
        sql.update(
            "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                + " installed_by, execution_time, success)"
                + " SELECT 999, '999', 'later', 'SQL', 'V999__later.sql', '', 1, success"
                + " FROM flyway_schema_history WHERE version = '21'"));
    assertThatThrownBy(() -> one.write(sql -> sql.update(INVITED, "C1", "1.1")))
        .isInstanceOf(StoreException.class);
    assertThat(one.problem().orElseThrow()).contains("newer Small Steps");
    assertThatThrownBy(() -> Database.open(url())).hasMessageContaining("newer Small Steps");
  }

  private List<String> texts(String table, String column) {
    return one.read(sql ->
        sql.list("SELECT " + column + " AS c FROM " + table + " ORDER BY 1", row -> row.text("c")));
  }
}
