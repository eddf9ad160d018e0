package smallsteps;

import java.time.ZoneId;

/// What is known of people without asking them, for what the bot says to one of them unasked. May
/// wait for Slack: for jobs, never for an answer that must come at once.
@FunctionalInterface
public interface People {
  Person of(User user);

  /// @param language what they read
  /// @param zone whose local time they live by; the setting's where Slack does not tell
  record Person(Language language, ZoneId zone) {}

  /// The name of a person, as others see it, or of a channel that everybody may see. Blank where
  /// there is none for us; null where Slack doesn't tell now.
  ///
  /// @param id of a person or a channel
  default String name(String teamId, String id) {
    return null;
  }

  /// Whether somebody is of the workspace no more, as far as Slack tells within a second.
  default boolean hasLeft(User user) {
    return false;
  }
}
