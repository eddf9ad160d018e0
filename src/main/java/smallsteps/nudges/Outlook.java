package smallsteps.nudges;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import smallsteps.Mrkdwn;
import smallsteps.storage.Database;

/// What a plan comes to from now on, in words.
record Outlook(Database database, InstantSource clock) {
  private static final int SHOWN = 8;

  /// When the next nudge comes, or why none does.
  String comes(Plan plan, PlanSentences say) {
    if (plan.pause() != null && plan.pause().until() == null) {
      return say.rests(plan.pause());
    }
    Rhythm.Slot slot =
        upcoming(plan).stream()
            .filter(upcoming -> upcoming.fate() == Fate.COMES)
            .map(Upcoming::slot)
            .findFirst()
            .orElseGet(() -> firstAfterPause(plan));
    String comes = say.say("comes", "slot", say.slot(slot, plan));
    return plan.isPausedOn(today(plan)) ? say.rests(plan.pause()) + " " + comes : comes;
  }

  private static Rhythm.Slot firstAfterPause(Plan plan) {
    Instant from = plan.pause().until().atStartOfDay(plan.rhythm().zone()).toInstant();
    return plan.rhythm().after(from.minusSeconds(1)).findFirst().orElseThrow();
  }

  private record Upcoming(Rhythm.Slot slot, Fate fate) {}

  private enum Fate {
    COMES,
    PAUSED,
    DAY_IS_TAKEN
  }

  private List<Upcoming> upcoming(Plan plan) {
    Set<LocalDate> taken =
        database.read(sql -> new SlotStore(sql).planned(plan.channel(), today(plan)));
    return plan.rhythm()
        .after(now())
        .limit(SHOWN)
        .map(slot -> new Upcoming(slot, fate(slot, plan, taken)))
        .toList();
  }

  private static Fate fate(Rhythm.Slot slot, Plan plan, Set<LocalDate> taken) {
    if (taken.contains(slot.date())) {
      return Fate.DAY_IS_TAKEN;
    }
    return plan.isPausedOn(slot.date()) ? Fate.PAUSED : Fate.COMES;
  }

  private static String line(Upcoming upcoming, Plan plan, PlanSentences say) {
    Mrkdwn slot = say.slot(upcoming.slot(), plan);
    return switch (upcoming.fate()) {
      case COMES -> slot.markup();
      case PAUSED -> say.say("slot.skipped", "slot", slot, "reason", say.pause(plan.pause()));
      case DAY_IS_TAKEN -> say.say("slot.taken", "slot", slot);
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
