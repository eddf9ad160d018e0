package smallsteps.app;

import java.util.List;
import smallsteps.Channel;

/// What the doctor takes from the database to Slack.
///
/// @param channels those that want nudges
/// @param teamIds the workspaces that something is kept of
record Kept(List<Channel> channels, List<String> teamIds) {
  static final Kept NOTHING = new Kept(List.of(), List.of());
}
