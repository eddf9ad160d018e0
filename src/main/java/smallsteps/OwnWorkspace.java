package smallsteps;

import java.util.Optional;

/// Where the bot is installed. A database may hold another workspace's rows as well (an earlier
/// installation's, a rehearsal's): those are not this process's to claim or to post.
@FunctionalInterface
public interface OwnWorkspace {
  /// For who claims and posts nothing, as a command does.
  OwnWorkspace ANY =
      new OwnWorkspace() {
        @Override
        public Optional<String> teamId() {
          return Optional.empty();
        }

        @Override
        public boolean isOurs(String team) {
          return true;
        }
      };

  /// The workspace; empty until Slack has told, and nothing is due till then.
  Optional<String> teamId();

  default boolean isOurs(String team) {
    return teamId().filter(team::equals).isPresent();
  }
}
