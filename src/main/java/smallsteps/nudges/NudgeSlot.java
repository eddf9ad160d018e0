package smallsteps.nudges;

import java.time.Instant;
import java.time.ZoneId;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.weekly.ClaimedSlot;

/// A slot of a nudge that is claimed, with all that its message needs.
///
/// @param promptId what it asks
record NudgeSlot(
    Channel channel,
    Instant due,
    ZoneId zone,
    Language language,
    boolean isPlanned,
    String promptId,
    int principle)
    implements ClaimedSlot {}
