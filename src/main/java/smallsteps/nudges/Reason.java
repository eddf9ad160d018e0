package smallsteps.nudges;

import java.util.Set;

/// Why a nudge was not posted, as the code that is kept. What Slack refuses with is kept as Slack
/// spells it.
final class Reason {
  static final String ASKED = "asked";
  static final String CHANGED = "changed";
  static final String OFF = "off";
  static final String TOO_LATE = "too_late";
  static final String UNSURE = "unsure";

  /// Slack says these until a person does something, so the plan waits for one.
  private static final Set<String> NEEDS_A_PERSON =
      Set.of("not_in_channel", "channel_not_found", "is_archived");

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

  /// What a slot is that came to nothing because of this.
  static String state(String reason) {
    return reason.equals(TOO_LATE) ? "late" : "skipped";
  }

  /// There is a sentence for it in the words.
  static boolean hasWords(String reason) {
    return OURS.contains(reason) || NEEDS_A_PERSON.contains(reason);
  }
}
