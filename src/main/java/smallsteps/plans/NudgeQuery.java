package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import smallsteps.Language;
import smallsteps.weekly.Every;

/// What somebody means with `/nudge …`.
sealed interface NudgeQuery {

  /// Nothing was typed, or `settings`: how is it set, to see and to change?
  record Settings() implements NudgeQuery {}

  /// `show`: how is it set, in words, and what can I type?
  record Show() implements NudgeQuery {}

  /// Something that changes the plan, for who may.
  sealed interface Changing extends NudgeQuery {}

  /// A new plan, or other parts for the plan there is. What was not typed is null.
  ///
  /// @param every counted from no day yet
  record Change(Every every, DayOfWeek weekday, LocalTime time, ZoneId zone, Language language)
      implements Changing {
    boolean isLanguageAlone() {
      return every == null && weekday == null && time == null && zone == null;
    }
  }

  record Pause(PauseEnd end) implements Changing {}

  record Resume() implements Changing {}

  record Off() implements Changing {}

  /// @param typed a language, by its code or its name in any language
  record Speak(String typed) implements Changing {}

  /// Days to leave out from now on, or not to.
  record Skips(Set<Skip> days, boolean isSkipped) implements Changing {}

  /// @param weekday null for the one there is, or the usual one; likewise the time
  record DigestOn(DayOfWeek weekday, LocalTime time) implements Changing {}

  record DigestOff() implements Changing {}

  /// Who may change the plan from now on: only who says this, or anyone.
  record Restrict(boolean toMe) implements Changing {}

  record Next() implements NudgeQuery {}

  /// @param language for this one nudge; null for the channel's
  record Now(Language language) implements NudgeQuery {}

  record Help() implements NudgeQuery {}

  /// Such as 25:00.
  record NoSuchTime(String typed) implements NudgeQuery {}

  /// @param near real zone ids that look like it
  record NoSuchZone(String typed, List<String> near) implements NudgeQuery {}

  /// An offset or an abbreviation where a zone should be: the hour would be another one in summer.
  record FixedOffset(String typed, ZoneOffset offset) implements NudgeQuery {}

  /// A second weekday, time or zone: a channel has one.
  record Twice(String typed) implements NudgeQuery {}

  record NoSuchPause(String typed) implements NudgeQuery {}

  /// A setting was named, and not what to do with it.
  ///
  /// @param setting `skip`, `language`, `digest`, `only` or `month`
  record WhichWay(String setting) implements NudgeQuery {}

  /// @param near the word that it looks like; null when it looks like none
  record Unknown(String typed, String near) implements NudgeQuery {}
}
