package smallsteps.nudges;

import java.time.Instant;
import java.time.ZoneId;
import smallsteps.Language;
import smallsteps.slots.Turn;

/// A nudge that is claimed, with all that its message needs.
///
/// @param promptId what it asks
record Claim(
    Turn turn, ZoneId zone, Language language, boolean isPlanned, String promptId, int principle) {

  Channel channel() {
    return new Channel(turn.teamId(), turn.channelId());
  }

  Instant due() {
    return turn.due();
  }

  /// The same, taken over.
  Claim with(Turn other) {
    return new Claim(other, zone, language, isPlanned, promptId, principle);
  }
}
