package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import smallsteps.config.Settings;

/// What a channel chose besides when and in which language.
///
/// @param skips days without a nudge
/// @param digest when the digest comes, in the plan's zone; null for none
/// @param isOwnersAlone only who set the plan may change it
public record Choices(Set<Skip> skips, Digest digest, boolean isOwnersAlone) {
  public Choices {
    skips = Set.copyOf(skips);
  }

  /// @param since none is due before this
  public record Digest(DayOfWeek weekday, LocalTime time, Instant since) {
    boolean isSameTime(Digest other) {
      return other != null && weekday == other.weekday() && time.equals(other.time());
    }
  }

  /// Of a channel that has not chosen yet.
  static Choices byDefault(Settings.Nudges settings, Instant now) {
    Set<Skip> skips = EnumSet.noneOf(Skip.class);
    add(skips, Skip.RED_DAY, settings.skip().redDays());
    add(skips, Skip.EVE, settings.skip().eves());
    add(skips, Skip.BRIDGE_DAY, settings.skip().bridgeDays());
    add(skips, Skip.SUMMER, settings.skip().summer());
    Settings.Digest digest = settings.digest();
    return new Choices(
        skips, digest.on() ? new Digest(digest.weekday(), digest.time(), now) : null, false);
  }

  private static void add(Set<Skip> skips, Skip skip, boolean isSkipped) {
    if (isSkipped) {
      skips.add(skip);
    }
  }

  Choices skipping(Set<Skip> days, boolean isSkipped) {
    Set<Skip> changed = EnumSet.noneOf(Skip.class);
    changed.addAll(skips);
    if (isSkipped) {
      changed.addAll(days);
    } else {
      changed.removeAll(days);
    }
    return new Choices(changed, digest, isOwnersAlone);
  }

  Choices with(Digest other) {
    return new Choices(skips, other, isOwnersAlone);
  }

  Choices ownersAlone(boolean alone) {
    return new Choices(skips, digest, alone);
  }
}
