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
}
