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
import smallsteps.Post;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.config.Settings;
import smallsteps.digest.DigestStore.Claimed;
import smallsteps.nudges.Nudges.PlannedDigest;
import smallsteps.slots.Lateness;
import smallsteps.slots.Slots;
import smallsteps.slots.Turn;
import smallsteps.storage.Database;

/// Finds the digests that are due, and claims each before it is posted.
final class DueDigests {

  /// No more are claimed at once than are posted well within a lease.
  private static final int AT_ONCE = 10;

  private final Database database;
  private final Editor editor;
  private final DigestFeature.Neighbours neighbours;
  private final Slots slots;

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
    var lease = Duration.ofSeconds(settings.leaseSeconds());
    var lateness = new Lateness(Duration.ofHours(settings.lateHours()));
    slots = new Slots(DigestStore.TABLE, database, clock, new Slots.Terms(owner, lease, lateness));
  }

  List<Post> post(Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    List<PlannedDigest> plans = neighbours.planned().get();
    var posts = new ArrayList<Post>();
    left(now).forEach(claimed -> takeOver(claimed, plans, now).ifPresent(posts::add));
    for (Slot slot : due(plans, now)) {
      if (posts.size() < AT_ONCE) {
        decide(slot, now).ifPresent(posts::add);
      }
    }
    return posts;
  }

  private List<Slot> due(List<PlannedDigest> plans, Instant now) {
    List<Slot> last =
        plans.stream().map(plan -> Slot.last(plan, now)).filter(Slot::isAsked).toList();
    return last.isEmpty()
        ? last
        : database.read(
            sql -> last.stream().filter(slot -> !new DigestStore(sql).isKnown(slot)).toList());
  }

  private Optional<Post> decide(Slot slot, Instant now) {
    PlannedDigest plan = slot.plan();
    Week week = editor.week(plan.teamId(), plan.channelId(), plan.zone(), slot.due());
    Optional<String> obstacle = obstacle(slot, week, now);
    Turn turn = slots.turn(plan.teamId(), plan.channelId(), slot.due(), now);
    boolean isOurs =
        database.write(sql -> {
          var store = new DigestStore(sql);
          boolean isClaimed = obstacle.isEmpty() && store.claim(slot, turn, now);
          if (!isClaimed) { // nothing where it is there already
            store.record(slot, obstacle.orElse(Reason.HAD_ONE), now);
          }
          return isClaimed;
        });
    return isOurs
        ? Optional.of(post(new Claimed(turn, plan.zone(), plan.language()), week))
        : Optional.empty();
  }

  private Optional<String> obstacle(Slot slot, Week week, Instant now) {
    PlannedDigest plan = slot.plan();
    if (plan.isPausedOn(slot.date())) {
      return Optional.of(Reason.PAUSED);
    } else if (isLeftOut(plan, slot.date())) {
      return Optional.of(Reason.FREE_DAY);
    } else if (!slots.lateness().allows(slot.due(), plan.zone(), now)) {
      return Optional.of(Reason.TOO_LATE);
    } else if (!isWanted(plan, now)) {
      return Optional.of(Reason.OFF);
    }
    return week.isEmpty() ? Optional.of(Reason.EMPTY) : Optional.empty();
  }

  private boolean isWanted(PlannedDigest plan, Instant now) {
    return neighbours.care().gate(plan.teamId(), plan.channelId(), Kind.DIGEST, plan.zone(), now)
        instanceof Care.Gate.Open;
  }

  /// A day off that the channel's nudges leave out as well; not a Sunday, where it chose that day.
  private boolean isLeftOut(PlannedDigest plan, LocalDate date) {
    return neighbours
        .calendar()
        .dayOff(date)
        .filter(day -> !day.isWeekly() && plan.skips().contains(day.kind()))
        .isPresent();
  }

  private List<Claimed> left(Instant now) {
    return database.read(sql -> slots.left(sql, Claimed::of, Claimed::turn, now, AT_ONCE));
  }

  /// Goes on with a claim whose lease has run out, or says why it comes to nothing.
  private Optional<Post> takeOver(Claimed left, List<PlannedDigest> plans, Instant now) {
    Turn turn = left.turn();
    Week week = editor.week(turn.teamId(), turn.channelId(), left.zone(), turn.due());
    Optional<String> obstacle =
        plans.stream()
            .filter(plan -> plan.isOf(turn.teamId(), turn.channelId()))
            .map(plan -> new Slot(plan, turn.due().atZone(left.zone()).toLocalDate(), turn.due()))
            .findFirst()
            .map(slot -> obstacle(slot, week, now))
            .orElse(Optional.of(Reason.OFF));
    return database
        .write(sql -> slots.takeOver(sql, turn, obstacle.orElse(null), now))
        .map(ours -> post(new Claimed(ours, left.zone(), left.language()), week));
  }

  private Post post(Claimed claimed, Week week) {
    Turn turn = claimed.turn();
    return slots.post(
        turn,
        claimed.zone(),
        editor.digest(week, claimed.language()),
        new Post.Metadata(
            "smallsteps_digest",
            Map.of("slot", turn.due().toString(), "channel", turn.channelId())),
        (_, _) -> {});
  }
}
