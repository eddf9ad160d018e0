package smallsteps.outbox;

import java.time.Instant;

/// When a debt is tried again, and what is known of the tries before.
///
/// @param mayStandSince when a try was made that may stand, or may yet, by Slack's clock; null for
///   none
/// @param repeatFrom until when that one may still arrive, by Slack's clock; null where there is
///   none
public record Later(Instant nextTry, Instant mayStandSince, Instant repeatFrom) {

  /// Nothing of it can stand.
  public static Later at(Instant nextTry) {
    return new Later(nextTry, null, null);
  }

  /// With what is known already.
  public static Later at(Instant nextTry, DueDebt claim) {
    return new Later(nextTry, claim.mayStandSince(), claim.repeatFrom());
  }

  Later noLaterThan(Instant latest) {
    return nextTry.isAfter(latest) ? new Later(latest, mayStandSince, repeatFrom) : this;
  }
}
