package smallsteps.nudges;

import java.time.Instant;
import java.time.ZoneId;

/// What became of a slot.
///
/// @param state `posted`, `skipped`, `late`, `failed`, or `claimed` while it is being posted
/// @param reason null when posted
/// @param settledAt null while it is being posted
record Receipt(Instant due, ZoneId zone, String state, String reason, Instant settledAt) {}
