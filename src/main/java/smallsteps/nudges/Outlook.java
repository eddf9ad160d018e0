package smallsteps.nudges;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import smallsteps.storage.Database;

/// What a plan comes to from now on, in words.
record Outlook(Database database, InstantSource clock) {
  private static final int SHOWN = 8;

  /// When the next nudge comes, or why none does.
  String comes(Plan plan, PlanSentences say) {
    if (plan.pause() != null && plan.pause().until() == null) {
      return say.say("rests", "reason", say.pause(plan.pause()));
    }
    Rhythm.Slot slot =
        upcoming(plan).stream()
            .filter(s -> s.obstacle() == null)
            .map(Upcoming::slot)
            .findFirst()
            .orElseGet(() -> firstAfterPause(plan));
    String comes = say.say("comes", "slot", say.slot(slot, plan));
    return plan.isPausedOn(today(plan))
        ? say.say("rests", "reason", say.pause(plan.pause())) + " " + comes
        : comes;
  }

  private static Rhythm.Slot firstAfterPause(Plan plan) {
    Instant from = plan.pause().until().atStartOfDay(plan.rhythm().zone()).toInstant();
    return plan.rhythm().after(from.minusSeconds(1)).findFirst().orElseThrow();
  }

  /// @param obstacle null when it will be posted
  private record Upcoming(Rhythm.Slot slot, String obstacle) {}

  private List<Upcoming> upcoming(Plan plan) {
    Set<LocalDate> taken =
        database.read(sql -> new SlotStore(sql).planned(plan.channel(), today(plan)));
    return plan.rhythm()
        .after(now())
        .limit(SHOWN)
        .map(
            slot ->
                new Upcoming(
                    slot,
                    taken.contains(slot.date())
                        ? "slot.taken"
                        : plan.isPausedOn(slot.date()) ? "slot.skipped" : null))
        .toList();
  }

  private static String line(Upcoming upcoming, Plan plan, PlanSentences say) {
    var slot = say.slot(upcoming.slot(), plan);
    return switch (upcoming.obstacle()) {
      case null -> slot.markup();
      case "slot.skipped" ->
          say.say("slot.skipped", "slot", slot, "reason", say.pause(plan.pause()));
      default -> say.say(upcoming.obstacle(), "slot", slot);
    };
  }

  /// The next eight, each in a line, those left out with the reason.
  Stream<String> lines(Plan plan, PlanSentences say) {
    return upcoming(plan).stream().map(slot -> line(slot, plan, say));
  }

  LocalDate today(Plan plan) {
    return now().atZone(plan.rhythm().zone()).toLocalDate();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
