package smallsteps.microactions;

import java.time.Instant;
import smallsteps.User;

/// What somebody took on.
///
/// @param nudgeTs empty where it was under no nudge that we know
/// @param action the offer's key
record Promise(
    User user,
    String id,
    String channelId,
    String nudgeTs,
    String action,
    int principle,
    int minutes,
    String text,
    Instant promisedAt) {}
