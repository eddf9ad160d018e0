package smallsteps.microactions;

import java.time.Instant;
import smallsteps.Language;

/// What a member proposed for a channel.
record Microaction(
    String teamId,
    String id,
    String channelId,
    int principle,
    int minutes,
    Language language,
    String text,
    String proposedBy,
    Instant proposedAt) {}
