package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import smallsteps.Language;

/// What a channel asked for.
///
/// @param pause null while it goes on
/// @param setBy null once that person is forgotten
/// @param setAt nothing is due before this
record Plan(
    Channel channel, Rhythm rhythm, Language language, Pause pause, String setBy, Instant setAt) {

  boolean isPausedOn(LocalDate date) {
    return pause != null && (pause.until() == null || date.isBefore(pause.until()));
  }

  /// @param reason [Reason#ASKED], or what Slack refused a nudge with
  /// @param until the first day it goes again; null until somebody resumes it
  record Pause(String reason, LocalDate until) {}
}
