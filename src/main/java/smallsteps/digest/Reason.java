package smallsteps.digest;

import java.util.Set;

/// Why a digest was not posted, as the code that is kept. What Slack refuses with is kept as Slack
/// spells it.
final class Reason {
  static final String EMPTY = "empty";
  static final String PAUSED = "paused";
  static final String FREE_DAY = "free_day";
  static final String HAD_ONE = "had_one";
  static final String TOO_LATE = "too_late";
  static final String UNSURE = "unsure";

  private static final Set<String> OURS =
      Set.of(EMPTY, PAUSED, FREE_DAY, HAD_ONE, TOO_LATE, UNSURE);

  private Reason() {}

  /// What a slot is that came to nothing because of this.
  static String state(String reason) {
    return reason.equals(TOO_LATE) ? "late" : "skipped";
  }

  /// There is a sentence for it in the words.
  static boolean hasWords(String reason) {
    return OURS.contains(reason);
  }
}
