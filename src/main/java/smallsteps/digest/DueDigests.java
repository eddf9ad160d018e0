package smallsteps.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.calendar.DayOff;
import smallsteps.config.Settings;
import smallsteps.nudges.Nudges.PlannedDigest;
import smallsteps.slots.Lateness;
import smallsteps.slots.Turn;
import smallsteps.slots.UnderWay;
import smallsteps.storage.Database;

/// Finds the digests that are due, claims each before it is posted, and keeps what became of it.
final class DueDigests {

  /// No more are claimed at once than are posted well within a lease.
  private static final int AT_ONCE = 10;

  private final Database database;
  private final Editor editor;
  private final DigestFeature.Neighbours neighbours;
  private final InstantSource clock;
  private final String owner;
  private final Duration lease;
  private final Lateness lateness;
  private final UnderWay underWay = new UnderWay();

  /// @param owner tells this process from others on the same database
  DueDigests(
      Settings.Nudges settings,
      Database database,
      Editor editor,
      DigestFeature.Neighbours neighbours,
      InstantSource clock,
      String owner) {
    this.database = database;
    this.editor = editor;
    this.neighbours = neighbours;
    this.clock = clock;
    this.owner = owner;
    lease = Duration.ofSeconds(settings.leaseSeconds());
    lateness = new Lateness(Duration.ofHours(settings.lateHours()));
  }

  List<Post> post(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    var posts = new ArrayList<Post>();
    left(now).forEach(claimed -> takeOver(claimed, now).ifPresent(posts::add));
    for (Slot slot : due(now)) {
      if (posts.size() < AT_ONCE) {
        decide(slot, now).ifPresent(posts::add);
      }
    }
    return posts;
  }

  private List<Slot> due(Instant now) {
    List<Slot> last =
        neighbours.planned().get().stream()
            .map(plan -> Slot.last(plan, now))
            .filter(Slot::isAsked)
            .toList();
    return last.isEmpty()
        ? last
        : database.read(
            sql -> last.stream().filter(slot -> !new DigestStore(sql).isKnown(slot)).toList());
  }

  private Optional<Post> decide(Slot slot, Instant now) {
    PlannedDigest plan = slot.plan();
    Week week = editor.week(plan.teamId(), plan.channelId(), plan.zone(), slot.due());
    Optional<String> obstacle = obstacle(slot, week, now);
    var turn = new Turn(plan.teamId(), plan.channelId(), slot.due(), owner, now.plus(lease), null);
    boolean isOurs =
        database.write(sql -> {
          var store = new DigestStore(sql);
          obstacle.ifPresent(reason -> store.record(slot, Reason.state(reason), reason, now));
          boolean isClaimed = obstacle.isEmpty() && store.claim(slot, turn, now);
          if (!isClaimed) { // nothing where it is there already
            store.record(slot, Reason.state(Reason.HAD_ONE), Reason.HAD_ONE, now);
          }
          return isClaimed;
        });
    return isOurs
        ? Optional.of(post(new DigestStore.Claimed(turn, plan.zone(), plan.language()), week, now))
        : Optional.empty();
  }

  private Optional<String> obstacle(Slot slot, Week week, Instant now) {
    PlannedDigest plan = slot.plan();
    if (plan.isPausedOn(slot.date())) {
      return Optional.of(Reason.PAUSED);
    } else if (isFree(slot.date())) {
      return Optional.of(Reason.FREE_DAY);
    } else if (!lateness.allows(slot.due(), plan.zone(), now)) {
      return Optional.of(Reason.TOO_LATE);
    }
    return week.isEmpty() ? Optional.of(Reason.EMPTY) : Optional.empty();
  }

  /// A holiday or its eve; not a Sunday, where a channel chose that day.
  private boolean isFree(LocalDate date) {
    return neighbours
        .calendar()
        .dayOff(date)
        .filter(day -> !day.isWeekly() && day.kind() != DayOff.Kind.BRIDGE)
        .isPresent();
  }

  private Stream<DigestStore.Claimed> left(Instant now) {
    return database.read(sql -> new DigestStore(sql).expired(now, AT_ONCE)).stream()
        .filter(claimed -> !underWay.holds(claimed.turn(), now));
  }

  /// Goes on with a claim whose lease has run out, or says why it comes to nothing.
  private Optional<Post> takeOver(DigestStore.Claimed left, Instant now) {
    Turn turn = left.turn().by(owner, now.plus(lease));
    boolean isInTime = lateness.allows(turn.due(), left.zone(), now);
    database.write(sql -> {
      var turns = new DigestStore(sql).turns();
      if (isInTime) {
        turns.takeOver(turn, now);
      } else {
        String reason = turn.mayStandSince() == null ? Reason.TOO_LATE : Reason.UNSURE;
        turns.settle(left.turn(), Reason.state(reason), reason, now);
      }
      return null;
    });
    if (!isInTime) {
      return Optional.empty();
    }
    Week week = editor.week(turn.teamId(), turn.channelId(), left.zone(), turn.due());
    var ours = new DigestStore.Claimed(turn, left.zone(), left.language());
    return week.isEmpty() ? gone(turn, now) : Optional.of(post(ours, week, now));
  }

  /// All that it told of was erased meanwhile.
  private Optional<Post> gone(Turn turn, Instant now) {
    database.write(sql -> new DigestStore(sql).turns().settle(turn, "skipped", Reason.EMPTY, now));
    return Optional.empty();
  }

  private Post post(DigestStore.Claimed claimed, Week week, Instant now) {
    Turn turn = claimed.turn();
    underWay.begin(turn, now);
    return new Post(
        turn.teamId(),
        turn.channelId(),
        null,
        editor.digest(week, claimed.language()),
        new Post.Metadata(
            "smallsteps_digest",
            Map.of("slot", turn.due().toString(), "channel", turn.channelId())),
        turn.mayStandSince(),
        outcome -> settle(turn, outcome));
  }

  private void settle(Turn turn, Outcome outcome) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      database.write(
          sql -> new DigestStore(sql).turns().heard(turn, outcome, now, now.plus(lease)));
    } finally {
      underWay.end(turn);
    }
  }
}
