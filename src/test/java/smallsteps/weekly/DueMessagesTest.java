package smallsteps.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Owed;
import smallsteps.storage.Database;
import smallsteps.storage.Migrated;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The one loop of all weekly messages, with a message that is no room's: each Monday at ten in
/// Stockholm, in the digest's table.
class DueMessagesTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final Channel CHANNEL = new Channel("T1", "C1");
  private static final String MONDAY = "2026-11-23";
  private static final String TEN = MONDAY + "T09:00:00Z";

  private record Asked(Channel channel, Rhythm rhythm, Language language, Instant since)
      implements Weekly {}

  private record Greeted(Instant due, ZoneId zone) implements ClaimedSlot {}

  @TempDir private Path folder;
  @AutoClose private Database database;
  private final Greeting greeting = new Greeting();
  private final List<Asked> all = new ArrayList<>();
  private Instant now = Instant.parse(TEN);
  private Outbox outbox;
  private DueMessages<Asked, Greeted> messages;

  @BeforeEach
  void aChannelAsksForOne() {
    database = Migrated.open(folder.resolve("weekly.db"));
    var terms = Owed.terms("one");
    outbox = new Outbox(database, () -> now, terms, () -> Optional.of("T1"));
    messages =
        new DueMessages<>(
            "greeting",
            new Slots("digest_slot"),
            new Askers<>() {
              @Override
              public List<Asked> of(Sql sql, String teamId) {
                return all;
              }

              @Override
              public Optional<Asked> of(Sql sql, Channel channel) {
                return all.stream().findFirst();
              }
            },
            greeting,
            new Lateness(Duration.ofHours(4)),
            database,
            outbox,
            () -> now);
    all.add(
        new Asked(
            CHANNEL,
            new Rhythm(DayOfWeek.MONDAY, LocalTime.of(10, 0), STOCKHOLM),
            new Language("sv"),
            Instant.parse("2026-11-02T12:00:00Z")));
  }

  @Test
  void whatIsDueIsPostedOnceHoweverOftenOneLooks() {
    greeting.since(MONDAY);
    assertThat(posted("2026-11-23T08:59:59Z")).isZero();
    assertThat(posted(TEN)).isEqualTo(1);
    assertThat(posted("2026-11-23T09:01:00Z")).isZero();
    assertThat(states()).containsExactly("posted null");
  }

  @Test
  void ofSeveralThatWereMissedTheNewestIsPostedAndTellsOfTheOthers() {
    assertThat(posted(TEN)).isEqualTo(1);
    assertThat(states()).containsExactly("posted null");
  }

  @Test
  void whereEachIsKeptTheOnesBeforeTheNewestAreLate() {
    greeting.isEachKept = true;
    assertThat(posted(TEN)).isEqualTo(1);
    assertThat(states()).containsExactly("posted null", "late too_late", "late too_late");
  }

  @Test
  void fourHoursLaterItIsTooLate() {
    assertThat(posted("2026-11-23T13:00:00Z")).isZero();
    assertThat(states()).containsExactly("late too_late");
  }

  @Test
  void aDayThatIsLeftOutIsSaidToBeThatAlsoWhereItIsTooLateByNow() {
    greeting.left = LocalDate.parse(MONDAY);
    assertThat(posted("2026-11-23T20:00:00Z")).isZero();
    assertThat(states()).containsExactly("skipped holiday");
  }

  @Test
  void whatStandsInItsWayIsKeptAsTheReason() {
    greeting.obstacle = "paused";
    assertThat(posted(TEN)).isZero();
    assertThat(states()).containsExactly("skipped paused");
  }

  @Test
  void whatComesInItsWayOnceItIsOwedIsHeardOf() {
    look(TEN);
    greeting.obstacle = "paused";
    assertThat(Owed.claimed(outbox, "T1", now)).isEmpty();
    assertThat(states()).containsExactly("skipped paused");
  }

  @Test
  void whatNobodyAsksForAnyMoreIsNotPosted() {
    look(TEN);
    all.clear();
    assertThat(Owed.claimed(outbox, "T1", now)).isEmpty();
    assertThat(states()).containsExactly("skipped off");
  }

  @Test
  void whereAnotherStandsForItThatIsSaid() {
    greeting.isClaimable = false;
    assertThat(posted(TEN)).isZero();
    assertThat(states()).containsExactly("skipped " + DueMessages.HAD_ONE);
  }

  @Test
  void beforeAPlanGoesWhatItHasLeftUndoneGetsItsReceipt() {
    now = Instant.parse(TEN);
    database.write(sql -> {
      messages.passOver(sql, CHANNEL, "changed");
      return null;
    });
    assertThat(states()).containsExactly("skipped changed", "late too_late", "late too_late");
  }

  private void look(String at) {
    now = Instant.parse(at);
    messages.post(now);
  }

  private int posted(String at) {
    look(at);
    List<Owed> owed = Owed.claimed(outbox, "T1", now);
    owed.forEach(each -> each.done("1795424405.000100"));
    return owed.size();
  }

  /// The newest first.
  private List<String> states() {
    return database.read(sql -> new Slots("digest_slot").receipts(sql, CHANNEL, 10)).stream()
        .map(receipt -> receipt.state() + " " + receipt.reason())
        .toList();
  }

  private final class Greeting implements WeeklyMessage<Asked, Greeted> {
    private static final String ADD =
        """
        INSERT INTO digest_slot (team_id, channel_id, due, week, zone, language, state, reason,
          settled_at)
        VALUES (?, ?, ?, '2026-W' || substr(?, 9, 2), 'Europe/Stockholm', 'sv', ?, ?, ?)
        ON CONFLICT DO NOTHING
        """;
    private boolean isEachKept;
    private boolean isClaimable = true;
    private LocalDate left;
    private String obstacle;

    private void since(String date) {
      all.replaceAll(asked ->
          new Asked(
              asked.channel(),
              asked.rhythm(),
              asked.language(),
              Instant.parse(date + "T00:00:00Z")));
    }

    @Override
    public Optional<String> left(Asked asked, LocalDate date) {
      return date.equals(left) ? Optional.of("holiday") : Optional.empty();
    }

    @Override
    public Optional<String> obstacle(Asked asked, Rhythm.Slot slot, Instant at) {
      return Optional.ofNullable(obstacle);
    }

    @Override
    public boolean isEachKept() {
      return isEachKept;
    }

    @Override
    public boolean claim(Sql sql, Asked asked, Rhythm.Slot slot, Instant at) {
      return isClaimable && add(sql, slot, "claimed", null, null);
    }

    @Override
    public void record(Sql sql, Asked asked, Rhythm.Slot slot, String reason, Instant at) {
      add(sql, slot, Slots.state(reason), reason, at);
    }

    private static boolean add(
        Sql sql, Rhythm.Slot slot, String state, String reason, Instant settled) {
      return sql.update(
              ADD, CHANNEL.teamId(), CHANNEL.id(), slot.due(), slot.due(), state, reason, settled)
          > 0;
    }

    @Override
    public Greeted claimed(Row row) {
      return new Greeted(row.instant("due"), ZoneId.of(row.text("zone")));
    }

    @Override
    public Act.Post post(Debt debt, Greeted claimed) {
      var metadata = new Act.Metadata("greeting", Map.of("due", debt.subject()));
      return new Act.Post(debt.channelId(), null, Content.of("Hej"), metadata);
    }
  }
}
