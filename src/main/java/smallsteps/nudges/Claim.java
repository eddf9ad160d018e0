package smallsteps.nudges;

import java.time.Instant;
import java.time.ZoneId;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.weekly.Claimed;

/// A nudge that is claimed, with all that its message needs.
///
/// @param promptId what it asks
record Claim(
    Channel channel,
    Instant due,
    ZoneId zone,
    Language language,
    boolean isPlanned,
    String promptId,
    int principle)
    implements Claimed {}
