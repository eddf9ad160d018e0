package smallsteps.microactions;

import java.time.Instant;
import smallsteps.Channel;
import smallsteps.Language;

/// What a member proposed for a channel.
record Microaction(
    Channel channel,
    String id,
    int principle,
    int minutes,
    Language language,
    String text,
    String proposedBy,
    Instant proposedAt) {}
