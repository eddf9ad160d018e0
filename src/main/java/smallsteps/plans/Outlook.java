package smallsteps.plans;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import smallsteps.Mrkdwn;
import smallsteps.weekly.Rhythm;
import smallsteps.weekly.SlotsByKind;

/// What a plan comes to from now on, in words.
record Outlook(SlotsByKind slots, DaysOff daysOff, InstantSource clock) {
  private static final int SHOWN = 8;
  private static final int LOOKED_AT = 100;

  /// When the next nudge comes, or why none does.
  String comes(Plan plan, PlanSentences say) {
    if (restsForGood(plan)) {
      return say.rests(plan);
    }
    String comes =
        next(plan)
            .map(slot -> say.say("comes", "slot", say.slot(slot, plan)))
            .orElseGet(() -> say.say("never_comes"));
    return plan.isPausedOn(today(plan)) ? say.rests(plan) + " " + comes : comes;
  }

  /// Empty when the calendar leaves all of them out, or the plan rests until somebody resumes it.
  Optional<Rhythm.Slot> next(Plan plan) {
    if (restsForGood(plan)) {
      return Optional.empty();
    }
    Set<LocalDate> taken = taken(plan);
    return plan.rhythm()
        .after(beginning(plan))
        .limit(LOOKED_AT)
        .filter(slot -> fate(slot, plan, taken) instanceof Fate.Comes)
        .findFirst();
  }

  private static boolean restsForGood(Plan plan) {
    return plan.pause() != null && plan.pause().until() == null;
  }

  /// Now, or when its pause ends.
  private Instant beginning(Plan plan) {
    if (!plan.isPausedOn(today(plan))) {
      return now();
    }
    return plan.pause().until().atStartOfDay(plan.rhythm().zone()).toInstant().minusSeconds(1);
  }

  private sealed interface Fate {
    record Comes() implements Fate {}

    record Paused() implements Fate {}

    record DayIsTaken() implements Fate {}

    record DayOff(Skip why) implements Fate {}
  }

  private Set<LocalDate> taken(Plan plan) {
    return slots.of(Plans.NUDGE).taken(plan.channel(), today(plan));
  }

  private Fate fate(Rhythm.Slot slot, Plan plan, Set<LocalDate> taken) {
    if (taken.contains(slot.date())) {
      return new Fate.DayIsTaken();
    } else if (plan.isPausedOn(slot.date())) {
      return new Fate.Paused();
    }
    Optional<Skip> why = daysOff.on(slot.date(), plan.choices().skips());
    return why.isPresent() ? new Fate.DayOff(why.get()) : new Fate.Comes();
  }

  private static String line(Rhythm.Slot slot, Fate fate, Plan plan, PlanSentences say) {
    Mrkdwn moment = say.slot(slot, plan);
    return switch (fate) {
      case Fate.Comes() -> moment.markup();
      case Fate.Paused() ->
          say.say("slot.skipped", "slot", moment, "reason", say.pause(plan.pause()));
      case Fate.DayOff(Skip why) ->
          say.say("slot.skipped", "slot", moment, "reason", say.reason(why.code(), slot.date()));
      case Fate.DayIsTaken() -> say.say("slot.taken", "slot", moment);
    };
  }

  /// The next eight, each in a line, those left out with the reason.
  Stream<String> lines(Plan plan, PlanSentences say) {
    Set<LocalDate> taken = taken(plan);
    return plan.rhythm()
        .after(now())
        .limit(SHOWN)
        .map(slot -> line(slot, fate(slot, plan, taken), plan, say));
  }

  LocalDate today(Plan plan) {
    return now().atZone(plan.rhythm().zone()).toLocalDate();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
