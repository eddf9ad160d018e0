package smallsteps;

import java.util.Optional;

/// The language that a person has chosen with the bot; empty where their Slack's goes. Asked for
/// each answer, so it must cost nothing.
@FunctionalInterface
public interface ChosenLanguages {
  Optional<Language> of(User user);
}
