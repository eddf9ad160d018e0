package smallsteps.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Channel;
import smallsteps.Outcome;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

/// A bot that was held up says how it went when another has done the same long ago.
class LateSettlementTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Channel CHANNEL = new Channel("T1", "C1");

  @TempDir private Path folder;
  @AutoClose private Database database;
  private Outbox heldUp;
  private Outbox other;

  @BeforeEach
  void open() {
    database = Migrated.open(folder.resolve("outbox.db"));
    heldUp = bot("held up", NOW);
    other = bot("other", NOW.plus(Duration.ofMinutes(2)));
  }

  @Test
  void whatIsOwedInItsPlaceSinceStaysOwed() {
    owe("1");
    DueDebt held = claim(heldUp);
    done(other, claim(other));
    owe("2"); // in the same second, and first of the table as that one was

    done(heldUp, held);
    assertThat(due(other)).extracting(due -> due.debt().subject()).containsExactly("2");
  }

  private Outbox bot(String owner, Instant now) {
    var terms = Owed.terms(owner);
    var outbox = new Outbox(database, () -> now, terms);
    outbox.kind("confirmation", _ -> Wanted.noMore("gone"));
    return outbox;
  }

  private void owe(String ts) {
    database.write(sql -> {
      heldUp.kind("confirmation").owe(sql, CHANNEL, ts);
      return null;
    });
  }

  private static List<DueDebt> due(Outbox outbox) {
    return outbox.due(outbox.kind("confirmation"), "T1", 6);
  }

  private static DueDebt claim(Outbox outbox) {
    return outbox.claim(due(outbox).getFirst(), NOW).orElseThrow();
  }

  private static void done(Outbox outbox, DueDebt claim) {
    outbox.settle(claim, outbox.kind("confirmation").sending(), new Outcome.Done(null));
  }
}
