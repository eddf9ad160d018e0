package smallsteps.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The names that the bot reads in the environment, and those that look like them and are none.
public final class KnownVariables {
  private static final List<String> SECRETS =
      List.of(
          "SLACK_BOT_TOKEN",
          "SLACK_APP_TOKEN",
          "SLACK_SIGNING_SECRET",
          "DATABASE_URL",
          "DATABASE_USER",
          "DATABASE_PASSWORD");

  private static final List<String> NAMES =
      Stream.concat(
              SECRETS.stream().flatMap(name -> Stream.of(name, name + "_FILE")),
              Stream.of("SLACK_API_URL", "PORT", "HOST", "SMALLSTEPS_CONFIG"))
          .toList();

  private static final String OURS = "(SLACK|SMALLSTEPS|SMALL_STEPS|DATABASE)_.*";

  private KnownVariables() {}

  /// Each in a sentence, without its value.
  public static List<String> mistaken(Collection<String> names) {
    return names.stream()
        .filter(name -> !NAMES.contains(name))
        .filter(KnownVariables::isLikeOurs)
        .sorted()
        .map(name -> name + " is no variable of the bot's" + Near.instead(name, NAMES))
        .toList();
  }

  private static boolean isLikeOurs(String name) {
    String capitals = name.toUpperCase(Locale.ROOT);
    return capitals.matches(OURS) || !capitals.equals(name) && NAMES.contains(capitals);
  }
}
