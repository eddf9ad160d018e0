package smallsteps.slots;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import smallsteps.Content;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// One room's slots, from their claim to what became of them. The room inserts the claim; from then
/// on the row is changed here alone.
public final class Slots {

  /// As reasons are kept: it is too late to post it.
  public static final String TOO_LATE = "too_late";

  /// As reasons are kept: nobody knows whether it stands in the channel.
  public static final String UNSURE = "unsure";

  private final String table;
  private final Database database;
  private final InstantSource clock;
  private final Terms terms;
  private final Retry retry;
  private final UnderWay underWay = new UnderWay();

  /// @param owner tells this process from others on the same database
  /// @param lease how long a claim is left alone before it is taken over
  public record Terms(String owner, Duration lease, Lateness lateness) {}

  /// @param table it has the columns of `nudge_slot` that have to do with claims
  public Slots(String table, Database database, InstantSource clock, Terms terms) {
    this.table = table;
    this.database = database;
    this.clock = clock;
    this.terms = terms;
    retry = new Retry(terms.lease());
  }

  /// The state of a slot that came to nothing because of this.
  public static String state(String reason) {
    return reason.equals(TOO_LATE) ? "late" : "skipped";
  }

  public Lateness lateness() {
    return terms.lateness();
  }

  /// A slot as it is to be claimed by this process.
  public Turn turn(String teamId, String channelId, Instant due, Instant now) {
    return new Turn(teamId, channelId, due, terms.owner(), now.plus(terms.lease()), null, null);
  }

  /// Claims whose lease has run out, those not among them that this process is posting.
  public <T> List<T> left(
      Sql sql, Function<Row, T> row, Function<T, Turn> turn, Instant now, int atMost) {
    return new Turns(sql, table)
        .expired(row, now, atMost).stream()
            .filter(left -> !underWay.holds(turn.apply(left), now))
            .toList();
  }

  /// Goes on with a claim whose lease has run out. One with an obstacle is settled, where nothing
  /// of it can stand in the channel; else it is looked for a last time before that is said.
  ///
  /// @param obstacle why it is not to be posted any more; null where it is
  public Optional<Turn> takeOver(Sql sql, Turn left, String obstacle, Instant now) {
    var turns = new Turns(sql, table);
    if (obstacle != null && left.mayStandSince() == null) {
      turns.settle(left, obstacle, now);
      return Optional.empty();
    }
    Turn turn = left.by(terms.owner(), now.plus(terms.lease()), obstacle);
    turns.takeOver(turn, now);
    return Optional.of(turn);
  }

  /// The message of a claim; how it went is kept.
  ///
  /// @param refused told Slack's error in the same transaction, where the claim is still ours
  public Post post(
      Turn turn,
      ZoneId zone,
      Content content,
      Post.Metadata metadata,
      BiConsumer<Sql, String> refused) {
    Instant now = now();
    underWay.begin(turn, now);
    return new Post(
        turn.teamId(),
        turn.channelId(),
        null,
        content,
        metadata,
        turn.mayStandSince(),
        turn.obstacle() == null ? terms.lateness().end(turn.due(), zone) : now,
        outcome -> heard(turn, outcome, refused));
  }

  private void heard(Turn turn, Outcome outcome, BiConsumer<Sql, String> refused) {
    Instant now = now();
    try {
      database.write(sql -> {
        var turns = new Turns(sql, table);
        switch (outcome) {
          case Outcome.Posted(String ts) -> turns.posted(turn, ts, said(ts, now));
          case Outcome.Refused(String error) -> {
            if (turns.settle(turn, "failed", error, now)) {
              refused.accept(sql, error);
            }
          }
          case Outcome.NotSent _ -> again(turns, turn, turn.mayStandSince(), now);
          case Outcome.NotSeen(Instant since) ->
              again(turns, turn, Objects.requireNonNullElse(turn.mayStandSince(), since), now);
          case Outcome.Unsure _ -> turns.settle(turn, UNSURE, now);
        }
        return null;
      });
    } finally {
      underWay.end(turn);
    }
  }

  /// It may have stood there for long when it is found.
  private static Instant said(String ts, Instant now) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))));
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      return now;
    }
  }

  /// Another try later, unless this was the last look.
  private void again(Turns turns, Turn turn, Instant mayStandSince, Instant now) {
    if (turn.obstacle() == null) {
      turns.retry(turn, mayStandSince, retry.after(turn.due(), now));
    } else {
      turns.settle(turn, turn.obstacle(), now);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
