package smallsteps;

import java.time.Instant;

/// How it went with a message that we wanted to post.
public sealed interface Outcome {

  /// It stands in the channel under this `ts`.
  record Posted(String ts) implements Outcome {}

  /// Slack said no, and would say it again: `not_in_channel`, `is_archived`. Nothing was posted.
  record Refused(String error) implements Outcome {}

  /// Nothing was posted, and it is worth another try later: no network, `ratelimited`.
  record NotSent(String reason) implements Outcome {}

  /// The answer was lost, and the message did not stand there when we looked, or we could not look
  /// just now. It may yet come: look again before another try.
  ///
  /// @param since when the lost try was made
  record NotSeen(Instant since) implements Outcome {}

  /// Nobody knows: the answer was lost, and we may not look, or could not and it is too late now.
  /// It may stand in the channel.
  record Unsure(String reason) implements Outcome {}
}
