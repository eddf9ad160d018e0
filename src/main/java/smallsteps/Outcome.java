package smallsteps;

/// How it went with something that was to be done in Slack.
public sealed interface Outcome {

  /// It is done.
  ///
  /// @param ts under which the message stands; null for what is no new message
  record Done(String ts) implements Outcome {}

  /// Slack said no, and would say it again: `not_in_channel`, `is_archived`. Nothing was done.
  record Refused(String error) implements Outcome {}

  /// Nobody knows, and nobody can look: it may have been done.
  record Unsure(String reason) implements Outcome {}

  /// It was not wanted any more, and as far as one can see it was not done.
  record Dropped(String reason) implements Outcome {}

  /// Not done yet, or not known to be: it is tried, or looked for, again.
  record NotYet(String reason) implements Outcome {}
}
