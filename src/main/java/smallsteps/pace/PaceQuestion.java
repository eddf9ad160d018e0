package smallsteps.pace;

import java.time.Instant;
import smallsteps.Channel;

/// A channel is asked.
///
/// @param askedAt whole seconds; tells this question from those before
/// @param before when the channel was asked the last time; null for never, or where it is no matter
record PaceQuestion(Channel channel, Instant askedAt, Instant before) {}
