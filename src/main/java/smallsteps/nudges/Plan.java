package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import smallsteps.Channel;
import smallsteps.Language;

/// What a channel asked for.
///
/// @param pause null while it goes on
/// @param setBy null once that person is forgotten
/// @param setAt nothing is due before this
record Plan(
    Channel channel,
    Rhythm rhythm,
    Language language,
    Pause pause,
    Choices choices,
    String setBy,
    Instant setAt) {

  boolean isPausedOn(LocalDate date) {
    return pause != null && (pause.until() == null || date.isBefore(pause.until()));
  }

  /// Once its owner is forgotten a plan is anyone's.
  boolean mayBeChangedBy(String userId) {
    return !choices.isOwnersAlone() || setBy == null || setBy.equals(userId);
  }

  Plan with(Language other) {
    return new Plan(channel, rhythm, other, pause, choices, setBy, setAt);
  }

  /// @param other null to go on
  Plan with(Pause other) {
    return new Plan(channel, rhythm, language, other, choices, setBy, setAt);
  }

  Plan with(Choices other) {
    return new Plan(channel, rhythm, language, pause, other, setBy, setAt);
  }

  Plan with(Rhythm other) {
    return new Plan(channel, other, language, pause, choices, setBy, setAt);
  }

  Plan since(Instant earlier) {
    return new Plan(channel, rhythm, language, pause, choices, setBy, earlier);
  }

  Plan ownedBy(String userId) {
    return new Plan(channel, rhythm, language, pause, choices, userId, setAt);
  }

  /// @param reason [Reason#ASKED], or what Slack refused a nudge with
  /// @param until the first day it goes again; null until somebody resumes it
  record Pause(String reason, LocalDate until) {}
}
