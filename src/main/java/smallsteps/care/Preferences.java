package smallsteps.care;

import java.time.Instant;
import java.util.Set;
import smallsteps.Language;

/// What a person has chosen.
///
/// @param language null for that of their Slack
/// @param snoozedUntil null when nothing is snoozed; may be past
/// @param off the kinds they want no more of
record Preferences(Language language, QuietHours quiet, Instant snoozedUntil, Set<Kind> off) {
  static final Preferences AS_SHIPPED = new Preferences(null, QuietHours.USUAL, null, Set.of());

  Preferences {
    off = Set.copyOf(off);
  }

  boolean isSnoozedAt(Instant now) {
    return snoozedUntil != null && snoozedUntil.isAfter(now);
  }
}
