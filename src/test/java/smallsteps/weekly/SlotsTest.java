package smallsteps.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smallsteps.Channel;
import smallsteps.DebtId;
import smallsteps.Outcome;
import smallsteps.outbox.Debt;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;

/// What becomes of a claimed slot, in the digest's table.
class SlotsTest {
  private static final Channel CHANNEL = new Channel("T1", "C1");
  private static final String DUE = "2026-11-23T09:00:00Z";
  private static final Instant NOW = Instant.parse("2026-11-23T09:10:00Z");

  @TempDir private Path folder;
  @AutoClose private Database database;
  private final Slots slots = new Slots("digest_slot");

  @BeforeEach
  void aSlotIsClaimed() {
    database = Migrated.open(folder.resolve("slots.db"));
    claimed("T1", DUE);
  }

  @ParameterizedTest
  @CsvSource({
    "1795424405.000100, 2026-11-23T09:00:05Z",
    "now, 2026-11-23T09:10:00Z",
    "a.b, 2026-11-23T09:10:00Z"
  })
  void whatIsPostedIsSettledWhenItWasSaidAndNotWhenItWasFound(String ts, Instant settled) {
    settle(DUE, new Outcome.Done(ts));
    assertThat(newest()).isEqualTo(receipt("posted", null, settled));
  }

  @Test
  void whatIsRefusedFailedWithSlacksReason() {
    settle(DUE, new Outcome.Refused("is_archived"));
    assertThat(newest()).isEqualTo(receipt("failed", "is_archived", NOW));
  }

  @ParameterizedTest
  @CsvSource({"too_late, late", "holiday, skipped"})
  void whatIsNotWantedAnyMoreIsLeftOutOrLate(String reason, String state) {
    settle(DUE, new Outcome.Dropped(reason));
    assertThat(newest()).isEqualTo(receipt(state, reason, NOW));
  }

  @Test
  void whatNobodyKnowsOfIsNotSaidToBePosted() {
    settle(DUE, new Outcome.Unsure("SocketTimeoutException"));
    assertThat(newest()).isEqualTo(receipt("skipped", Slots.UNSURE, NOW));
  }

  @Test
  void itIsSettledOnceAndNoOtherWithIt() {
    claimed("T2", DUE);
    settle(DUE, new Outcome.NotYet("ratelimited"));
    assertThat(newest().state()).isEqualTo("claimed");
    assertThat(isClaimed(DUE)).isTrue();

    settle(DUE, new Outcome.Refused("is_archived"));
    settle(DUE, new Outcome.Done("1795424405.000100"));
    assertThat(newest().state()).isEqualTo("failed");
    assertThat(isClaimed(DUE)).isFalse();
    assertThat(receipts(new Channel("T2", "C1"), 1)).extracting(Receipt::state).contains("claimed");
  }

  @Test
  void theNewestReceiptsComeFirstAndNoMoreThanWereAskedFor() {
    claimed("T1", "2026-11-09T09:00:00Z");
    claimed("T1", "2026-11-16T09:00:00Z");
    assertThat(receipts(CHANNEL, 2))
        .extracting(receipt -> receipt.due().toString())
        .containsExactly(DUE, "2026-11-16T09:00:00Z");
  }

  @Test
  void whatAClockThatWasAheadHasLeftSaysNothingOfTheDaysUntilThen() {
    claimed("T1", "2027-11-22T09:00:00Z");
    assertThat(last(CHANNEL)).contains(Instant.parse(DUE));
    assertThat(last(new Channel("T1", "C2"))).isEmpty();
  }

  private void claimed(String teamId, String due) {
    database.write(sql ->
        sql.update(
            """
            INSERT INTO digest_slot (team_id, channel_id, due, week, zone, language, state)
            VALUES (?, 'C1', ?, '2026-W' || substr(?, 9, 2), 'Europe/Stockholm', 'sv', 'claimed')
            """,
            teamId,
            due,
            due));
  }

  private static Debt debt(String due) {
    return new Debt(new DebtId("T1", "digest", "C1", due), null, NOW, null);
  }

  private void settle(String due, Outcome outcome) {
    database.write(sql -> {
      slots.settle(sql, debt(due), outcome, NOW);
      return null;
    });
  }

  private boolean isClaimed(String due) {
    return database.read(sql -> slots.claimed(sql, debt(due), _ -> true)).isPresent();
  }

  private Receipt newest() {
    return receipts(CHANNEL, 1).getFirst();
  }

  private List<Receipt> receipts(Channel channel, int atMost) {
    return database.read(sql -> slots.receipts(sql, channel, atMost));
  }

  private Optional<Instant> last(Channel channel) {
    return database.read(sql -> slots.last(sql, channel, NOW));
  }

  private static Receipt receipt(String state, String reason, Instant settled) {
    return new Receipt(Instant.parse(DUE), ZoneId.of("Europe/Stockholm"), state, reason, settled);
  }
}
