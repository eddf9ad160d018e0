package smallsteps.pace;

import java.time.Instant;

/// That a channel was asked.
///
/// @param answer `keep`, `less`, `pause`, `none` for a question left alone; null while it waits
record PaceQuestion(Instant askedAt, String answer) {}
