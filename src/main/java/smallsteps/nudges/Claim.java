package smallsteps.nudges;

import java.time.Instant;
import java.time.ZoneId;
import smallsteps.Language;

/// A slot that is ours to post until `leaseUntil`.
///
/// @param promptId what it asks
/// @param mayStandSince when not null, an earlier try may have got through since then
record Claim(
    Channel channel,
    Instant due,
    ZoneId zone,
    Language language,
    boolean isPlanned,
    String promptId,
    int principle,
    String owner,
    Instant leaseUntil,
    Instant mayStandSince) {}
