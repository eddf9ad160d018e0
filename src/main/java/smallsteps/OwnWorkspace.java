package smallsteps;

import java.util.Optional;

/// Where the bot is installed. A database may hold another workspace's rows as well (an earlier
/// installation's, a rehearsal's): those are not this process's to claim or to post.
@FunctionalInterface
public interface OwnWorkspace {
  /// For who claims and posts nothing, as a command does.
  OwnWorkspace NONE = Optional::empty;

  /// The workspace; empty until Slack has told, and nothing is due till then.
  Optional<String> teamId();
}
