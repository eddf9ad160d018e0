package smallsteps.nudges;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import smallsteps.Language;

/// What somebody means with `/nudge …`.
sealed interface NudgeQuery {

  /// Nothing was typed, or `show`: how is it set, and what can I type?
  record Settings() implements NudgeQuery {}

  /// A new plan, or other parts for the plan there is. What was not typed is null.
  record Change(DayOfWeek weekday, LocalTime time, ZoneId zone, Language language)
      implements NudgeQuery {
    boolean isLanguageAlone() {
      return weekday == null && time == null && zone == null;
    }
  }

  record Next() implements NudgeQuery {}

  record Pause(PauseEnd end) implements NudgeQuery {}

  record Resume() implements NudgeQuery {}

  record Off() implements NudgeQuery {}

  /// @param language for this one nudge; null for the channel's
  record Now(Language language) implements NudgeQuery {}

  record Help() implements NudgeQuery {}

  /// Such as 25:00.
  record NoSuchTime(String typed) implements NudgeQuery {}

  /// @param near real zone ids that look like it
  record NoSuchZone(String typed, List<String> near) implements NudgeQuery {}

  /// A second weekday, time or zone: a channel has one.
  record Twice(String typed) implements NudgeQuery {}

  record NoSuchPause(String typed) implements NudgeQuery {}

  /// @param near the word that it looks like; null when it looks like none
  record Unknown(String typed, String near) implements NudgeQuery {}
}
