package smallsteps.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.DebtId;
import smallsteps.User;
import smallsteps.storage.Dialect;
import smallsteps.storage.Migrated;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;
import smallsteps.storage.SqliteOnly;

/// However much is owed, what is asked of the table at each look finds its rows by an index.
@SqliteOnly
class OutboxCostTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Outbox.Terms TERMS = Owed.terms("one");
  private static final Channel CHANNEL = new Channel("T1", "C1");
  private static final DebtId ID = new DebtId("T1", "nudge", "C1", "1");

  @TempDir Path folder;

  @Test
  void noLookAndNoClaimWalksThroughTheTable() {
    var debt = new Debt(ID, "U1", NOW, null);
    assertThat(plans(store -> store.owe(debt, NOW))).noneMatch(OutboxCostTest::isWalk);
    assertThat(plans(store -> store.due("T1", "nudge", NOW, TERMS.lease(), 6)))
        .anyMatch(plan -> plan.contains("outbox_due"))
        .noneMatch(OutboxCostTest::isWalk);
    assertThat(plans(store -> store.isPutOffBeyond("T1", "nudge", NOW)))
        .noneMatch(OutboxCostTest::isWalk);
    assertThat(plans(store -> claimed(store, debt))).noneMatch(OutboxCostTest::isWalk);
    assertThat(plans(store -> store.forget(new User("T1", "U1"))))
        .noneMatch(plan -> plan.contains("SCAN"));
  }

  @Test
  void whatIsOwedOfOneKindHasNoPlaceInTheQueueOfAnother() {
    try (var database = Migrated.open(folder.resolve("smallsteps.db"))) {
      var outbox = new Outbox(database, () -> NOW, TERMS);
      Outbox.Kind seedlings = outbox.kind("confirmation", _ -> Wanted.noMore("gone"));
      Outbox.Kind nudges = outbox.kind("nudge", _ -> Wanted.noMore("gone"));
      database.write(sql -> {
        for (int i = 0; i < 10_000; i++) {
          seedlings.owe(sql, CHANNEL, String.valueOf(i));
        }
        nudges.owe(sql, CHANNEL, "1");
        return null;
      });

      assertThat(outbox.due(nudges, "T1", 6)).hasSize(1);
      assertThat(outbox.due(seedlings, "T1", 6)).hasSize(6);
      assertThat(outbox.waitingOfAll().count()).isEqualTo(10_001);
      assertThat(outbox.waitingOfAll().oldest()).isEqualTo(NOW);
    }
  }

  private static void claimed(OutboxStore store, Debt debt) {
    store.owe(debt, NOW);
    DueDebt due = store.due("T1", "nudge", NOW, TERMS.lease(), 1).getFirst();
    DueDebt claim = store.claim(due, TERMS, NOW, NOW).orElseThrow();
    store.isOurs(claim);
    store.standing(claim);
    store.setFree(claim, Later.at(NOW), 1);
    store.postpone(claim, NOW);
    store.postponeChannel(ID, NOW);
    store.remove(claim);
    store.removeDone(claim);
  }

  private static boolean isWalk(String plan) {
    return plan.contains("SCAN") || plan.contains("TEMP B-TREE");
  }

  /// How SQLite goes about each statement.
  private List<String> plans(Consumer<OutboxStore> work) {
    try (var database = Migrated.open(folder.resolve("plans" + System.nanoTime() + ".db"))) {
      return database.write(sql -> {
        var plans = new Plans(sql, new ArrayList<>());
        work.accept(new OutboxStore(plans));
        return plans.plans();
      });
    }
  }

  private record Plans(Sql sql, List<String> plans) implements Sql {
    private void explain(String statement, Object... args) {
      plans.addAll(sql.list("EXPLAIN QUERY PLAN " + statement, row -> row.text("detail"), args));
    }

    @Override
    public Dialect dialect() {
      return sql.dialect();
    }

    @Override
    public int update(String statement, Object... args) {
      explain(statement, args);
      return sql.update(statement, args);
    }

    @Override
    public int erase(String statement, Object... args) {
      return update(statement, args);
    }

    @Override
    public <T> List<T> list(String statement, Function<Row, T> row, Object... args) {
      explain(statement, args);
      return sql.list(statement, row, args);
    }

    @Override
    public <T> Optional<T> first(String statement, Function<Row, T> row, Object... args) {
      return list(statement, row, args).stream().findFirst();
    }
  }
}
