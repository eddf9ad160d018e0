package smallsteps.app;

import smallsteps.config.Environment;
import smallsteps.storage.Database;

/// What the commands want of the bot. Each of the first two goes on until it is told to end, and
/// returns the exit code.
interface Runner {
  int run(Environment environment);

  /// The bot in a workspace on this machine alone.
  ///
  /// @param port 0 for any that is free
  /// @param http whether Slack's requests come over HTTP, and not by Socket Mode
  int rehearse(Environment environment, int port, boolean http);

  /// The rooms, without anything that talks to Slack.
  ///
  /// @throws smallsteps.SetupException what is wrong in the configuration
  Rooms rooms(Environment environment, Database database);
}
