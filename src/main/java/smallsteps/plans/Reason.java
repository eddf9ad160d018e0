package smallsteps.plans;

import java.util.Set;
import smallsteps.weekly.DueMessages;
import smallsteps.weekly.Slots;

/// Why a nudge was not posted, as the code that is kept. What Slack refuses with is kept as Slack
/// spells it.
final class Reason {
  static final String ASKED = "asked";
  static final String CHANGED = "changed";
  static final String OFF = DueMessages.OFF;
  static final String TOO_LATE = Slots.TOO_LATE;
  static final String UNSURE = Slots.UNSURE;

  /// Slack says these until a person does something, so the plan waits for one.
  private static final Set<String> NEEDS_A_PERSON =
      Set.of(Plan.Pause.NOT_IN_CHANNEL, "channel_not_found", Plan.Pause.IS_ARCHIVED);

  private static final Set<String> OURS =
      Set.of(
          ASKED,
          CHANGED,
          OFF,
          TOO_LATE,
          UNSURE,
          Skip.RED_DAY.code(),
          Skip.EVE.code(),
          Skip.BRIDGE_DAY.code(),
          Skip.SUMMER.code());

  private Reason() {}

  static boolean needsAPerson(String reason) {
    return NEEDS_A_PERSON.contains(reason);
  }

  /// There is a sentence for it in the words.
  static boolean hasWords(String reason) {
    return OURS.contains(reason) || NEEDS_A_PERSON.contains(reason);
  }
}
