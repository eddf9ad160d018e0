package smallsteps.digest;

import java.util.Set;
import smallsteps.weekly.DueMessages;
import smallsteps.weekly.Slots;

/// Why a digest was not posted, as the code that is kept. What Slack refuses with is kept as Slack
/// spells it.
final class DigestReason {
  static final String EMPTY = "empty";
  static final String PAUSED = "paused";
  static final String FREE_DAY = "free_day";
  static final String HAD_ONE = DueMessages.HAD_ONE;
  static final String OFF = DueMessages.OFF;
  static final String TOO_LATE = Slots.TOO_LATE;
  static final String UNSURE = Slots.UNSURE;

  private static final Set<String> OURS =
      Set.of(EMPTY, PAUSED, FREE_DAY, HAD_ONE, OFF, TOO_LATE, UNSURE);

  private DigestReason() {}

  /// There is a sentence for it in the words.
  static boolean hasWords(String reason) {
    return OURS.contains(reason);
  }
}
