package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;

/// A nudge that was posted, or was to be posted and was not.
///
/// @param ts null unless posted
/// @param principle null when it was never chosen
/// @param state `posted`, `skipped`, `late` or `failed`
/// @param reason a code such as `too_late` or Slack's `not_in_channel`; null when posted
public record Nudge(
    String teamId,
    String channelId,
    String ts,
    LocalDate date,
    Integer principle,
    String state,
    String reason,
    Instant due) {}
